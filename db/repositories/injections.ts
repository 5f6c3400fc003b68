import type { Kysely, Transaction } from 'kysely';
import type { GivenToVein } from '../../shared/contract/plan.ts';
import type { DoseAssessment } from '../../shared/domain/dose/assess-dose.ts';
import type { VeinPattern } from '../../shared/domain/leg-map/vein.ts';
import type { Injection, InjectionSite, StrikeOut } from '../../shared/domain/session/session.ts';
import type {
  AmendmentId,
  CaseId,
  InjectionId,
  PatientId,
  SessionId,
  VeinId,
} from '../../shared/kernel/ids.ts';
import { micrograms, microlitres } from '../../shared/kernel/units.ts';
import type { Database } from '../schema.ts';
import { inBatches } from './batches.ts';
import { fromJson } from './json.ts';
import { preparationColumns, preparationOf } from './preparation.ts';
import { storedAssessment, withAssessments } from './stored-assessment.ts';
import { StoredSlip } from './stored-slip.ts';
import { vesselThen, withVesselThen } from './vessel-then.ts';

/** Injections with what is known of their strike-outs, and of old ones with the vein as it was mapped then. */
function injectionsOf(db: Kysely<Database>) {
  return withVesselThen(db.selectFrom('injections'))
    .leftJoin('injection_strike_outs as strike', 'strike.injection_id', 'injections.id')
    .selectAll('injections')
    .select('mapped.content')
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
  return withAssessments(db, rows, injectionOf);
}

export async function readInjection(db: Kysely<Database>, id: InjectionId): Promise<Injection | null> {
  const rows = await injectionsOf(db).where('injections.id', '=', id).execute();
  const [injection] = await withAssessments(db, rows, injectionOf);
  return injection ?? null;
}

/** The number that the next injection of a session gets. */
export async function nextInjectionNumber(db: Kysely<Database>, sessionId: SessionId): Promise<number> {
  const row = await db
    .selectFrom('injections')
    .select((eb) => eb.fn.max('number').as('highest'))
    .where('session_id', '=', sessionId)
    .executeTakeFirst();
  return (row?.highest ?? 0) + 1;
}

/** How many injections of a session went into a vein; struck-out ones are left out. */
export async function countInjectionsInto(
  db: Kysely<Database>,
  sessionId: SessionId,
  veinId: VeinId,
): Promise<number> {
  const row = await db
    .selectFrom('injections')
    .leftJoin('injection_strike_outs as strike', 'strike.injection_id', 'injections.id')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('injections.session_id', '=', sessionId)
    .where('injections.vein_id', '=', veinId)
    .where('strike.injection_id', 'is', null)
    .executeTakeFirstOrThrow();
  return row.count;
}

/** How many injections of a session went into a vein, or into free sites of one side of a leg, and the last of them; struck-out ones count. */
export async function readAimedAt(
  db: Kysely<Database>,
  aim: {
    readonly sessionId: SessionId;
    readonly veinId: VeinId | null;
    readonly site: Pick<InjectionSite, 'leg' | 'aspect'>;
  },
): Promise<{ readonly count: number; readonly last: number }> {
  const all = db
    .selectFrom('injections')
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.max('number').as('last')])
    .where('session_id', '=', aim.sessionId);
  const into =
    aim.veinId === null
      ? all.where('vein_id', 'is', null).where('leg', '=', aim.site.leg).where('aspect', '=', aim.site.aspect)
      : all.where('vein_id', '=', aim.veinId);
  const { count, last } = await into.executeTakeFirstOrThrow();
  return { count, last: count === 0 ? 0 : last };
}

/** What was given into the veins of a case, and in which session; struck-out injections and free sites are left out. */
export async function readGivenInCase(db: Kysely<Database>, caseId: CaseId): Promise<readonly GivenToVein[]> {
  const rows = await db
    .selectFrom('injections')
    .innerJoin('sessions', 'sessions.id', 'injections.session_id')
    .leftJoin('injection_strike_outs as strike', 'strike.injection_id', 'injections.id')
    .select((eb) => [
      'injections.vein_id',
      'sessions.number',
      eb.fn.countAll<number>().as('injections'),
      eb.fn.sum<number>('injections.volume_ul').as('volume_ul'),
      eb.fn.sum<number>('injections.mass_ug').as('mass_ug'),
    ])
    .where('sessions.case_id', '=', caseId)
    .where('injections.vein_id', 'is not', null)
    .where('strike.injection_id', 'is', null)
    .groupBy(['injections.vein_id', 'sessions.number'])
    .orderBy('sessions.number')
    .orderBy('injections.vein_id')
    .$narrowType<{ vein_id: VeinId }>()
    .execute();
  return rows.map((row): GivenToVein => ({
    veinId: row.vein_id,
    sessionNumber: row.number,
    injections: row.injections,
    volumeUl: microlitres(row.volume_ul),
    massUg: micrograms(row.mass_ug),
  }));
}

/** Of these veins the ones that were ever injected, struck out or not. */
export async function readInjectedVeins(
  db: Kysely<Database>,
  ids: readonly VeinId[],
): Promise<ReadonlySet<VeinId>> {
  const found = new Set<VeinId>();
  for (const batch of inBatches(ids)) {
    const rows = await db
      .selectFrom('injections')
      .select('vein_id')
      .distinct()
      .where('vein_id', 'in', batch)
      .$narrowType<{ vein_id: VeinId }>()
      .execute();
    rows.forEach((row) => found.add(row.vein_id));
  }
  return found;
}

/** What else is kept of a vein, so that doses can be compared by length or area. */
export interface MeasuredVessel {
  readonly pattern: VeinPattern;
  /** Millimetres of a line, square millimetres of a web. */
  readonly extent: number;
}

/** Writes an injection; after the closing only with the amendment that adds it. */
export async function insertInjection(
  trx: Transaction<Database>,
  patientId: PatientId,
  injection: Injection,
  measured: MeasuredVessel | null,
  amendmentId: AmendmentId | null = null,
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
      assessment: await storedAssessment(trx, injection.assessment),
      reason: injection.reason,
      override_by: injection.override?.surgeonId ?? null,
      override_reason: injection.override?.reason ?? null,
      given_at: injection.givenAt,
      given_by: injection.givenBy,
      vein_kind: injection.vessel?.kind ?? null,
      vein_diameter_mm: injection.vessel?.diameterMm ?? null,
      vein_pattern: measured?.pattern ?? null,
      vein_extent: measured?.extent ?? null,
      confirmed_slip: injection.confirmedSlip && JSON.stringify(injection.confirmedSlip),
      amendment_id: amendmentId,
    })
    .execute();
}

/** Strikes an injection out; after a signature only with the amendment that does. */
export async function insertStrikeOut(
  trx: Transaction<Database>,
  injectionId: InjectionId,
  strikeOut: StrikeOut,
  amendmentId: AmendmentId | null = null,
): Promise<void> {
  await trx
    .insertInto('injection_strike_outs')
    .values({
      injection_id: injectionId,
      reason: strikeOut.reason,
      struck_at: strikeOut.struckAt,
      struck_by: strikeOut.struckBy,
      amendment_id: amendmentId,
    })
    .execute();
}

function injectionOf(row: InjectionRow, assessment: DoseAssessment): Injection {
  return {
    id: row.id,
    sessionId: row.session_id,
    number: row.number,
    veinId: row.vein_id,
    vessel: vesselThen(row),
    site: siteOf(row),
    lotId: row.lot_id,
    dose: { ...preparationOf(row), volumeUl: row.volume_ul },
    massUg: row.mass_ug,
    needle: row.needle,
    givenAt: row.given_at,
    givenBy: row.given_by,
    assessment,
    reason: row.reason,
    override:
      row.override_by === null || row.override_reason === null
        ? null
        : { surgeonId: row.override_by, reason: row.override_reason },
    confirmedSlip: row.confirmed_slip === null ? null : fromJson(StoredSlip, row.confirmed_slip),
    strikeOut:
      row.struck_because === null || row.struck_at === null || row.struck_by === null
        ? null
        : { reason: row.struck_because, struckAt: row.struck_at, struckBy: row.struck_by },
  };
}

/** Where an injection went, from its columns. */
export function siteOf(row: Pick<InjectionRow, 'leg' | 'aspect' | 'site_x_mm' | 'site_y_mm'>): InjectionSite {
  const { leg, aspect, site_x_mm: x, site_y_mm: y } = row;
  return { leg, aspect, point: x === null || y === null ? null : [x, y] };
}
