import type { PlanOrder } from '../planner-input.ts';
import { distanceTo, type Arrangement } from './arrangement.ts';
import { capsOf, unitAt } from './problem.ts';

/** By how much something worth making small would grow if a unit went to another session. Whole numbers. */
export type Goal = (arrangement: Arrangement, index: number, to: number) => number;

/** Spreads of fill are told apart in steps of this many thousandths; less is not worth a detour. */
const SPREAD_STEP = 50;

/**
 * What a plan is made good by, after the number of sessions: each goal counts only where all before it are equal.
 * - `fewest`: feeders early (the sum of their sessions' numbers); veins where they are now; neighbours together (how far veins lie from
 *   those that they share a session with: 0 in one region, 1 in regions that border on each other, 2 on one leg, 4 on the other, each
 *   vein's mean); early sessions full (µL × sessions waited).
 * - `balanced`: sessions filled alike, to a twentieth of their cap; then feeders, place now and neighbours as above; then alike to the last.
 * - `feeders-first`: feeders early; larger vessels early; then as `fewest`.
 * Above all of them a vein that is too large for one session is given in as few as may be. `ignoreNow` leaves the place now out.
 */
export function goalsOf(order: PlanOrder, ignoreNow: boolean): readonly Goal[] {
  const common = ignoreNow ? [apart] : [moved, apart];
  switch (order) {
    case 'fewest':
      return [parts, feedersLate, ...common, volumeLate];
    case 'feeders-first':
      return [parts, feedersLate, largeLate, ...common, volumeLate];
    case 'balanced':
      return [parts, spread, feedersLate, ...common, unevenness];
  }
}

/** What comes before the goals of `balanced`: a spread falls by single moves only if all fills draw together. */
export const BALANCING: readonly Goal[] = [parts, unevenness];

function from({ placed }: Arrangement, index: number): number {
  return placed[index] ?? 0;
}

function feedersLate(arrangement: Arrangement, index: number, to: number): number {
  return unitAt(arrangement.problem, index).feedsOthers ? to - from(arrangement, index) : 0;
}

function largeLate(arrangement: Arrangement, index: number, to: number): number {
  return unitAt(arrangement.problem, index).isLargeVessel ? to - from(arrangement, index) : 0;
}

function moved(arrangement: Arrangement, index: number, to: number): number {
  const { now } = unitAt(arrangement.problem, index);
  if (now === null) return 0;
  return (to === now ? 0 : 1) - (from(arrangement, index) === now ? 0 : 1);
}

function apart(arrangement: Arrangement, index: number, to: number): number {
  const { counts, distances } = arrangement;
  const changeAt = (session: number, times: 1 | -1) => {
    const [count, distance] = [counts[session] ?? 0, distances[session] ?? 0];
    const change = times * distanceTo(arrangement, index, session);
    return meanDistance(distance + change, count + times) - meanDistance(distance, count);
  };
  return changeAt(from(arrangement, index), -1) + changeAt(to, 1);
}

/** Of the units of a session from each other, added up over them, in thousandths. */
function meanDistance(distance: number, count: number): number {
  return count > 0 ? Math.floor((distance * 2_000) / count) : 0;
}

function volumeLate(arrangement: Arrangement, index: number, to: number): number {
  return (to - from(arrangement, index)) * unitAt(arrangement.problem, index).volumeUl;
}

/** How many sessions the vein of a part is in. */
function parts({ problem, placed }: Arrangement, index: number, to: number): number {
  const { partOf } = unitAt(problem, index);
  if (partOf === null) return 0;
  const others = placed.filter((_, other) => other !== index && problem.units[other]?.partOf === partOf);
  return (others.includes(to) ? 0 : 1) - (others.includes(placed[index] ?? null) ? 0 : 1);
}

function unevenness(arrangement: Arrangement, index: number, to: number): number {
  const { fills } = arrangement;
  const [fromFill, toFill] = fillsAfter(arrangement, index, to);
  const [before, after] = [fills[from(arrangement, index)] ?? 0, fills[to] ?? 0];
  return fromFill ** 2 + toFill ** 2 - before ** 2 - after ** 2;
}

function spread(arrangement: Arrangement, index: number, to: number): number {
  const [fromFill, toFill] = fillsAfter(arrangement, index, to);
  const before = arrangement.fills;
  const after = before.with(from(arrangement, index), fromFill).with(to, toFill);
  return spreadSteps(after) - spreadSteps(before);
}

function spreadSteps(fills: readonly number[]): number {
  return Math.ceil((Math.max(0, ...fills) - Math.min(...fills, 1_000_000)) / SPREAD_STEP);
}

/** The fills of the session that a unit leaves and of the one that it goes to. */
function fillsAfter(arrangement: Arrangement, index: number, to: number): readonly [number, number] {
  const { problem, loads } = arrangement;
  const { demand } = unitAt(problem, index);
  const fill = (session: number, times: 1 | -1) => {
    const caps = capsOf(problem, session);
    const used = loads[session]?.used ?? [];
    return used.reduce((most, amount, at) => {
      const cap = caps[at] ?? 0;
      return cap > 0
        ? Math.max(most, Math.floor(((amount + times * (demand[at] ?? 0)) * 1_000) / cap))
        : most;
    }, 0);
  };
  return [fill(from(arrangement, index), -1), fill(to, 1)];
}
