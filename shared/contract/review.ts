import { z } from 'zod';
import { DISPOSITIONS, RESPONSES, SATISFACTIONS, type Review } from '../domain/outcome/review.ts';
import type { TreatedVein } from '../domain/outcome/treated-vein.ts';
import { CEAP_CLASSES, type LegFindings } from '../domain/patient/assessment.ts';
import type { CourseExpectation, Limit } from '../domain/dose/label-profile.ts';
import type { TighterCapSet } from '../domain/dose/tighter-caps.ts';
import type { Leg, Vein } from '../domain/leg-map/vein.ts';
import type { SessionId, VeinId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';
import type { Grams } from '../kernel/units.ts';
import type { GivenToVein } from './plan.ts';
import { vcss, type SessionSummary } from './patient.ts';
import { date, id, note, reason } from './primitives.ts';

const grade = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]);
const legReviewed = z.strictObject({ ceap: z.enum(CEAP_CLASSES).nullable(), vcss: vcss.nullable() });
export const LegsReviewed = z.strictObject({ right: legReviewed, left: legReviewed });

/** Records a review. Sent again with the same `reviewId` and content, it counts once. */
export const RecordReview = z.strictObject({
  reviewId: id('review'),
  caseId: id('case'),
  onDate: date,
  responses: z
    .array(
      z.strictObject({
        veinId: id('vein'),
        response: z.enum(RESPONSES),
        matting: grade,
        pigmentation: grade,
        ulcer: grade,
        disposition: z.enum(DISPOSITIONS).nullable(),
      }),
    )
    .max(5000),
  /** In steps of five: nobody judges finer. */
  improvementPercent: z.int().min(0).max(100).multipleOf(5).nullable(),
  satisfaction: z.enum(SATISFACTIONS).nullable(),
  legs: LegsReviewed,
  /** Until when the veins that rest are left alone; null exactly where none rests. */
  restUntil: date.nullable(),
  note,
  /** The review of the same day whose place it takes. */
  replaces: z.strictObject({ reviewId: id('review'), reason }).nullable(),
});
export type RecordReview = z.output<typeof RecordReview>;

/** Limits of a profile version by which sessions were judged; each stands here once. */
export interface ReviewRules {
  readonly key: string;
  readonly profileName: string;
  readonly approved: boolean;
  readonly limits: readonly Limit[];
}

/** What a session was held against: the version of the profile that it was opened under stays its own. */
export interface SessionJudge {
  readonly sessionId: SessionId;
  /** Names one of `ReviewView.rules`. */
  readonly rulesKey: string;
  readonly weightG: Grams;
  /** What a surgeon set tighter for it. */
  readonly tighterCaps: readonly TighterCapSet[];
}

/** How the legs stood before the treatment. */
export interface LegsBefore {
  readonly recordedAt: Instant;
  readonly legs: Readonly<Record<Leg, LegFindings>>;
}

/** What the review page of a case shows. */
export interface ReviewView {
  /** The newest first, those that a later one took the place of among them. */
  readonly reviews: readonly Review[];
  readonly veins: readonly Vein[];
  readonly heightScale: number;
  readonly given: readonly GivenToVein[];
  /** Each treated vein with all that it was given. */
  readonly treated: readonly TreatedVein[];
  readonly sessions: readonly SessionSummary[];
  /** The rules and the weight that each session was judged by, in the order of the sessions. */
  readonly judgedBy: readonly SessionJudge[];
  readonly rules: readonly ReviewRules[];
  /** As the assessment before the first session found the legs; null where there was none. */
  readonly legsBefore: LegsBefore | null;
  /** What the clinic expects of a course; null where its profile does not say. */
  readonly expectation: CourseExpectation | null;
  /** Veins that are to have a further session and stand in none that is planned. */
  readonly toTreatAgain: readonly VeinId[];
  readonly names: Readonly<Record<string, string>>;
}
