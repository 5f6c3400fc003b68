import type { PlanOrder } from '../planner-input.ts';
import {
  addTo,
  capsOf,
  emptyLoad,
  fits,
  unitAt,
  type Assignment,
  type PackingProblem,
  type SessionLoad,
} from './problem.ts';

/** How many changes are tried at most; ends long plans in time and always at the same point. */
const MOST_TRIALS = 20_000;
/** Differences in fill below this many thousandths are not worth moving a vein to the other leg's session. */
const BALANCE_STEP = 50;

/** Everything that a change of place needs. */
interface Arrangement {
  readonly problem: PackingProblem;
  readonly order: PlanOrder;
  readonly placed: (number | null)[];
  readonly loads: readonly SessionLoad[];
  readonly children: readonly (readonly number[])[];
}

/**
 * Moves and swaps units between the sessions of a plan as long as that makes it better: feeders early, one leg together, and, as
 * the order asks, the first sessions full or all sessions alike. The number of sessions and all limits stay as they are.
 */
export function arrange(problem: PackingProblem, assignment: Assignment, order: PlanOrder): Assignment {
  const arrangement = begin(problem, assignment, order);
  let score = scoreOf(arrangement);
  let trials = 0;
  for (let hasImproved = true; hasImproved;) {
    hasImproved = false;
    for (const change of changesOf(arrangement)) {
      trials += 1;
      if (trials > MOST_TRIALS) return arrangement.placed;
      const undo = change();
      if (!undo) continue;
      const changed = scoreOf(arrangement);
      if (compareScores(changed, score) < 0) {
        score = changed;
        hasImproved = true;
      } else undo();
    }
  }
  return arrangement.placed;
}

/** Does something, and gives what undoes it; null where limits or feeders forbid it. */
type Change = () => (() => void) | null;

/** Every move of a unit that is not locked, and every swap of two. */
function* changesOf(arrangement: Arrangement): Generator<Change> {
  const { problem, loads } = arrangement;
  const movable = [...problem.units.keys()].filter((index) => unitAt(problem, index).lockedTo === null);
  for (const [place, unit] of movable.entries()) {
    for (const session of loads.keys()) yield () => moveTo(arrangement, unit, session);
    for (const other of movable.slice(place + 1)) yield () => swap(arrangement, unit, other);
  }
}

/** Below 0 if the first of two plans is the better one by the order. */
export function compareArrangements(
  problem: PackingProblem,
  order: PlanOrder,
  a: Assignment,
  b: Assignment,
): number {
  return compareScores(scoreOf(begin(problem, a, order)), scoreOf(begin(problem, b, order)));
}

function begin(problem: PackingProblem, assignment: Assignment, order: PlanOrder): Arrangement {
  const sessions = assignment.reduce<number>((most, session) => Math.max(most, (session ?? -1) + 1), 0);
  const loads = Array.from({ length: sessions }, () => emptyLoad(problem));
  for (const [index, session] of assignment.entries()) {
    const load = loads[session ?? -1];
    if (load) addTo(load, unitAt(problem, index), 1);
  }
  const children = problem.units.map((_, index) =>
    problem.units.flatMap(({ feeder }, other) => (feeder === index ? [other] : [])),
  );
  return { problem, order, placed: [...assignment], loads, children };
}

function sessionOf({ placed }: Arrangement, index: number): number {
  return placed[index] ?? 0;
}

/** Puts a unit elsewhere without asking whether it fits. */
function put({ problem, placed, loads }: Arrangement, index: number, session: number): void {
  const unit = unitAt(problem, index);
  const before = loads[placed[index] ?? -1];
  if (before) addTo(before, unit, -1);
  const after = loads[session];
  if (after) addTo(after, unit, 1);
  placed[index] = session;
}

/** Puts a unit elsewhere if limits and feeders let it be there. */
function moveTo(arrangement: Arrangement, index: number, session: number): ReturnType<Change> {
  const { problem, loads } = arrangement;
  const from = sessionOf(arrangement, index);
  const load = loads[session];
  if (session === from || !load) return null;
  if (!fits(problem, load, unitAt(problem, index), capsOf(problem, session))) return null;
  if (!feedersAgree(arrangement, index, session)) return null;
  put(arrangement, index, session);
  return () => put(arrangement, index, from);
}

/** Puts two units into each other's session if limits and feeders let them be there. */
function swap(arrangement: Arrangement, a: number, b: number): ReturnType<Change> {
  const { problem, loads } = arrangement;
  const [from, to] = [sessionOf(arrangement, a), sessionOf(arrangement, b)];
  const [loadFrom, loadTo] = [loads[from], loads[to]];
  if (from === to || !loadFrom || !loadTo) return null;
  const undo = () => {
    put(arrangement, a, from);
    put(arrangement, b, to);
  };
  addTo(loadFrom, unitAt(problem, a), -1);
  addTo(loadTo, unitAt(problem, b), -1);
  const hasRoom =
    fits(problem, loadTo, unitAt(problem, a), capsOf(problem, to)) &&
    fits(problem, loadFrom, unitAt(problem, b), capsOf(problem, from));
  addTo(loadFrom, unitAt(problem, a), 1);
  addTo(loadTo, unitAt(problem, b), 1);
  if (!hasRoom) return null;
  put(arrangement, a, to);
  put(arrangement, b, from);
  if (feedersAgree(arrangement, a, to) && feedersAgree(arrangement, b, from)) return undo;
  undo();
  return null;
}

function feedersAgree(arrangement: Arrangement, index: number, session: number): boolean {
  const { feeder } = unitAt(arrangement.problem, index);
  const isFeederEarly = feeder === null || sessionOf(arrangement, feeder) <= session;
  return (
    isFeederEarly &&
    (arrangement.children[index] ?? []).every((child) => sessionOf(arrangement, child) >= session)
  );
}

/** Smaller is better, the first figure above all others. */
function scoreOf(arrangement: Arrangement): readonly number[] {
  const { problem, order, placed } = arrangement;
  const delayOf = (counts: (index: number) => boolean) =>
    placed.reduce<number>((sum, session, index) => sum + (counts(index) ? (session ?? 0) : 0), 0);
  const feeders = delayOf((index) => unitAt(problem, index).feedsOthers);
  const legs = mixedVolume(arrangement);
  switch (order) {
    case 'feeders-first':
      return [
        feeders,
        delayOf((index) => unitAt(problem, index).isLargeVessel),
        legs,
        lateVolume(arrangement),
      ];
    case 'balanced':
      return [...unevenness(arrangement), feeders];
    case 'fewest':
      return [feeders, legs, lateVolume(arrangement)];
  }
}

/** µL that lie in a session whose larger part is in the other leg. */
function mixedVolume({ problem, placed, loads }: Arrangement): number {
  const volumes = loads.map(() => ({ right: 0, left: 0 }));
  for (const [index, session] of placed.entries()) {
    const unit = unitAt(problem, index);
    const volume = volumes[session ?? -1];
    const leg = unit.legs[0];
    if (volume && leg) volume[leg] += unit.volumeUl;
  }
  return volumes.reduce((sum, { right, left }) => sum + Math.min(right, left), 0);
}

/** µL times the sessions they wait: smallest when early sessions are full and the last one is short. */
function lateVolume({ problem, placed }: Arrangement): number {
  return placed.reduce<number>(
    (sum, session, index) => sum + (session ?? 0) * unitAt(problem, index).volumeUl,
    0,
  );
}

/** How far the fills of sessions lie apart, coarsely; then legs; then finely. */
function unevenness(arrangement: Arrangement): readonly number[] {
  const { problem, loads } = arrangement;
  const fills = loads.map(({ used }, session) =>
    used.reduce((most, amount, dimension) => {
      const cap = capsOf(problem, session)[dimension] ?? 0;
      return cap > 0 ? Math.max(most, Math.floor((amount * 1_000) / cap)) : most;
    }, 0),
  );
  const spread = Math.max(0, ...fills) - Math.min(...fills, 1_000_000);
  const squares = fills.reduce((sum, fill) => sum + fill * fill, 0);
  return [Math.ceil(spread / BALANCE_STEP), mixedVolume(arrangement), squares];
}

function compareScores(a: readonly number[], b: readonly number[]): number {
  for (const [position, value] of a.entries()) {
    const difference = value - (b[position] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
