import {
  capsOf,
  fits,
  lockedLoads,
  pinnedSessions,
  unitAt,
  type PackingProblem,
  type SessionLoad,
} from './problem.ts';
import { bothLocked, mayShare, type Relations } from './relations.ts';

/** Where a unit can be: with so many sessions before its own at least, and so many after it. */
export interface Windows {
  readonly heads: readonly number[];
  readonly tails: readonly number[];
}

/**
 * Bounds on the place of every unit that hold in any plan. A head grows by one wherever a unit cannot share a session with its
 * feeder, and until the sessions up to it hold all that feeds it; a tail likewise for what hangs on a unit.
 */
export function windowsOf(problem: PackingProblem, relations: Relations): Windows {
  return { heads: headsOf(problem, relations), tails: tailsOf(problem, relations) };
}

function headsOf(problem: PackingProblem, { order }: Relations): readonly number[] {
  const fixed = lockedLoads(problem, pinnedSessions(problem));
  const heads = problem.units.map(() => 0);
  const lineDemand: (readonly number[])[] = [];
  for (const index of order) {
    const { feeder, lockedTo, demand } = unitAt(problem, index);
    const above = feeder === null || bothLocked(problem, feeder, index) ? null : lineDemand[feeder];
    const line = demand.map((amount, at) => (above?.[at] ?? 0) + (lockedTo === null ? amount : 0));
    lineDemand[index] = line;
    if (lockedTo !== null) {
      heads[index] = lockedTo;
      continue;
    }
    const isApart =
      feeder !== null && unitAt(problem, feeder).lockedTo === null && !mayShare(problem, feeder, index);
    const least = Math.max(
      feeder === null ? 0 : (heads[feeder] ?? 0) + (isApart ? 1 : 0),
      sessionsFor(problem, fixed, line) - 1,
    );
    heads[index] = firstWithRoom(problem, fixed, index, least);
  }
  return heads;
}

function firstWithRoom(
  problem: PackingProblem,
  fixed: readonly SessionLoad[],
  index: number,
  from: number,
): number {
  let session = from;
  for (let load = fixed[session]; load; load = fixed[session]) {
    if (fits(problem, load, unitAt(problem, index), capsOf(problem, session))) break;
    session += 1;
  }
  return session;
}

/** How many sessions from the first on have room for a sum of demands, if it could be cut at will. */
function sessionsFor(
  problem: PackingProblem,
  fixed: readonly SessionLoad[],
  demand: readonly number[],
): number {
  let sessions = 0;
  const left = [...demand];
  while (left.some((amount) => amount > 0)) {
    const caps = capsOf(problem, sessions);
    const isPinned = sessions < fixed.length;
    for (const [dimension, cap] of caps.entries()) {
      const room = Math.max(0, cap - (fixed[sessions]?.used[dimension] ?? 0));
      left[dimension] = (left[dimension] ?? 0) - room;
    }
    // Nothing gets any better behind the pinned sessions: a dimension without room there never has any.
    if (!isPinned && caps.some((cap, dimension) => cap <= 0 && (left[dimension] ?? 0) > 0)) return sessions;
    sessions += 1;
  }
  return sessions;
}

function tailsOf(problem: PackingProblem, { order, children, familyDemand }: Relations): readonly number[] {
  const tails = problem.units.map(() => 0);
  for (const index of order.toReversed()) {
    const demand = familyDemand[index] ?? [];
    tails[index] = Math.max(
      0,
      ...demand.map((amount, at) => ceilDivide(amount, Math.max(1, problem.caps[at] ?? 1)) - 1),
      ...(children[index] ?? [])
        .filter((child) => !bothLocked(problem, index, child))
        .map((child) => (tails[child] ?? 0) + (mayShare(problem, index, child) ? 0 : 1)),
    );
  }
  return tails;
}

function ceilDivide(dividend: number, divisor: number): number {
  return Math.floor((dividend + divisor - 1) / divisor);
}
