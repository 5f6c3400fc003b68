import { z } from 'zod';
import { RESPONSES, SATISFACTIONS, type Review } from '../domain/outcome/review.ts';
import type { LabelProfile } from '../domain/dose/label-profile.ts';
import type { TighterCapSet } from '../domain/dose/tighter-caps.ts';
import type { Vein } from '../domain/leg-map/vein.ts';
import type { SessionId } from '../kernel/ids.ts';
import type { Grams } from '../kernel/units.ts';
import type { GivenToVein } from './plan.ts';
import type { SessionSummary } from './patient.ts';
import { date, id, note } from './primitives.ts';

const grade = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]);

export const RecordReview = z.strictObject({
  caseId: id('case'),
  onDate: date,
  responses: z
    .array(
      z.strictObject({
        veinId: id('vein'),
        response: z.enum(RESPONSES),
        matting: grade,
        pigmentation: grade,
      }),
    )
    .max(5000),
  improvementPercent: z.int().min(0).max(100).nullable(),
  satisfaction: z.enum(SATISFACTIONS).nullable(),
  note,
});
export type RecordReview = z.output<typeof RecordReview>;

/** What a session was held against: the version of the profile that it was opened under stays its own. */
export interface SessionJudge {
  readonly sessionId: SessionId;
  readonly profile: LabelProfile;
  readonly profileApproved: boolean;
  readonly weightG: Grams;
  /** What a surgeon set tighter for it. */
  readonly tighterCaps: readonly TighterCapSet[];
}

/** What the review page of a case shows. */
export interface ReviewView {
  /** The newest first. */
  readonly reviews: readonly Review[];
  readonly veins: readonly Vein[];
  readonly heightScale: number;
  readonly given: readonly GivenToVein[];
  readonly sessions: readonly SessionSummary[];
  /** The rules and the weight that each session was judged by, in the order of the sessions. */
  readonly judgedBy: readonly SessionJudge[];
  readonly names: Readonly<Record<string, string>>;
}
