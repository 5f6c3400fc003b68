import { z } from 'zod';
import { REACTION_GRADES, REACTION_KINDS } from '../domain/session/reaction.ts';
import { isInstant, type Instant } from '../kernel/time.ts';
import { id, line, note, pin, reason } from './primitives.ts';

/** A moment in UTC with milliseconds. */
const instant = z
  .string()
  .max(24)
  .transform((text, check): Instant => {
    if (isInstant(text)) return text;
    check.addIssue({ code: 'custom', message: 'not a moment' });
    return z.NEVER;
  });

export const RecordReaction = z.strictObject({
  /** Made by the screen: sent twice, it counts once. */
  reactionId: id('reaction'),
  sessionId: id('session'),
  kind: z.enum(REACTION_KINDS),
  grade: z.enum(REACTION_GRADES),
  veinId: id('vein').nullable(),
  lotId: id('lot').nullable(),
  injectionId: id('injection').nullable(),
  note,
  done: note,
  /** Null: now. */
  happenedAt: instant.nullable(),
});
export type RecordReaction = z.output<typeof RecordReaction>;

export const StrikeOutReaction = z.strictObject({ reactionId: id('reaction'), reason });
export type StrikeOutReaction = z.output<typeof StrikeOutReaction>;

export const PauseSession = z.strictObject({ sessionId: id('session'), reason: line(300) });
export type PauseSession = z.output<typeof PauseSession>;

export const ResumeSession = z.strictObject({
  sessionId: id('session'),
  /** After something serious: a surgeon's own PIN and reason. */
  surgeon: z.strictObject({ surgeonId: id('person'), pin, reason }).nullable(),
});
export type ResumeSession = z.output<typeof ResumeSession>;

/** Leaves veins for another session, or takes them up again. */
export const LeaveVeins = z.strictObject({
  sessionId: id('session'),
  veinIds: z.array(id('vein')).min(1).max(500),
  later: z.boolean(),
  reason: line(300),
});
export type LeaveVeins = z.output<typeof LeaveVeins>;
