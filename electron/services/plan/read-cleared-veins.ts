import type { Kysely } from 'kysely';
import { readDatedInjections } from '../../../db/repositories/map-facts.ts';
import { readReviewsOf } from '../../../db/repositories/reviews.ts';
import type { Database } from '../../../db/schema.ts';
import { standingReviews } from '../../../shared/domain/outcome/review.ts';
import { clearedVeins, type ClearedVein } from '../../../shared/domain/plan/cleared-veins.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';

/** The veins of a case that need no more, as its reviews found them. */
export async function readClearedVeins(
  db: Kysely<Database>,
  caseId: CaseId,
): Promise<readonly ClearedVein[]> {
  const reviews = standingReviews(await readReviewsOf(db, caseId));
  // Most cases that are planned have no review yet: their injections need not be read.
  const isAnyCleared = reviews.some(({ responses }) =>
    responses.some(({ response }) => response === 'cleared'),
  );
  if (!isAnyCleared) return [];
  return clearedVeins({
    reviews: reviews.toReversed(),
    injections: await readDatedInjections(db, caseId),
  });
}
