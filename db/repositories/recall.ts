import type { Kysely, Transaction } from 'kysely';
import type { RecallNotice, RecallView, UsedLot } from '../../shared/contract/recall.ts';
import type { Form } from '../../shared/domain/dose/ledger.ts';
import type { Leg } from '../../shared/domain/leg-map/vein.ts';
import type { PatientIdentity } from '../../shared/domain/patient/patient.ts';
import type { Reaction } from '../../shared/domain/session/reaction.ts';
import type { CaseId, LotId, PatientId, SessionId } from '../../shared/kernel/ids.ts';
import type { CalendarDate } from '../../shared/kernel/time.ts';
import type { Database } from '../schema.ts';
import { IDENTITY_COLUMNS, identityOf } from './patients.ts';
import { reactionOf, reactionsOf } from './reactions.ts';
import { readLots } from './stock.ts';

/** Every lot with when and how often it was opened in a session. */
export async function readUsedLots(db: Kysely<Database>): Promise<readonly UsedLot[]> {
  const rows = await db
    .selectFrom('session_boxes as box')
    .innerJoin('sessions', 'sessions.id', 'box.session_id')
    .select((eb) => [
      'box.lot_id',
      eb.fn.max('sessions.on_date').as('last_on'),
      eb.fn.countAll<number>().as('sessions'),
    ])
    .groupBy('box.lot_id')
    .execute();
  const used = new Map(rows.map((row) => [row.lot_id, row]));
  return (await readLots(db)).map((lot) => ({
    ...lot,
    lastUsedOn: used.get(lot.id)?.last_on ?? null,
    sessions: used.get(lot.id)?.sessions ?? 0,
  }));
}

/** A session in which a lot was opened, and whose it was. */
export interface LotSession {
  readonly patient: PatientIdentity;
  readonly sessionId: SessionId;
  readonly caseId: CaseId;
  readonly number: number;
  readonly onDate: CalendarDate;
}

/** The sessions in which a lot was opened, the newest first: nothing is injected from a box that was not opened. */
export async function readSessionsOfLot(db: Kysely<Database>, lotId: LotId): Promise<readonly LotSession[]> {
  const rows = await db
    .selectFrom('session_boxes as box')
    .innerJoin('sessions', 'sessions.id', 'box.session_id')
    .innerJoin('patients', 'patients.id', 'sessions.patient_id')
    .select(IDENTITY_COLUMNS)
    .select(['sessions.id as session_id', 'sessions.case_id', 'sessions.number', 'sessions.on_date'])
    .where('box.lot_id', '=', lotId)
    .orderBy('sessions.opened_at', 'desc')
    .execute();
  return rows.map((row) => ({
    patient: identityOf(row),
    sessionId: row.session_id,
    caseId: row.case_id,
    number: row.number,
    onDate: row.on_date,
  }));
}

/** An injection from a lot, as far as a recall asks. */
export interface LotInjection {
  readonly sessionId: SessionId;
  readonly form: Form;
  readonly volumeUl: number;
  readonly massUg: number;
  readonly leg: Leg;
  /** Null: a free site. */
  readonly veinNumber: number | null;
  /** Null: it counts. */
  readonly struckBecause: string | null;
}

export async function readInjectionsOfLot(
  db: Kysely<Database>,
  lotId: LotId,
): Promise<readonly LotInjection[]> {
  const rows = await db
    .selectFrom('injections')
    .leftJoin('veins', 'veins.id', 'injections.vein_id')
    .leftJoin('injection_strike_outs as strike', 'strike.injection_id', 'injections.id')
    .select([
      'injections.session_id',
      'injections.form',
      'injections.volume_ul',
      'injections.mass_ug',
      'injections.leg',
      'veins.number as vein_number',
      'strike.reason as struck_because',
    ])
    .where('injections.lot_id', '=', lotId)
    .orderBy('injections.number')
    .execute();
  return rows.map((row) => ({
    sessionId: row.session_id,
    form: row.form,
    volumeUl: row.volume_ul,
    massUg: row.mass_ug,
    leg: row.leg,
    veinNumber: row.vein_number,
    struckBecause: row.struck_because,
  }));
}

/** The reactions that are put down to a lot and were not struck out. */
export async function readReactionsOfLot(db: Kysely<Database>, lotId: LotId): Promise<readonly Reaction[]> {
  const rows = await reactionsOf(db)
    .where('reactions.lot_id', '=', lotId)
    .where('strike.reaction_id', 'is', null)
    .orderBy('reactions.happened_at')
    .execute();
  return rows.map(reactionOf);
}

/** When a lot was recalled, by whom and why; null if it is not. */
export async function readRecall(db: Kysely<Database>, lotId: LotId): Promise<RecallView['recall']> {
  const row = await db
    .selectFrom('lot_recalls')
    .select(['recalled_at', 'recalled_by', 'reason'])
    .where('lot_id', '=', lotId)
    .executeTakeFirst();
  return row ? { at: row.recalled_at, by: row.recalled_by, reason: row.reason } : null;
}

/** Who was told of the recall of a lot, the oldest word first. */
export async function readNotices(
  db: Kysely<Database>,
  lotId: LotId,
): Promise<ReadonlyMap<PatientId, readonly RecallNotice[]>> {
  const rows = await db
    .selectFrom('recall_notices')
    .selectAll()
    .where('lot_id', '=', lotId)
    .orderBy('patient_id')
    .orderBy('seq')
    .execute();
  const byPatient = Map.groupBy(rows, ({ patient_id }) => patient_id);
  return new Map(
    [...byPatient].map(([patientId, of]) => [
      patientId,
      of.map((row) => ({
        told: row.told === 1,
        onDate: row.on_date,
        note: row.note,
        recordedAt: row.recorded_at,
        recordedBy: row.recorded_by,
      })),
    ]),
  );
}

export async function insertNotice(
  trx: Transaction<Database>,
  { lotId, patientId }: { readonly lotId: LotId; readonly patientId: PatientId },
  notice: RecallNotice,
): Promise<void> {
  await trx
    .insertInto('recall_notices')
    .values({
      lot_id: lotId,
      patient_id: patientId,
      told: notice.told ? 1 : 0,
      on_date: notice.onDate,
      note: notice.note,
      recorded_at: notice.recordedAt,
      recorded_by: notice.recordedBy,
    })
    .execute();
}
