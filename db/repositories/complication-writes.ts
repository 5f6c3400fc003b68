import type { Transaction } from 'kysely';
import type {
  Complication,
  ComplicationId,
  CourseEntry,
  CourseEntryId,
} from '../../shared/domain/outcome/complication.ts';
import type { StrikeOut } from '../../shared/domain/session/session.ts';
import type { Database } from '../schema.ts';
import { inBatches } from './batches.ts';

/** Adds a complication with the veins it concerns and its course. */
export async function insertComplication(
  trx: Transaction<Database>,
  complication: Complication,
): Promise<void> {
  const { origin } = complication;
  await trx
    .insertInto('complications')
    .values({
      id: complication.id,
      patient_id: complication.patientId,
      case_id: complication.caseId,
      kind: complication.kind,
      onset_on: complication.onsetOn,
      session_id: complication.sessionId,
      lot_id: complication.lotId,
      description: complication.description,
      origin_reaction: origin?.from === 'reaction' ? origin.reactionId : null,
      origin_review: origin?.from === 'review' ? origin.reviewId : null,
      origin_finding: origin?.from === 'review' ? origin.finding : null,
      recorded_at: complication.recordedAt,
      recorded_by: complication.recordedBy,
    })
    .execute();
  for (const batch of inBatches(complication.veinIds)) {
    await trx
      .insertInto('complication_veins')
      .values(batch.map((vein_id) => ({ complication_id: complication.id, vein_id })))
      .execute();
  }
  for (const entry of complication.course) await insertCourseEntry(trx, complication.id, entry);
}

export async function insertCourseEntry(
  trx: Transaction<Database>,
  complicationId: ComplicationId,
  entry: CourseEntry,
): Promise<void> {
  await trx
    .insertInto('complication_entries')
    .values({
      id: entry.id,
      complication_id: complicationId,
      on_date: entry.onDate,
      state: entry.state,
      grade: entry.grade,
      serious: entry.serious ? 1 : 0,
      treatment: entry.treatment,
      note: entry.note,
      recorded_at: entry.recordedAt,
      recorded_by: entry.recordedBy,
    })
    .execute();
}

/** Strikes out a complication, or with an entry that entry alone. */
export async function insertComplicationStrikeOut(
  trx: Transaction<Database>,
  struck: { readonly complicationId: ComplicationId; readonly entryId: CourseEntryId | null },
  { reason, struckAt, struckBy }: StrikeOut,
): Promise<void> {
  const strike = { reason, struck_at: struckAt, struck_by: struckBy };
  if (struck.entryId === null) {
    await trx
      .insertInto('complication_strike_outs')
      .values({ complication_id: struck.complicationId, ...strike })
      .execute();
    return;
  }
  await trx
    .insertInto('complication_entry_strike_outs')
    .values({ entry_id: struck.entryId, ...strike })
    .execute();
}
