import type { Kysely, Transaction } from 'kysely';
import type { Injection, InjectionSite, StrikeOut } from '../../shared/domain/session/session.ts';
import type { CaseId, InjectionId, PatientId, SessionId, VeinId } from '../../shared/kernel/ids.ts';
import type { Instant } from '../../shared/kernel/time.ts';
import type { Database } from '../schema.ts';
import { fromJson } from './json.ts';
import { preparationColumns, preparationOf } from './preparation.ts';
import { StoredDoseAssessment } from './stored-assessment.ts';

/** Injections with what is known of their strike-outs. */
function injectionsOf(db: Kysely<Database>) {
  return db
    .selectFrom('injections')
    .leftJoin('injection_strike_outs as strike', 'strike.injection_id', 'injections.id')
    .selectAll('injections')
    .select(['strike.reason as struck_because', 'strike.struck_at', 'strike.struck_by']);
}

type InjectionRow = Awaited<ReturnType<ReturnType<typeof injectionsOf>['execute']>>[number];

/** The injections of a session, by number, struck-out ones among them. */
export async function readInjections(
  db: Kysely<Database>,
  sessionId: SessionId,
): Promise<readonly Injection[]> {
  const rows = await injectionsOf(db)
    .where('injections.session_id', '=', sessionId)
    .orderBy('injections.number')
    .execute();
  return rows.map(injectionOf);
}

export async function readInjection(db: Kysely<Database>, id: InjectionId): Promise<Injection | null> {
  const row = await injectionsOf(db).where('injections.id', '=', id).executeTakeFirst();
  return row ? injectionOf(row) : null;
}

/**
 * What a patient got since a moment in other sessions than one, struck-out injections left out. There is no upper end:
 * an injection that lies in the future because a clock was set back counts as well.
 */
export async function readEarlierInjections(
  db: Kysely<Database>,
  patientId: PatientId,
  question: { readonly since: Instant; readonly otherThan: SessionId },
): Promise<readonly Injection[]> {
  const rows = await injectionsOf(db)
    .where('injections.patient_id', '=', patientId)
    .where('injections.given_at', '>=', question.since)
    .where('injections.session_id', '!=', question.otherThan)
    .where('strike.injection_id', 'is', null)
    .orderBy('injections.given_at')
    .execute();
  return rows.map(injectionOf);
}

/** Every injection of a case with the number of its session, struck-out ones left out. */
export async function readGivenInCase(
  db: Kysely<Database>,
  caseId: CaseId,
): Promise<readonly (Injection & { readonly sessionNumber: number })[]> {
  const rows = await injectionsOf(db)
    .innerJoin('sessions', 'sessions.id', 'injections.session_id')
    .select('sessions.number as session_number')
    .where('sessions.case_id', '=', caseId)
    .where('strike.injection_id', 'is', null)
    .orderBy('sessions.number')
    .orderBy('injections.number')
    .execute();
  return rows.map((row) => ({ ...injectionOf(row), sessionNumber: row.session_number }));
}

/** Which of some veins were ever injected, struck out or not. */
export async function readInjectedVeins(db: Kysely<Database>, caseId: CaseId): Promise<ReadonlySet<VeinId>> {
  const rows = await db
    .selectFrom('injections')
    .innerJoin('sessions', 'sessions.id', 'injections.session_id')
    .select('injections.vein_id')
    .distinct()
    .where('sessions.case_id', '=', caseId)
    .where('injections.vein_id', 'is not', null)
    .$narrowType<{ vein_id: VeinId }>()
    .execute();
  return new Set(rows.map((row) => row.vein_id));
}

export async function insertInjection(
  trx: Transaction<Database>,
  patientId: PatientId,
  injection: Injection,
): Promise<void> {
  await trx
    .insertInto('injections')
    .values({
      id: injection.id,
      session_id: injection.sessionId,
      patient_id: patientId,
      number: injection.number,
      vein_id: injection.veinId,
      leg: injection.site.leg,
      aspect: injection.site.aspect,
      site_x_mm: injection.site.point?.[0] ?? null,
      site_y_mm: injection.site.point?.[1] ?? null,
      lot_id: injection.lotId,
      ...preparationColumns(injection.dose),
      volume_ul: injection.dose.volumeUl,
      mass_ug: injection.massUg,
      needle: injection.needle,
      assessment: JSON.stringify(injection.assessment),
      reason: injection.reason,
      override_by: injection.override?.surgeonId ?? null,
      override_reason: injection.override?.reason ?? null,
      given_at: injection.givenAt,
      given_by: injection.givenBy,
    })
    .execute();
}

export async function insertStrikeOut(
  trx: Transaction<Database>,
  injectionId: InjectionId,
  strikeOut: StrikeOut,
): Promise<void> {
  await trx
    .insertInto('injection_strike_outs')
    .values({
      injection_id: injectionId,
      reason: strikeOut.reason,
      struck_at: strikeOut.struckAt,
      struck_by: strikeOut.struckBy,
    })
    .execute();
}

function injectionOf(row: InjectionRow): Injection {
  return {
    id: row.id,
    sessionId: row.session_id,
    number: row.number,
    veinId: row.vein_id,
    site: siteOf(row),
    lotId: row.lot_id,
    dose: { ...preparationOf(row), volumeUl: row.volume_ul },
    massUg: row.mass_ug,
    needle: row.needle,
    givenAt: row.given_at,
    givenBy: row.given_by,
    assessment: fromJson(StoredDoseAssessment, row.assessment),
    reason: row.reason,
    override:
      row.override_by === null || row.override_reason === null
        ? null
        : { surgeonId: row.override_by, reason: row.override_reason },
    strikeOut:
      row.struck_because === null || row.struck_at === null || row.struck_by === null
        ? null
        : { reason: row.struck_because, struckAt: row.struck_at, struckBy: row.struck_by },
  };
}

function siteOf(row: InjectionRow): InjectionSite {
  const { leg, aspect, site_x_mm: x, site_y_mm: y } = row;
  return { leg, aspect, point: x === null || y === null ? null : [x, y] };
}
