import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { earliestReading, type ClockSet } from '../../../shared/kernel/clock-set.ts';
import { epochMs, hoursBefore, instantOf } from '../../../shared/kernel/time.ts';

const HOUR = 3_600_000;
const start = Date.UTC(2026, 9, 24, 12);
const at = (hours: number) => instantOf(start + hours * HOUR);

describe('how far back 24 hours reach on a clock that was set', () => {
  test('a clock that nobody set: 24 hours', () => {
    expect(earliestReading(at(0), 24, [])).toBe(at(-24));
  });

  test('set forward by a day an hour ago: what it showed 24 true hours ago', () => {
    expect(earliestReading(at(25), 24, [{ at: at(24), byMs: 24 * HOUR }])).toBe(at(-23));
  });

  test('set forward by a year longer ago than a day: that is over', () => {
    const set = { at: at(0), byMs: 365 * 24 * HOUR };
    expect(earliestReading(at(24), 24, [set])).toBe(at(0));
    expect(earliestReading(at(23.5), 24, [set])).toBe(at(-365 * 24 - 0.5));
  });

  test('set back: what it showed before lies ahead and counts, and so does all within 24 hours', () => {
    expect(earliestReading(at(-5), 24, [{ at: at(-6), byMs: -6 * HOUR }])).toBe(at(-29));
  });

  test('set after the moment that is asked about: nothing changes', () => {
    expect(earliestReading(at(0), 24, [{ at: at(5), byMs: 3 * HOUR }])).toBe(at(-24));
  });
});

/** Things that happen one after the other: so much time passes, then the clock is set, or an injection is given. */
const event = fc.record({
  afterMs: fc.integer({ min: 1, max: 20 * HOUR }),
  setByMs: fc.option(
    fc.oneof(
      fc.integer({ min: -400 * 24 * HOUR, max: 400 * 24 * HOUR }),
      fc.constantFrom(-24 * HOUR, -HOUR, HOUR, 24 * HOUR),
    ),
    { nil: null },
  ),
});

test('whatever is done to the clock, what was given within 24 true hours is found', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 40 }), (events) => {
      let [truly, clock] = [start, start];
      const sets: ClockSet[] = [];
      const given: { readonly truly: number; readonly shown: number }[] = [];
      for (const { afterMs, setByMs } of events) {
        truly += afterMs;
        clock += afterMs;
        if (setByMs === null || setByMs === 0) given.push({ truly, shown: clock });
        else sets.push({ at: instantOf((clock += setByMs)), byMs: setByMs });
      }
      const from = epochMs(earliestReading(instantOf(clock), 24, sets));
      const lost = given.filter((each) => truly - each.truly <= 24 * HOUR && each.shown < from);
      expect(lost).toEqual([]);
      expect(from).toBeLessThanOrEqual(epochMs(hoursBefore(instantOf(clock), 24)));
    }),
  );
});
