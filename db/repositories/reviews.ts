import type { Kysely, Transaction } from 'kysely';
import { z } from 'zod';
import { RESPONSES, type Review, type VeinResponse } from '../../shared/domain/outcome/review.ts';
import type { CaseId, ReviewId } from '../../shared/kernel/ids.ts';
import type { Database } from '../schema.ts';
import { inBatches } from './batches.ts';

const grade = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]);
const StoredResponse = z.object({ response: z.enum(RESPONSES), matting: grade, pigmentation: grade });

/** The reviews of a case, the newest first. */
export async function readReviewsOf(db: Kysely<Database>, caseId: CaseId): Promise<readonly Review[]> {
  const rows = await db
    .selectFrom('reviews')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('on_date', 'desc')
    .orderBy('recorded_at', 'desc')
    .execute();
  const responses = await readResponses(db, caseId);
  return rows.map((row) => ({
    id: row.id,
    caseId: row.case_id,
    onDate: row.on_date,
    responses: responses.get(row.id) ?? [],
    improvementPercent: row.improvement_percent,
    satisfaction: row.satisfaction,
    note: row.note,
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
  }));
}

async function readResponses(
  db: Kysely<Database>,
  caseId: CaseId,
): Promise<ReadonlyMap<ReviewId, readonly VeinResponse[]>> {
  const rows = await db
    .selectFrom('review_responses')
    .innerJoin('reviews', 'reviews.id', 'review_responses.review_id')
    .selectAll('review_responses')
    .where('reviews.case_id', '=', caseId)
    .execute();
  const byReview = new Map<ReviewId, VeinResponse[]>();
  for (const row of rows) {
    const response = { veinId: row.vein_id, ...StoredResponse.parse(row) };
    byReview.set(row.review_id, [...(byReview.get(row.review_id) ?? []), response]);
  }
  return byReview;
}

export async function countReviews(db: Kysely<Database>, caseId: CaseId): Promise<number> {
  const row = await db
    .selectFrom('reviews')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow();
  return row.count;
}

export async function insertReview(trx: Transaction<Database>, review: Review): Promise<void> {
  await trx
    .insertInto('reviews')
    .values({
      id: review.id,
      case_id: review.caseId,
      on_date: review.onDate,
      improvement_percent: review.improvementPercent,
      satisfaction: review.satisfaction,
      note: review.note,
      recorded_at: review.recordedAt,
      recorded_by: review.recordedBy,
    })
    .execute();
  for (const batch of inBatches(review.responses)) {
    await trx
      .insertInto('review_responses')
      .values(
        batch.map(({ veinId, response, matting, pigmentation }) => ({
          review_id: review.id,
          vein_id: veinId,
          response,
          matting,
          pigmentation,
        })),
      )
      .execute();
  }
}
