import type { Kysely } from 'kysely';
import { readDatedInjections } from '../../../db/repositories/map-facts.ts';
import { readReviewsOf } from '../../../db/repositories/reviews.ts';
import type { Database } from '../../../db/schema.ts';
import { standingReviews } from '../../../shared/domain/outcome/review.ts';
import { furtherVeins } from '../../../shared/domain/plan/further-veins.ts';
import type { CaseId, VeinId } from '../../../shared/kernel/ids.ts';

/** The veins of a case that its reviews sent to a further session and that have not had it. */
export async function readFurtherVeins(db: Kysely<Database>, caseId: CaseId): Promise<readonly VeinId[]> {
  const reviews = standingReviews(await readReviewsOf(db, caseId)).toReversed();
  const isAny = reviews.some(({ responses }) =>
    responses.some(({ disposition }) => disposition === 'further-session'),
  );
  if (!isAny) return [];
  return furtherVeins({ reviews, injections: await readDatedInjections(db, caseId) });
}
