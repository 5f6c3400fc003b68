import { epochMs, type Instant } from '../../kernel/time.ts';
import type { SessionPause } from './reaction.ts';

/** How long a session has lasted; all in milliseconds. */
export interface SessionDuration {
  /** Since it was opened, pauses and all. */
  readonly sinceOpening: number;
  /** Since the first injection, pauses and all; null before it. */
  readonly sinceFirst: number | null;
  /** In pauses, from the opening on. */
  readonly paused: number;
  /** Since the opening without the pauses: what is held against the clinic's 30–45 minutes. */
  readonly worked: number;
}

/** The durations at a moment. Never negative, though a clock was set back. */
export function sessionDuration(
  times: {
    readonly openedAt: Instant;
    /** When the first injection was given; null before it. */
    readonly firstAt: Instant | null;
    readonly pauses: readonly SessionPause[];
  },
  now: Instant,
): SessionDuration {
  const since = (from: Instant) => Math.max(0, epochMs(now) - epochMs(from));
  const sinceOpening = since(times.openedAt);
  const paused = Math.min(sinceOpening, pausedMs(times.pauses, now));
  return {
    sinceOpening,
    sinceFirst: times.firstAt && since(times.firstAt),
    paused,
    worked: sinceOpening - paused,
  };
}

/** The time in at least one pause: two that overlap count once. */
function pausedMs(pauses: readonly SessionPause[], now: Instant): number {
  const spans = pauses
    .map(({ since, resumption }) => [epochMs(since), epochMs(resumption?.at ?? now)] as const)
    .toSorted(([a], [b]) => a - b);
  let sum = 0;
  let reached = Number.NEGATIVE_INFINITY;
  for (const [from, to] of spans) {
    sum += Math.max(0, to - Math.max(from, reached));
    reached = Math.max(reached, to);
  }
  return sum;
}

/** `short` of the usual length, within the `usual` span, or `over` it. */
export type DurationWord = 'short' | 'usual' | 'over';

/** How a duration stands to the minutes that a session usually and at most takes. */
export function durationWord(
  workedMs: number,
  minutes: { readonly usual: number; readonly most: number },
): DurationWord {
  if (workedMs > minutes.most * 60_000) return 'over';
  return workedMs >= minutes.usual * 60_000 ? 'usual' : 'short';
}
