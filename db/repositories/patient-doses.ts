import type { Kysely } from 'kysely';
import { massOf } from '../../shared/domain/dose/arithmetic.ts';
import { samePreparation } from '../../shared/domain/dose/ledger.ts';
import type { SessionSpan, TimedDose } from '../../shared/domain/dose/rolling-24h.ts';
import type { DosePart } from '../../shared/domain/patient/session-dose.ts';
import type { PatientId, SessionId } from '../../shared/kernel/ids.ts';
import type { Database } from '../schema.ts';
import { inBatches } from './batches.ts';
import { preparationOf } from './preparation.ts';
import { vesselThen, withVesselThen } from './vessel-then.ts';

/** What each session of a patient gave, part by part; struck-out injections are left out. */
export async function readDoseParts(
  db: Kysely<Database>,
  patientId: PatientId,
): Promise<ReadonlyMap<SessionId, readonly DosePart[]>> {
  const rows = await db
    .selectFrom('injections')
    .leftJoin('injection_strike_outs as strike', 'strike.injection_id', 'injections.id')
    .select((eb) => [
      'injections.session_id',
      'injections.form',
      'injections.strength_ug_per_ml',
      'injections.gas_parts',
      'injections.leg',
      'injections.vein_kind',
      eb.fn.countAll<number>().as('injections'),
      eb.fn.sum<number>('injections.volume_ul').as('volume_ul'),
      eb.fn.sum<number>('injections.mass_ug').as('mass_ug'),
    ])
    .where('injections.patient_id', '=', patientId)
    .where('strike.injection_id', 'is', null)
    .where((eb) => eb.or([eb('injections.vein_kind', 'is not', null), eb('injections.vein_id', 'is', null)]))
    .groupBy([
      'injections.session_id',
      'injections.form',
      'injections.strength_ug_per_ml',
      'injections.gas_parts',
      'injections.leg',
      'injections.vein_kind',
    ])
    .execute();
  const parts = new Map<SessionId, DosePart[]>();
  for (const row of rows) {
    add(parts, row.session_id, {
      preparation: preparationOf(row),
      leg: row.leg,
      veinKind: row.vein_kind,
      injections: row.injections,
      volumeUl: row.volume_ul,
      massUg: row.mass_ug,
    });
  }
  for (const { sessionId, part } of await readOldDoses(db, patientId)) add(parts, sessionId, part);
  return parts;
}

/** Injections from before the vein was kept with them, one by one: what it was is looked up in the map of that time. */
async function readOldDoses(db: Kysely<Database>, patientId: PatientId) {
  const rows = await withVesselThen(db.selectFrom('injections'))
    .leftJoin('injection_strike_outs as strike', 'strike.injection_id', 'injections.id')
    .select([
      'injections.session_id',
      'injections.form',
      'injections.strength_ug_per_ml',
      'injections.gas_parts',
      'injections.leg',
      'injections.volume_ul',
      'injections.vein_kind',
      'injections.vein_diameter_mm',
      'mapped.content',
    ])
    .where('injections.patient_id', '=', patientId)
    .where('injections.vein_kind', 'is', null)
    .where('injections.vein_id', 'is not', null)
    .where('strike.injection_id', 'is', null)
    .execute();
  return rows.map((row): { readonly sessionId: SessionId; readonly part: DosePart } => {
    const preparation = preparationOf(row);
    return {
      sessionId: row.session_id,
      part: {
        preparation,
        leg: row.leg,
        veinKind: vesselThen(row)?.kind ?? null,
        injections: 1,
        volumeUl: row.volume_ul,
        massUg: massOf({ ...preparation, volumeUl: row.volume_ul }),
      },
    };
  });
}

function add(parts: Map<SessionId, DosePart[]>, sessionId: SessionId, part: DosePart): void {
  const of = parts.get(sessionId) ?? [];
  const at = of.findIndex(
    (each) =>
      each.leg === part.leg &&
      each.veinKind === part.veinKind &&
      samePreparation(each.preparation, part.preparation),
  );
  const before = of[at];
  if (before) {
    of[at] = {
      ...before,
      injections: before.injections + part.injections,
      volumeUl: before.volumeUl + part.volumeUl,
      massUg: before.massUg + part.massUg,
    };
  } else of.push(part);
  parts.set(sessionId, of);
}

/** What was struck out in each session of a patient. */
export async function readStruckOut(
  db: Kysely<Database>,
  patientId: PatientId,
): Promise<ReadonlyMap<SessionId, { readonly injections: number; readonly volumeUl: number }>> {
  const rows = await db
    .selectFrom('injections')
    .innerJoin('injection_strike_outs as strike', 'strike.injection_id', 'injections.id')
    .select((eb) => [
      'injections.session_id',
      eb.fn.countAll<number>().as('injections'),
      eb.fn.sum<number>('injections.volume_ul').as('volume_ul'),
    ])
    .where('injections.patient_id', '=', patientId)
    .groupBy('injections.session_id')
    .execute();
  return new Map(
    rows.map((row) => [row.session_id, { injections: row.injections, volumeUl: row.volume_ul }]),
  );
}

/** From when to when each session of a patient gave something that counts. */
export async function readSessionSpans(
  db: Kysely<Database>,
  patientId: PatientId,
): Promise<readonly SessionSpan[]> {
  const rows = await db
    .selectFrom('injections')
    .leftJoin('injection_strike_outs as strike', 'strike.injection_id', 'injections.id')
    .select((eb) => [
      'injections.session_id',
      eb.fn.min('injections.given_at').as('from'),
      eb.fn.max('injections.given_at').as('to'),
    ])
    .where('injections.patient_id', '=', patientId)
    .where('strike.injection_id', 'is', null)
    .groupBy('injections.session_id')
    .execute();
  return rows.map((row) => ({ sessionId: row.session_id, from: row.from, to: row.to }));
}

/** The injections of some sessions that count, each with its moment. */
export async function readTimedDoses(
  db: Kysely<Database>,
  sessionIds: readonly SessionId[],
): Promise<readonly TimedDose[]> {
  const found: TimedDose[] = [];
  for (const batch of inBatches(sessionIds)) {
    const rows = await db
      .selectFrom('injections')
      .leftJoin('injection_strike_outs as strike', 'strike.injection_id', 'injections.id')
      .select(['injections.session_id', 'injections.given_at', 'injections.mass_ug', 'injections.volume_ul'])
      .where('injections.session_id', 'in', batch)
      .where('strike.injection_id', 'is', null)
      .execute();
    found.push(
      ...rows.map((row) => ({
        sessionId: row.session_id,
        givenAt: row.given_at,
        massUg: row.mass_ug,
        volumeUl: row.volume_ul,
      })),
    );
  }
  return found;
}
