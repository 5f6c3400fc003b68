import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  nearestTick,
  placeTicks,
  wordedTicks,
} from '../../../../../renderer/features/map/time/place-ticks.ts';
import { addDays, calendarDate, type CalendarDate } from '../../../../../shared/kernel/time.ts';

const START = calendarDate('2026-01-01');
const daysAt = (...offsets: number[]): CalendarDate[] => offsets.map((offset) => addDays(START, offset));
const offsets = fc.uniqueArray(fc.integer({ min: 0, max: 4000 }), { minLength: 2, maxLength: 40 });

describe('the ticks of the time slider', () => {
  it('stand in proportion to the time between them', () => {
    expect(placeTicks(daysAt(0, 100, 300), { width: 600, least: 50 }).xs).toEqual([0, 200, 600]);
  });

  it('keep a least distance where two days are near to each other', () => {
    expect(placeTicks(daysAt(0, 1, 101), { width: 400, least: 80 }).xs).toEqual([0, 80, 400]);
  });

  it('draw a pause of years short, and say that they do', () => {
    const { xs, breaks } = placeTicks(daysAt(0, 365, 365 + 1826), { width: 400, least: 50 });
    expect(xs).toEqual([0, 200, 400]);
    expect(breaks).toEqual([{ x: 300, days: 1826 }]);
  });

  it('stand alike where there is no room for the least distance', () => {
    expect(placeTicks(daysAt(0, 1, 50, 51, 300), { width: 100, least: 60 }).xs).toEqual([0, 25, 50, 75, 100]);
  });

  it('are one tick at the start for one day', () => {
    expect(placeTicks(daysAt(0), { width: 100, least: 60 })).toEqual({ xs: [0], breaks: [] });
  });

  it('fill the width, in order, each pause at its least or more, a longer pause never the shorter one', () => {
    fc.assert(
      fc.property(offsets, fc.integer({ min: 100, max: 1500 }), (unsorted, width) => {
        const sorted = unsorted.toSorted((a, b) => a - b);
        const least = 20;
        const { xs } = placeTicks(daysAt(...sorted), { width, least });
        const gaps = xs.slice(1).map((x, index) => x - (xs[index] ?? 0));
        const pauses = sorted.slice(1).map((day, index) => day - (sorted[index] ?? 0));
        expect(xs).toHaveLength(sorted.length);
        expect(xs.at(-1)).toBeCloseTo(width, 6);
        expect(Math.min(...gaps)).toBeGreaterThanOrEqual(Math.min(least, width / gaps.length) - 1e-6);
        for (const [index, gap] of gaps.entries())
          for (const [other, otherGap] of gaps.entries())
            if ((pauses[index] ?? 0) > (pauses[other] ?? 0))
              expect(gap).toBeGreaterThanOrEqual(otherGap - 1e-6);
      }),
    );
  });

  it('give words to the chosen one first, then to the ends, and never over each other', () => {
    expect([...wordedTicks([0, 40, 80, 120, 160], { least: 70, first: [1, 4, 0] })].toSorted()).toEqual([
      1, 4,
    ]);
    expect([...wordedTicks([0, 80, 160], { least: 70, first: [] })]).toEqual([0, 1, 2]);
  });

  it('are hit by the nearest place', () => {
    expect(nearestTick([0, 100, 300], 140)).toBe(1);
    expect(nearestTick([0, 100, 300], 900)).toBe(2);
    expect(nearestTick([0, 100, 300], -50)).toBe(0);
  });
});
