import type { Kysely } from 'kysely';
import type { LedgerEntry } from '../../shared/domain/dose/ledger.ts';
import type { LotId, PatientId, SessionId } from '../../shared/kernel/ids.ts';
import type { Instant } from '../../shared/kernel/time.ts';
import type { Database } from '../schema.ts';
import { preparationOf } from './preparation.ts';
import { vesselThen, withVesselThen } from './vessel-then.ts';

/** An entry of the ledger and the box that it was drawn from. */
export type LotEntry = LedgerEntry & { readonly lotId: LotId };

/** Injections that count. */
function entriesOf(db: Kysely<Database>) {
  return withVesselThen(db.selectFrom('injections'))
    .leftJoin('injection_strike_outs as strike', 'strike.injection_id', 'injections.id')
    .select([
      'injections.leg',
      'injections.lot_id',
      'injections.form',
      'injections.strength_ug_per_ml',
      'injections.gas_parts',
      'injections.volume_ul',
      'injections.vein_kind',
      'injections.vein_diameter_mm',
      'mapped.content',
    ])
    .where('strike.injection_id', 'is', null)
    .orderBy('injections.given_at')
    .orderBy('injections.number');
}

type EntryRow = Awaited<ReturnType<ReturnType<typeof entriesOf>['execute']>>[number];

function entryOf(row: EntryRow): LotEntry {
  const vessel = vesselThen(row);
  return {
    ...preparationOf(row),
    volumeUl: row.volume_ul,
    leg: row.leg,
    veinKind: vessel?.kind ?? null,
    diameterMm: vessel?.diameterMm ?? null,
    lotId: row.lot_id,
  };
}

/** What a session gave, struck-out injections left out. */
export async function readSessionLedger(
  db: Kysely<Database>,
  sessionId: SessionId,
): Promise<readonly LotEntry[]> {
  const rows = await entriesOf(db).where('injections.session_id', '=', sessionId).execute();
  return rows.map(entryOf);
}

/**
 * What a patient got in other sessions than one from a moment on, to a moment or without end: an injection that lies in the
 * future because a clock was set back counts as well.
 */
export async function readEarlierLedger(
  db: Kysely<Database>,
  question: {
    readonly patientId: PatientId;
    readonly otherThan: SessionId;
    readonly from: Instant;
    readonly to: Instant | null;
  },
): Promise<readonly LotEntry[]> {
  let query = entriesOf(db)
    .where('injections.patient_id', '=', question.patientId)
    .where('injections.session_id', '!=', question.otherThan)
    .where('injections.given_at', '>=', question.from);
  if (question.to !== null) query = query.where('injections.given_at', '<=', question.to);
  return (await query.execute()).map(entryOf);
}
