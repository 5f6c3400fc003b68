import type { Transaction } from 'kysely';
import { canonicalJson } from '../../db/audit/canonical-json.ts';
import { readLastAssessment } from '../../db/repositories/assessments.ts';
import { readCase } from '../../db/repositories/cases.ts';
import { readCurrentVeins } from '../../db/repositories/map.ts';
import {
  insertReviewedVeins,
  readInjectionsIntoVeins,
  type ReviewedVein,
} from '../../db/repositories/reviewed-veins.ts';
import { insertReview, readCaseOfReview, readReviewsOf } from '../../db/repositories/reviews.ts';
import type { Database } from '../../db/schema.ts';
import type { Failure } from '../../shared/contract/failure.ts';
import type { RecordReview, ReviewView } from '../../shared/contract/review.ts';
import { measureVein } from '../../shared/domain/leg-map/measure.ts';
import type { Vein } from '../../shared/domain/leg-map/vein.ts';
import type { Review } from '../../shared/domain/outcome/review.ts';
import { treatedVeins } from '../../shared/domain/outcome/treated-vein.ts';
import type { TreatmentCase } from '../../shared/domain/patient/patient.ts';
import type { CaseId } from '../../shared/kernel/ids.ts';
import { ok, type Result } from '../../shared/kernel/result.ts';
import { daysBetween, type CalendarDate } from '../../shared/kernel/time.ts';
import type { ServiceContext } from './context.ts';
import { invalid, notFound } from './invalid.ts';
import { readMapScale } from './map/read-map-scale.ts';
import { checkReview } from './reviews/check-review.ts';
import { reviewViewOf } from './reviews/read-review.ts';
import { write } from './write.ts';

/** How a case responded, with what was given. */
export async function readReviews(
  { db }: ServiceContext,
  caseId: CaseId,
): Promise<Result<ReviewView, Failure>> {
  const found = await readCase(db, caseId);
  return found ? ok(await reviewViewOf(db, found)) : notFound('case');
}

/**
 * Adds a review of a day, not in the future and not before the case, or one that takes the place of another of that day. Sent
 * again with the same id and content it counts once. Fails with `review/already-replaced` or `invalid-input`.
 */
export function recordReview(
  context: ServiceContext,
  input: RecordReview,
): Promise<Result<ReviewView, Failure>> {
  if (input.onDate > context.today()) return Promise.resolve(invalid('onDate', 'in-future'));
  return write(context, async ({ trx, at, audit, changed }) => {
    const found = await readCase(trx, input.caseId);
    if (!found) return notFound('case');
    if (input.onDate < found.openedOn) return invalid('onDate', 'before-case');
    const reviews = await readReviewsOf(trx, found.id);
    const known = reviews.find(({ id }) => id === input.reviewId);
    if (known)
      return isSame(known, input) ? ok(await reviewViewOf(trx, found)) : invalid('reviewId', 'used-before');
    if ((await readCaseOfReview(trx, input.reviewId)) !== null) return invalid('reviewId', 'used-before');
    const veins = await readCurrentVeins(trx, found.id);
    const checked = checkReview(input, { veins, reviews });
    if (!checked.ok) return checked;
    const { reviewId, ...content } = input;
    const review: Review = { id: reviewId, ...content, recordedAt: at, recordedBy: context.actor.id };
    await insertReview(trx, review);
    await insertReviewedVeins(trx, review, await treatedBy(trx, found, input.onDate, veins));
    await audit({ action: 'review/record', entity: 'review', entityId: review.id, after: review });
    changed({ topic: 'review', id: found.id });
    return ok(await reviewViewOf(trx, found));
  });
}

function isSame(known: Review, { reviewId: _same, ...told }: RecordReview): boolean {
  const { id: _id, recordedAt: _at, recordedBy: _by, ...kept } = known;
  const sorted = (content: Pick<RecordReview | Review, 'responses'>) => ({
    ...content,
    responses: content.responses.toSorted((a, b) => (a.veinId < b.veinId ? -1 : 1)),
  });
  return canonicalJson(sorted(kept)) === canonicalJson(sorted(told));
}

/** The veins that had been treated by the end of a day, as the statistics of the response are to count them. */
async function treatedBy(
  trx: Transaction<Database>,
  treated: TreatmentCase,
  onDate: CalendarDate,
  veins: readonly Vein[],
): Promise<readonly ReviewedVein[]> {
  const injections = await readInjectionsIntoVeins(trx, treated.id);
  const scale = await readMapScale(trx, treated);
  const fitzpatrick = (await readLastAssessment(trx, treated.id))?.fitzpatrick ?? null;
  return treatedVeins(injections.filter((each) => each.onDate <= onDate)).map((vein) => {
    const mapped = veins.find(({ id }) => id === vein.veinId);
    const region = mapped ? measureVein(mapped, scale).region : null;
    return { treated: vein, region, fitzpatrick, daysSince: daysBetween(vein.lastOn, onDate) };
  });
}
