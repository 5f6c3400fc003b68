import type { Kysely, Transaction } from 'kysely';
import { z } from 'zod';
import { LegsReviewed } from '../../shared/contract/review.ts';
import {
  DISPOSITIONS,
  RESPONSES,
  type Review,
  type VeinResponse,
} from '../../shared/domain/outcome/review.ts';
import type { CaseId, ReviewId } from '../../shared/kernel/ids.ts';
import type { Database } from '../schema.ts';
import { inBatches } from './batches.ts';
import { fromJson } from './json.ts';

const grade = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]);
const StoredResponse = z.object({
  response: z.enum(RESPONSES),
  matting: grade,
  pigmentation: grade,
  ulcer: grade,
  disposition: z.enum(DISPOSITIONS).nullable(),
});

/** What stands of the legs in reviews from before they were asked about. */
const NOT_JUDGED: Review['legs'] = { right: { ceap: null, vcss: null }, left: { ceap: null, vcss: null } };

/** The reviews of a case, the newest first, those that a later one took the place of among them. */
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
    legs: row.legs === null ? NOT_JUDGED : fromJson(LegsReviewed, row.legs),
    restUntil: row.rest_until,
    note: row.note,
    replaces:
      row.replaces_id === null || row.replaces_because === null
        ? null
        : { reviewId: row.replaces_id, reason: row.replaces_because },
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
  }));
}

/** The case of a review, or null if there is no such review. */
export async function readCaseOfReview(db: Kysely<Database>, id: ReviewId): Promise<CaseId | null> {
  const row = await db.selectFrom('reviews').select('case_id').where('id', '=', id).executeTakeFirst();
  return row?.case_id ?? null;
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
  const byReview = Map.groupBy(rows, ({ review_id }) => review_id);
  return new Map(
    [...byReview].map(([reviewId, of]) => [
      reviewId,
      of.map((row) => ({ veinId: row.vein_id, ...StoredResponse.parse(row) })),
    ]),
  );
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
      replaces_id: review.replaces?.reviewId ?? null,
      replaces_because: review.replaces?.reason ?? null,
      legs: JSON.stringify(review.legs),
      rest_until: review.restUntil,
    })
    .execute();
  for (const batch of inBatches(review.responses)) {
    await trx
      .insertInto('review_responses')
      .values(
        batch.map(({ veinId, response, matting, pigmentation, ulcer, disposition }) => ({
          review_id: review.id,
          vein_id: veinId,
          response,
          matting,
          pigmentation,
          ulcer,
          disposition,
        })),
      )
      .execute();
  }
}
