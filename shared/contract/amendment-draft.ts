import { z } from 'zod';
import { id } from './primitives.ts';

/** An amendment as it is filled in so far. */
export const AmendmentDraft = z
  .strictObject({
    amendmentId: id('amendment'),
    /** The screen's own words, as JSON. */
    content: z.string().max(40_000),
  })
  .readonly();
export type AmendmentDraft = z.output<typeof AmendmentDraft>;

/** Keeps what somebody has filled in of an amendment; null: nothing any more. */
export const KeepAmendmentDraft = z.strictObject({
  sessionId: id('session'),
  draft: AmendmentDraft.nullable(),
});
export type KeepAmendmentDraft = z.output<typeof KeepAmendmentDraft>;
