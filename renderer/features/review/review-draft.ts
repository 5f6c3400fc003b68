import type { RecordReview } from '../../../shared/contract/review.ts';
import type { ReviewDraft } from '../../../shared/contract/review-draft.ts';
import { LEGS, type Leg, type Vein } from '../../../shared/domain/leg-map/vein.ts';
import { dispositionsFor, laserReason } from '../../../shared/domain/outcome/remains.ts';
import type {
  Disposition,
  Response,
  Review,
  SideEffect,
  SideEffectGrade,
  VeinResponse,
} from '../../../shared/domain/outcome/review.ts';
import { VCSS_ITEMS, type VcssItem, type VcssScore } from '../../../shared/domain/patient/assessment.ts';
import type { CaseId, ReviewId, VeinId } from '../../../shared/kernel/ids.ts';
import type { CalendarDate } from '../../../shared/kernel/time.ts';
import { reviewText } from '../../text/review-text.ts';
import type { Ratings } from './review-model.ts';

/** What was scored of a leg so far. */
export type VcssSoFar = ReviewDraft['legs'][Leg]['vcss'];

/** A leg of which nobody has scored anything. */
export const NOT_SCORED: VcssSoFar = mapItems(() => null);

/** A review of which nothing is filled in. */
export function emptyDraft(reviewId: ReviewId): ReviewDraft {
  const leg = { ceap: null, vcss: NOT_SCORED };
  return {
    reviewId,
    ratings: [],
    improvementPercent: null,
    satisfaction: null,
    legs: { right: leg, left: leg },
    restUntil: null,
    note: '',
    corrects: null,
  };
}

/** A review that is to be put right: filled in as it was saved. */
export function correctionOf(review: Review, reviewId: ReviewId): ReviewDraft {
  const leg = ({ ceap, vcss }: Review['legs'][Leg]) => ({ ceap, vcss: vcss ?? NOT_SCORED });
  return {
    reviewId,
    ratings: review.responses,
    improvementPercent: review.improvementPercent,
    satisfaction: review.satisfaction,
    legs: { right: leg(review.legs.right), left: leg(review.legs.left) },
    restUntil: review.restUntil,
    note: review.note,
    corrects: { reviewId: review.id, onDate: review.onDate, reason: '' },
  };
}

/** The ratings of a draft by vein. */
export function draftRatings({ ratings }: Pick<ReviewDraft, 'ratings'>): Ratings {
  return new Map(ratings.map((rating) => [rating.veinId, rating]));
}

const UNRATED = { matting: 0, pigmentation: 0, ulcer: 0, disposition: null } as const;

/** Rates a vein; its side effects stay. What was decided on it stays as long as it is still to be decided on. */
export function rated(draft: ReviewDraft, veinId: VeinId, response: Response): ReviewDraft {
  return withRating(draft, { ...UNRATED, ...draftRatings(draft).get(veinId), veinId, response });
}

/** Grades a side effect. A vein with a side effect but no rating counts as seen and the same. */
export function graded(
  draft: ReviewDraft,
  veinId: VeinId,
  effect: SideEffect,
  grade: SideEffectGrade,
): ReviewDraft {
  const known = draftRatings(draft).get(veinId) ?? { ...UNRATED, veinId, response: 'same' };
  return withRating(draft, { ...known, [effect]: grade });
}

/** The grade after this one, and after the last none. */
export function nextGrade(grade: SideEffectGrade): SideEffectGrade {
  return ({ 0: 1, 1: 2, 2: 3, 3: 0 } as const)[grade];
}

/** Rates all that are not rated yet. */
export function restRated(draft: ReviewDraft, veinIds: readonly VeinId[], response: Response): ReviewDraft {
  const known = draftRatings(draft);
  return veinIds.filter((id) => !known.has(id)).reduce((next, id) => rated(next, id, response), draft);
}

function withRating(draft: ReviewDraft, rating: VeinResponse): ReviewDraft {
  const known = draft.ratings.find(({ veinId }) => veinId === rating.veinId);
  const isAsBefore = known?.response === rating.response && known.matting === rating.matting;
  // Laser hangs on what was seen: where that changes it is to be decided again.
  const isOpen = dispositionsFor(rating, null).length > 0 && (isAsBefore || rating.disposition !== 'laser');
  const settled = isOpen ? rating : { ...rating, disposition: null };
  const others = draft.ratings.filter(({ veinId }) => veinId !== rating.veinId);
  return withoutIdleRest({ ...draft, ratings: [...others, settled] });
}

/** What may become of a vein, as it is rated and with what earlier reviews saw. */
export function choicesFor(
  vein: Vein,
  rating: VeinResponse | null,
  earlier: readonly Review[],
): readonly Disposition[] {
  return rating === null ? [] : dispositionsFor(rating, laserReason(vein, rating, earlier));
}

/** Decides what becomes of veins; where that may not be, nothing changes. */
export function decided(
  draft: ReviewDraft,
  veins: readonly Vein[],
  disposition: Disposition,
  earlier: readonly Review[],
): ReviewDraft {
  const byId = new Map(veins.map((vein) => [vein.id, vein]));
  const ratings = draft.ratings.map((rating) => {
    const vein = byId.get(rating.veinId);
    const isOffered = vein && choicesFor(vein, rating, earlier).includes(disposition);
    return isOffered ? { ...rating, disposition } : rating;
  });
  return withoutIdleRest({ ...draft, ratings });
}

/** A day of rest without a vein that rests says nothing. */
function withoutIdleRest(draft: ReviewDraft): ReviewDraft {
  const rests = draft.ratings.some(({ disposition }) => disposition === 'rest');
  return rests ? draft : { ...draft, restUntil: null };
}

export function withLeg(
  draft: ReviewDraft,
  leg: Leg,
  change: Partial<ReviewDraft['legs'][Leg]>,
): ReviewDraft {
  return { ...draft, legs: { ...draft.legs, [leg]: { ...draft.legs[leg], ...change } } };
}

/** Gives the items that have no value yet the one of an earlier score. */
export function restAsBefore(draft: ReviewDraft, leg: Leg, before: VcssScore): ReviewDraft {
  const { vcss } = draft.legs[leg];
  return withLeg(draft, leg, { vcss: mapItems((item) => vcss[item] ?? before[item]) });
}

function mapItems<Value>(valueOf: (item: VcssItem) => Value): Readonly<Record<VcssItem, Value>> {
  return {
    pain: valueOf('pain'),
    'varicose-veins': valueOf('varicose-veins'),
    oedema: valueOf('oedema'),
    pigmentation: valueOf('pigmentation'),
    inflammation: valueOf('inflammation'),
    induration: valueOf('induration'),
    'ulcer-count': valueOf('ulcer-count'),
    'ulcer-duration': valueOf('ulcer-duration'),
    'ulcer-size': valueOf('ulcer-size'),
    compression: valueOf('compression'),
  };
}

/** The score of a leg once all ten items have a value. */
export function fullScore(vcss: VcssSoFar): VcssScore | null {
  return scoredItems(vcss) === VCSS_ITEMS.length ? mapItems((item) => vcss[item] ?? 0) : null;
}

/** How many items of a leg have a value. */
export function scoredItems(vcss: VcssSoFar): number {
  return VCSS_ITEMS.filter((item) => vcss[item] !== null).length;
}

/** Why the review cannot be saved yet, in words; null where it can. */
export function missingFrom(draft: ReviewDraft): string | null {
  const { missing } = reviewText;
  const halfScored = LEGS.find((leg) => {
    const { vcss } = draft.legs[leg];
    return scoredItems(vcss) > 0 && fullScore(vcss) === null;
  });
  if (isEmpty(draft)) return missing.nothing;
  if (halfScored) return missing.score(halfScored);
  const rests = draft.ratings.some(({ disposition }) => disposition === 'rest');
  if (rests && draft.restUntil === null) return missing.rest;
  return draft.corrects && draft.corrects.reason.trim().length < 3 ? missing.reason : null;
}

/** Whether nothing was filled in that a review could hold; a note alone is none. */
export function isEmpty(draft: ReviewDraft): boolean {
  return (
    draft.ratings.length === 0 &&
    draft.improvementPercent === null &&
    draft.satisfaction === null &&
    LEGS.every((leg) => draft.legs[leg].ceap === null && scoredItems(draft.legs[leg].vcss) === 0)
  );
}

/** The review as the core takes it. */
export function reviewToSend(caseId: CaseId, draft: ReviewDraft, today: CalendarDate): RecordReview {
  const leg = ({ ceap, vcss }: ReviewDraft['legs'][Leg]) => ({ ceap, vcss: fullScore(vcss) });
  const { reviewId, ratings, improvementPercent, satisfaction, restUntil, note, corrects } = draft;
  return {
    reviewId,
    caseId,
    onDate: corrects?.onDate ?? today,
    responses: ratings.map((rating) => ({ ...rating })),
    improvementPercent,
    satisfaction,
    legs: { right: leg(draft.legs.right), left: leg(draft.legs.left) },
    restUntil,
    note: note.trim(),
    replaces: corrects && { reviewId: corrects.reviewId, reason: corrects.reason.trim() },
  };
}
