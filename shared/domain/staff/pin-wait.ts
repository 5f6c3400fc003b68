/** Wrong PINs in a row, and when the last one was typed. */
export interface WrongTries {
  readonly count: number;
  readonly lastAtMs: number;
}

const LONGEST_WAIT_MS = 300_000;
/** From so many wrong PINs in a row on, somebody else should look after it. */
export const TRIES_TO_TELL = 5;

/**
 * Whole seconds until the next try counts: 1 after the first wrong PIN, twice as long after each further one, at most 300. A clock
 * that was set back does not make it longer.
 */
export function secondsToWait({ count, lastAtMs }: WrongTries, nowMs: number): number {
  if (count === 0) return 0;
  const waitMs = Math.min(LONGEST_WAIT_MS, 1000 * 2 ** (count - 1));
  return Math.ceil(Math.min(waitMs, Math.max(0, lastAtMs + waitMs - nowMs)) / 1000);
}
