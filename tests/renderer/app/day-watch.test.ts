import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchDay } from '../../../renderer/app/day-watch.ts';

const HOUR = 3_600_000;
const at = (day: number, hours: number, minutes = 0, seconds = 0) =>
  new Date(2026, 10, day, hours, minutes, seconds);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A page that was opened at a moment, and how often the day has turned on it. */
function pageOpenedAt(moment: Date) {
  vi.setSystemTime(moment);
  let turns = 0;
  const watch = watchDay(() => {
    turns += 1;
  });
  return { watch, turns: () => turns };
}

test('the day turns at midnight, not before, and once', () => {
  const page = pageOpenedAt(at(22, 23, 59, 30));
  vi.advanceTimersByTime(29_999);
  expect(page.turns()).toBe(0);
  vi.advanceTimersByTime(1);
  expect(page.turns()).toBe(1);
  vi.advanceTimersByTime(24 * HOUR - 1);
  expect(page.turns()).toBe(1);
  vi.advanceTimersByTime(1);
  expect(page.turns()).toBe(2);
});

test('a clock that is set to another day, ahead or back, is noticed within a minute', () => {
  const page = pageOpenedAt(at(22, 10));
  vi.setSystemTime(at(23, 9));
  vi.advanceTimersByTime(60_000);
  expect(page.turns()).toBe(1);
  vi.setSystemTime(at(22, 9));
  vi.advanceTimersByTime(60_000);
  expect(page.turns()).toBe(2);
  vi.setSystemTime(at(22, 18));
  vi.advanceTimersByTime(60_000);
  expect(page.turns()).toBe(2);
});

test('a page that is seen again after the machine slept over midnight turns at once', () => {
  const page = pageOpenedAt(at(22, 22));
  vi.setSystemTime(at(23, 7));
  page.watch.look();
  expect(page.turns()).toBe(1);
  page.watch.look();
  expect(page.turns()).toBe(1);
});

test('a page that is gone watches no more', () => {
  const page = pageOpenedAt(at(22, 23, 59));
  page.watch.stop();
  vi.advanceTimersByTime(48 * HOUR);
  expect(page.turns()).toBe(0);
});
