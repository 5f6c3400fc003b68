import { epochMs, instantOf, type Instant } from './time.ts';

/** Somebody, or the machine itself, set its clock while the program ran. */
export interface ClockSet {
  /** What the clock showed when it was noticed. */
  readonly at: Instant;
  /** How far it was set: forward, or, negative, back. */
  readonly byMs: number;
}

/**
 * The earliest reading that the clock can have had within the hours before another reading, when it was set in between (`sets`,
 * in the order in which they happened). Never later than the plain difference: what was given within these hours is always found,
 * and where a clock was set forward, so is what only seems to be older.
 */
export function earliestReading(at: Instant, hours: number, sets: readonly ClockSet[]): Instant {
  let reading = epochMs(at);
  let left = hours * 3_600_000;
  let earliest = reading - left;
  for (const set of sets.toReversed()) {
    const since = reading - epochMs(set.at);
    // Set after the reading that is asked about, or longer ago than the hours reach.
    if (since < 0) continue;
    if (since >= left) break;
    left -= since;
    reading = epochMs(set.at) - set.byMs;
    earliest = Math.min(earliest, reading - left);
  }
  return instantOf(earliest);
}
