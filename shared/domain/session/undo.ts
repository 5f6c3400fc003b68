import { epochMs, type Instant } from '../../kernel/time.ts';
import type { PersonId } from '../../kernel/ids.ts';
import type { Injection } from './session.ts';

/** For so long after the core has it an injection can be taken back with one press: still a strike-out, and told as one. */
export const UNDO_MS = 10_000;

/** The newest injection, while whoever gave it can still take it back with one press; counted from the core's own time. */
export function undoable(injections: readonly Injection[], me: PersonId, now: Instant): Injection | null {
  const newest = injections.at(-1);
  if (!newest || newest.strikeOut !== null || newest.givenBy !== me) return null;
  return undoLeftMs(newest, now) > 0 ? newest : null;
}

/** Clocks of two screens may differ by so much. */
const SKEW_MS = 2_000;

/** How long an injection can still be taken back with one press: 0 to `UNDO_MS`; 0 where its time lies ahead, for a clock was set back. */
export function undoLeftMs({ givenAt }: Pick<Injection, 'givenAt'>, now: Instant): number {
  const gone = epochMs(now) - epochMs(givenAt);
  return gone < -SKEW_MS ? 0 : Math.max(0, UNDO_MS - Math.max(0, gone));
}
