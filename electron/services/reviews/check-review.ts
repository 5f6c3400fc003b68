import type { Failure } from '../../../shared/contract/failure.ts';
import type { RecordReview } from '../../../shared/contract/review.ts';
import type { Vein } from '../../../shared/domain/leg-map/vein.ts';
import { dispositionsFor, laserReason, longestRest } from '../../../shared/domain/outcome/remains.ts';
import { standingReviews, type Review } from '../../../shared/domain/outcome/review.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { invalid } from '../invalid.ts';

/** What a review is held against. */
export interface ReviewGround {
  readonly veins: readonly Vein[];
  /** All that were made before, the newest first. */
  readonly reviews: readonly Review[];
}

/** Each vein at most once, all of them on the map; a review that is replaced is of that day and has not been replaced before. */
export function checkReview(input: RecordReview, ground: ReviewGround): Result<undefined, Failure> {
  for (const check of [checkVeins, checkReplaced, checkDispositions, checkRest]) {
    const checked = check(input, ground);
    if (!checked.ok) return checked;
  }
  return ok();
}

function checkVeins({ responses }: RecordReview, { veins }: ReviewGround): Result<undefined, Failure> {
  const mapped = new Set(veins.map(({ id }) => id));
  const unknown = responses.findIndex(({ veinId }) => !mapped.has(veinId));
  if (unknown >= 0) return invalid(`responses.${String(unknown)}.veinId`, 'unknown');
  const veinIds = new Set(responses.map(({ veinId }) => veinId));
  return veinIds.size < responses.length ? invalid('responses', 'vein-twice') : ok();
}

function checkReplaced(
  { replaces, onDate }: RecordReview,
  { reviews }: ReviewGround,
): Result<undefined, Failure> {
  if (replaces === null) return ok();
  const replaced = reviews.find(({ id }) => id === replaces.reviewId);
  if (!replaced) return invalid('replaces.reviewId', 'unknown');
  if (replaced.onDate !== onDate) return invalid('onDate', 'not-same-day');
  return standingReviews(reviews).includes(replaced) ? ok() : err({ code: 'review/already-replaced' });
}

function checkDispositions(
  { responses, onDate }: RecordReview,
  { veins, reviews }: ReviewGround,
): Result<undefined, Failure> {
  const earlier = standingReviews(reviews).filter((review) => review.onDate < onDate);
  const wrong = responses.findIndex((response) => {
    const vein = veins.find(({ id }) => id === response.veinId);
    if (!vein || response.disposition === null) return false;
    return !dispositionsFor(response, laserReason(vein, response, earlier)).includes(response.disposition);
  });
  return wrong >= 0 ? invalid(`responses.${String(wrong)}.disposition`, 'not-foreseen') : ok();
}

function checkRest({ responses, restUntil, onDate }: RecordReview): Result<undefined, Failure> {
  const doesAnyRest = responses.some(({ disposition }) => disposition === 'rest');
  if (doesAnyRest !== (restUntil !== null)) return invalid('restUntil', 'with-rest-only');
  if (restUntil === null) return ok();
  if (restUntil <= onDate) return invalid('restUntil', 'not-after');
  return restUntil > longestRest(onDate) ? invalid('restUntil', 'too-late') : ok();
}
