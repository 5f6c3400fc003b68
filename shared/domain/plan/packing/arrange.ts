import { beginArrangement, put, type Arrangement } from './arrangement.ts';
import { BALANCING, goalsOf, type Goal } from './goals.ts';
import {
  capsOf,
  fits,
  pinnedSessions,
  unitAt,
  type Assignment,
  type PackingProblem,
  type PackingUnit,
} from './problem.ts';
import type { PlanOrder } from '../planner-input.ts';
import type { Relations } from './relations.ts';
import type { Work } from './work.ts';

/** How many changes are tried at most; ends long plans in time and always at the same point. */
const MOST_TRIALS = 400_000;

export interface Preferences {
  readonly order: PlanOrder;
  readonly ignoreNow: boolean;
}

/**
 * Moves and swaps units, and swaps whole sessions, as long as that makes the plan better by `goalsOf`. Never for the worse: the number of
 * sessions does not grow, and limits and feeders are kept as they were.
 */
export function arrange(
  problem: PackingProblem,
  relations: Relations,
  assignment: Assignment,
  { order, ignoreNow }: Preferences,
): Assignment {
  const arrangement = beginArrangement(problem, relations, assignment);
  const trials = { left: MOST_TRIALS };
  if (order === 'balanced') improve(arrangement, BALANCING, { left: MOST_TRIALS / 2 });
  improve(arrangement, goalsOf(order, ignoreNow), trials);
  return arrangement.placed;
}

function improve(arrangement: Arrangement, goals: readonly Goal[], trials: Work): void {
  const { problem, placed } = arrangement;
  const movable = [...placed.keys()].filter(
    (index) => unitAt(problem, index).lockedTo === null && placed[index] !== null,
  );
  for (let hasImproved = true; hasImproved && trials.left > 0;) {
    const isBetter = [
      swapSessions(arrangement, goals, trials),
      moveUnits(arrangement, goals, movable, trials),
      swapUnits(arrangement, goals, movable, trials),
    ];
    hasImproved = isBetter.includes(true);
  }
}

function moveUnits(
  arrangement: Arrangement,
  goals: readonly Goal[],
  movable: readonly number[],
  trials: Work,
): boolean {
  let hasImproved = false;
  for (const index of movable) {
    for (let to = 0; to < arrangement.loads.length && trials.left > 0; to += 1) {
      trials.left -= 1;
      if (!mayMove(arrangement, index, to) || !isBelowZero(goals, (goal) => goal(arrangement, index, to)))
        continue;
      put(arrangement, index, to);
      hasImproved = true;
    }
  }
  return hasImproved;
}

function mayMove(arrangement: Arrangement, index: number, to: number): boolean {
  const { problem, loads, placed } = arrangement;
  const load = loads[to];
  if (!load || placed[index] === to || !feedersAgree(arrangement, index, to)) return false;
  return fits(problem, load, unitAt(problem, index), capsOf(problem, to));
}

function feedersAgree({ problem, relations, placed }: Arrangement, index: number, to: number): boolean {
  const { feeder } = unitAt(problem, index);
  if (feeder !== null && (placed[feeder] ?? 0) > to) return false;
  const children = relations.children[index] ?? [];
  return children.every((child) => (placed[child] ?? to) >= to);
}

function swapUnits(
  arrangement: Arrangement,
  goals: readonly Goal[],
  movable: readonly number[],
  trials: Work,
): boolean {
  let hasImproved = false;
  for (const [place, a] of movable.entries()) {
    for (let next = place + 1; next < movable.length && trials.left > 0; next += 1) {
      trials.left -= 1;
      const b = movable[next] ?? a;
      if (maySwap(arrangement, a, b) && swapIfBetter(arrangement, goals, a, b)) hasImproved = true;
    }
  }
  return hasImproved;
}

function maySwap(arrangement: Arrangement, a: number, b: number): boolean {
  const { problem, placed } = arrangement;
  const [from, to] = [placed[a] ?? 0, placed[b] ?? 0];
  if (from === to) return false;
  const [unitA, unitB] = [unitAt(problem, a), unitAt(problem, b)];
  // One that feeds the other would come after it.
  if (unitA.feeder === b || unitB.feeder === a) return false;
  return (
    takesInstead(arrangement, to, unitB, unitA) &&
    takesInstead(arrangement, from, unitA, unitB) &&
    feedersAgree(arrangement, a, to) &&
    feedersAgree(arrangement, b, from)
  );
}

/** Whether a session has room for one unit once another has left it. */
function takesInstead(
  { problem, loads }: Arrangement,
  session: number,
  leaving: PackingUnit,
  coming: PackingUnit,
): boolean {
  const load = loads[session];
  if (!load) return false;
  const caps = capsOf(problem, session);
  for (let at = 0; at < caps.length; at += 1) {
    const amount = coming.demand[at] ?? 0;
    if (amount > 0 && (load.used[at] ?? 0) - (leaving.demand[at] ?? 0) + amount > (caps[at] ?? 0))
      return false;
  }
  if (!problem.oneLegPerSession || leaving.legs[0] === coming.legs[0]) return true;
  return load.onLeg.right + load.onLeg.left === leaving.legs.length;
}

function swapIfBetter(arrangement: Arrangement, goals: readonly Goal[], a: number, b: number): boolean {
  const [from, to] = [arrangement.placed[a] ?? 0, arrangement.placed[b] ?? 0];
  const first = goals.map((goal) => goal(arrangement, a, to));
  put(arrangement, a, to);
  if (isBelowZero(goals, (goal, at) => (first[at] ?? 0) + goal(arrangement, b, from))) {
    put(arrangement, b, from);
    return true;
  }
  put(arrangement, a, from);
  return false;
}

/** Changes the places of two whole sessions that have none of their own. */
function swapSessions(arrangement: Arrangement, goals: readonly Goal[], trials: Work): boolean {
  const { problem, loads } = arrangement;
  let hasImproved = false;
  for (let a = pinnedSessions(problem); a < loads.length; a += 1) {
    for (let b = a + 1; b < loads.length && trials.left > 0; b += 1) {
      trials.left -= 1;
      if (!maySwapSessions(arrangement, a, b)) continue;
      const moves = [...movesTo(arrangement, a, b), ...movesTo(arrangement, b, a)];
      if (putAllIfBetter(arrangement, goals, moves)) hasImproved = true;
    }
  }
  return hasImproved;
}

function movesTo({ placed }: Arrangement, session: number, to: number) {
  return placed.flatMap((at, index) => (at === session ? [{ index, to }] : []));
}

/** Whether nothing in the earlier session feeds what lies between it and the later one or in that, nor the later one's units are fed from there. */
function maySwapSessions({ problem, placed }: Arrangement, earlier: number, later: number): boolean {
  return placed.every((session, index) => {
    const { feeder } = unitAt(problem, index);
    const above = feeder === null ? null : (placed[feeder] ?? null);
    if (above === null || session === null || above === session) return true;
    const place = (at: number) => (at === earlier ? later : at === later ? earlier : at);
    return place(above) <= place(session);
  });
}

function putAllIfBetter(
  arrangement: Arrangement,
  goals: readonly Goal[],
  moves: readonly { readonly index: number; readonly to: number }[],
): boolean {
  const before = [...arrangement.placed];
  const sums = goals.map(() => 0);
  for (const { index, to } of moves) {
    for (const [at, goal] of goals.entries()) sums[at] = (sums[at] ?? 0) + goal(arrangement, index, to);
    put(arrangement, index, to);
  }
  if (isBelowZero(goals, (_, at) => sums[at] ?? 0)) return true;
  for (const { index } of moves) put(arrangement, index, before[index] ?? 0);
  return false;
}

/** Whether the first change that is not 0 is for the better. */
function isBelowZero(goals: readonly Goal[], changeOf: (goal: Goal, at: number) => number): boolean {
  for (const [at, goal] of goals.entries()) {
    const change = changeOf(goal, at);
    if (change !== 0) return change < 0;
  }
  return false;
}
