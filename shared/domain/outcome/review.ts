import type { CaseId, PersonId, ReviewId, VeinId } from '../../kernel/ids.ts';
import type { CalendarDate, Instant } from '../../kernel/time.ts';
import type { Leg } from '../leg-map/vein.ts';
import type { CeapClass, VcssScore } from '../patient/assessment.ts';

export const RESPONSES = ['cleared', 'better', 'same', 'worse', 'not-seen'] as const;
export type Response = (typeof RESPONSES)[number];

export const SATISFACTIONS = ['dissatisfied', 'neither', 'satisfied', 'very-satisfied'] as const;
export type Satisfaction = (typeof SATISFACTIONS)[number];

/** 0 none, 1 mild, 2 moderate, 3 severe. */
export const SIDE_EFFECT_GRADES = [0, 1, 2, 3] as const;
export type SideEffectGrade = (typeof SIDE_EFFECT_GRADES)[number];

export const SIDE_EFFECTS = ['matting', 'pigmentation', 'ulcer'] as const;
/** What a treatment may leave behind beside a vein. */
export type SideEffect = (typeof SIDE_EFFECTS)[number];

export const DISPOSITIONS = ['further-session', 'laser', 'rest', 'done'] as const;
/** What becomes of a vein that has not cleared: treated again, sent to laser, left to rest, or left as it is. */
export type Disposition = (typeof DISPOSITIONS)[number];

/** How one vein looked on the day of a review. */
export interface VeinResponse extends Readonly<Record<SideEffect, SideEffectGrade>> {
  readonly veinId: VeinId;
  readonly response: Response;
  /** Null: nothing left to decide, or not decided. */
  readonly disposition: Disposition | null;
}

/** What was found on a leg at a review. Null: not judged again, which is not the same as unchanged. */
export interface LegReview {
  readonly ceap: CeapClass | null;
  readonly vcss: VcssScore | null;
}

/** A review of the response. Only added: a mistake is put right by a later review that takes its place. */
export interface Review {
  readonly id: ReviewId;
  readonly caseId: CaseId;
  readonly onDate: CalendarDate;
  readonly responses: readonly VeinResponse[];
  /** Overall improvement as the clinician judges it, 0 to 100 %. */
  readonly improvementPercent: number | null;
  readonly satisfaction: Satisfaction | null;
  readonly legs: Readonly<Record<Leg, LegReview>>;
  /** Until when the veins that rest are left alone; null where none rests. */
  readonly restUntil: CalendarDate | null;
  readonly note: string;
  /** The review of the same day that this one takes the place of, and why. */
  readonly replaces: { readonly reviewId: ReviewId; readonly reason: string } | null;
  readonly recordedAt: Instant;
  readonly recordedBy: PersonId;
}

/** The reviews that hold: those whose place no later one took. */
export function standingReviews<R extends Pick<Review, 'id' | 'replaces'>>(
  reviews: readonly R[],
): readonly R[] {
  const replaced = new Set(reviews.map(({ replaces }) => replaces?.reviewId));
  return reviews.filter(({ id }) => !replaced.has(id));
}

/** Whether something is left of a vein, or beside it, that can be decided on. */
export function isLeft({ response, matting }: Pick<VeinResponse, 'response' | 'matting'>): boolean {
  return response === 'not-seen' ? false : response !== 'cleared' || matting > 0;
}
