import { daysBetween, type CalendarDate } from '../../../../shared/kernel/time.ts';

/** A stretch of time that is drawn shorter than it was. */
export interface TimeBreak {
  /** Its middle, in pixels. */
  readonly x: number;
  readonly days: number;
}

export interface PlacedTicks {
  /** Of each day, in pixels from the first one. */
  readonly xs: readonly number[];
  readonly breaks: readonly TimeBreak[];
}

/** A longer pause is drawn as one of this length, with a break in the line: a year of pause says as much as five. */
const LONGEST_DRAWN_DAYS = 365;

/**
 * Places days, the oldest first, on a line of some width: in proportion to the time between them, but never nearer than `least`
 * pixels, as long as there is room for that.
 */
export function placeTicks(
  days: readonly CalendarDate[],
  { width, least }: { readonly width: number; readonly least: number },
): PlacedTicks {
  const pauses = days.slice(1).map((day, index) => daysBetween(days[index] ?? day, day));
  const gaps = sharedOut(
    pauses.map((pause) => Math.min(pause, LONGEST_DRAWN_DAYS)),
    width,
    least,
  );
  const xs = gaps.reduce<readonly number[]>((placed, gap) => [...placed, (placed.at(-1) ?? 0) + gap], [0]);
  const breaks = pauses.flatMap((pause, index) =>
    pause > LONGEST_DRAWN_DAYS ? [{ x: ((xs[index] ?? 0) + (xs[index + 1] ?? 0)) / 2, days: pause }] : [],
  );
  return { xs: xs.slice(0, days.length), breaks };
}

/** A width in shares as the sizes are, none smaller than `least`; all alike where even that is too much. */
function sharedOut(sizes: readonly number[], width: number, least: number): readonly number[] {
  if (sizes.length * least >= width) return sizes.map(() => width / sizes.length);
  let large = sizes.map((size) => size > 0);
  for (;;) {
    const total = sizes.reduce((sum, size, index) => (large[index] ? sum + size : sum), 0);
    const free = width - least * large.filter((is) => !is).length;
    const next = sizes.map((size, index) => large[index] === true && (size * free) / total >= least);
    if (next.every((is, index) => is === large[index])) {
      return total === 0
        ? sizes.map(() => width / sizes.length)
        : sizes.map((size, index) => (large[index] ? (size * free) / total : least));
    }
    large = next;
  }
}

/**
 * Which ticks get their words, so that no two come nearer than `least` pixels: those of `first` in their order, then the others
 * from the left.
 */
export function wordedTicks(
  xs: readonly number[],
  { least, first }: { readonly least: number; readonly first: readonly number[] },
): ReadonlySet<number> {
  const worded = new Set<number>();
  const order = [...first, ...xs.keys()];
  for (const index of order) {
    const x = xs[index];
    if (x === undefined) continue;
    const free = [...worded].every((other) => Math.abs((xs[other] ?? 0) - x) >= least - 0.01);
    if (free) worded.add(index);
  }
  return worded;
}

/** The tick that is nearest to a place on the line. */
export function nearestTick(xs: readonly number[], x: number): number {
  const distances = xs.map((tick) => Math.abs(tick - x));
  return Math.max(0, distances.indexOf(Math.min(...distances)));
}
