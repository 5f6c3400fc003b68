import { z } from 'zod';
import { DISPOSITIONS, RESPONSES, SATISFACTIONS } from '../domain/outcome/review.ts';
import { CEAP_CLASSES } from '../domain/patient/assessment.ts';
import { date, id } from './primitives.ts';

const grade = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]);
/** Null: nobody has given it a value yet. */
const item = grade.nullable();

const vcssSoFar = z
  .strictObject({
    pain: item,
    'varicose-veins': item,
    oedema: item,
    pigmentation: item,
    inflammation: item,
    induration: item,
    'ulcer-count': item,
    'ulcer-duration': item,
    'ulcer-size': item,
    compression: item,
  })
  .readonly();
const leg = z.strictObject({ ceap: z.enum(CEAP_CLASSES).nullable(), vcss: vcssSoFar }).readonly();
const text = z.string().max(2000);

/** A review as it is filled in so far. */
export const ReviewDraft = z
  .strictObject({
    reviewId: id('review'),
    ratings: z
      .array(
        z
          .strictObject({
            veinId: id('vein'),
            response: z.enum(RESPONSES),
            matting: grade,
            pigmentation: grade,
            ulcer: grade,
            disposition: z.enum(DISPOSITIONS).nullable(),
          })
          .readonly(),
      )
      .max(5000)
      .readonly(),
    improvementPercent: z.int().min(0).max(100).nullable(),
    satisfaction: z.enum(SATISFACTIONS).nullable(),
    legs: z.strictObject({ right: leg, left: leg }).readonly(),
    restUntil: date.nullable(),
    note: text,
    /** The review that it is to take the place of. */
    corrects: z
      .strictObject({ reviewId: id('review'), onDate: date, reason: text })
      .readonly()
      .nullable(),
  })
  .readonly();
export type ReviewDraft = z.output<typeof ReviewDraft>;

/** Keeps what somebody has filled in of a review; null: nothing any more. */
export const KeepReviewDraft = z.strictObject({ caseId: id('case'), draft: ReviewDraft.nullable() });
export type KeepReviewDraft = z.output<typeof KeepReviewDraft>;
