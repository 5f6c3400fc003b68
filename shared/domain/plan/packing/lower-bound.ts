import type { Leg } from '../../leg-map/vein.ts';
import { emptyLoad, fits, pinnedSessions, type PackingProblem, type PackingUnit } from './problem.ts';

/** How fine the dual feasible functions get; beyond this they add nothing on doses of this kind. */
const FINEST_SHARE = 12;

/**
 * A number of sessions below which no plan can stay, whatever its order: the best of several bounds in every dimension.
 * Units that are too large for a session of their own must have been taken out before.
 */
export function lowerBound(problem: PackingProblem): number {
  const { units, oneLegPerSession } = problem;
  if (units.length === 0) return 0;
  const free = units.filter(({ lockedTo }) => lockedTo === null);
  const packed = oneLegPerSession
    ? boundOf(problem, onLeg(free, 'right')) + boundOf(problem, onLeg(free, 'left'))
    : boundOf(problem, free);
  return Math.max(pinnedSessions(problem), packed, afterFirst(problem, free), 1);
}

function onLeg(units: readonly PackingUnit[], leg: Leg): readonly PackingUnit[] {
  return units.filter(({ legs }) => legs[0] === leg);
}

/** Units that cannot be in a first session with tighter caps need sessions of their own after it. */
function afterFirst(problem: PackingProblem, units: readonly PackingUnit[]): number {
  const empty = emptyLoad(problem);
  const later = units.filter((unit) => !fits(problem, empty, unit, problem.firstCaps));
  return later.length === 0 ? 0 : 1 + boundOf(problem, later);
}

function boundOf(problem: PackingProblem, units: readonly PackingUnit[]): number {
  return problem.caps.reduce(
    (most, cap, dimension) => {
      const sizes = units.map(({ demand }) => demand[dimension] ?? 0).filter((size) => size > 0);
      return Math.max(most, boundInOneDimension(sizes, cap));
    },
    units.length > 0 ? 1 : 0,
  );
}

/** By the sum, by the large ones that exclude each other, and by dual feasible functions. */
function boundInOneDimension(sizes: readonly number[], cap: number): number {
  if (sizes.length === 0) return 0;
  const bounds = [ceilDivide(sum(sizes), cap)];
  for (const threshold of new Set(sizes.filter((size) => size * 2 <= cap))) {
    bounds.push(boundByThreshold(sizes, cap, threshold));
  }
  bounds.push(boundByThreshold(sizes, cap, 0));
  for (let share = 1; share <= FINEST_SHARE; share += 1) bounds.push(boundByShares(sizes, cap, share));
  return Math.max(...bounds);
}

/** Martello and Toth: what leaves less than `threshold` free fills a session alone, what is smaller than it is left out. */
function boundByThreshold(sizes: readonly number[], cap: number, threshold: number): number {
  const alone = sizes.filter((size) => size > cap - threshold).length;
  const large = sizes.filter((size) => size <= cap - threshold && size * 2 > cap);
  const small = sizes.filter((size) => size * 2 <= cap && size >= threshold);
  const roomBesideLarge = large.length * cap - sum(large);
  const overflow = Math.max(0, sum(small) - roomBesideLarge);
  return alone + large.length + ceilDivide(overflow, cap);
}

/** Fekete and Schepers: a size of more than m of k + 1 equal shares of the cap counts as m of k. */
function boundByShares(sizes: readonly number[], cap: number, shares: number): number {
  let numerator = 0;
  for (const size of sizes) {
    const exact = size * (shares + 1);
    numerator += exact % cap === 0 ? size * shares : Math.floor(exact / cap) * cap;
  }
  return ceilDivide(numerator, cap * shares);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function ceilDivide(dividend: number, divisor: number): number {
  return Math.floor((dividend + divisor - 1) / divisor);
}
