import {
  addTo,
  capsOf,
  emptyLoad,
  fits,
  lockedLoads,
  lockedSessions,
  sessionCount,
  sizeOf,
  unitAt,
  type Assignment,
  type PackingProblem,
  type SessionLoad,
} from './problem.ts';
import type { Relations } from './relations.ts';

/** In which order units are taken, feeders always before what they feed: the smallest key first. */
type Priority = (problem: PackingProblem, relations: Relations, index: number) => readonly number[];

const PRIORITIES: readonly Priority[] = [
  (problem, _, index) => [-sizeOf(problem, unitAt(problem, index))],
  (problem, _, index) => [legRank(problem, index), -sizeOf(problem, unitAt(problem, index))],
  (problem, relations, index) => [-familySize(problem, relations, index)],
  (problem, _, index) => [feederRank(problem, index), -sizeOf(problem, unitAt(problem, index))],
  () => [],
];

/** Plans made by simple rules, each complete as far as the locked units let it be. The search starts from the best of them. */
export function greedyAssignments(problem: PackingProblem, relations: Relations): readonly Assignment[] {
  return PRIORITIES.flatMap((priority) => {
    const order = orderBy(problem, relations, priority);
    return [
      fillInOrder(problem, relations, order, 'first'),
      fillInOrder(problem, relations, order, 'fullest'),
    ];
  });
}

/** Takes the first unit by priority whose feeder has been taken, again and again. */
function orderBy(problem: PackingProblem, relations: Relations, priority: Priority): readonly number[] {
  const waiting = [...problem.units.keys()]
    .map((index) => ({ index, key: priority(problem, relations, index) }))
    .sort((a, b) => compareKeys(a.key, b.key) || a.index - b.index)
    .map(({ index }) => index);
  const done = new Set<number>();
  const order: number[] = [];
  while (waiting.length > 0) {
    const at = waiting.findIndex((index) => {
      const { feeder } = unitAt(problem, index);
      return feeder === null || done.has(feeder);
    });
    for (const index of waiting.splice(at, 1)) {
      done.add(index);
      order.push(index);
    }
  }
  return order;
}

/** Puts units one after the other into the first session with room, or into the fullest of those. */
function fillInOrder(
  problem: PackingProblem,
  { deadline }: Relations,
  order: readonly number[],
  choice: 'first' | 'fullest',
): Assignment {
  const loads: SessionLoad[] = [...lockedLoads(problem, lockedSessions(problem))];
  const loadAt = (session: number): SessionLoad => (loads[session] ??= emptyLoad(problem));
  const placed: (number | null)[] = problem.units.map(({ lockedTo }) => lockedTo);
  let reached = sessionCount(placed);
  for (const index of order) {
    const unit = unitAt(problem, index);
    if (unit.lockedTo !== null) continue;
    const earliest = unit.feeder === null ? 0 : (placed[unit.feeder] ?? 0);
    const latest = deadline[index] ?? Math.max(earliest, loads.length, problem.ownCaps.length) + 1;
    const open: number[] = [];
    for (let session = earliest; session <= latest; session += 1) {
      if (fits(problem, loadAt(session), unit, capsOf(problem, session))) open.push(session);
      if (open.length > 0 && (choice === 'first' || session >= reached - 1)) break;
    }
    const chosen = choice === 'first' ? open[0] : fullest(problem, open, loadAt);
    placed[index] = chosen ?? null;
    if (chosen === undefined) continue;
    reached = Math.max(reached, chosen + 1);
    addTo(loadAt(chosen), unit, 1);
  }
  return placed;
}

function fullest(
  problem: PackingProblem,
  sessions: readonly number[],
  loadAt: (session: number) => SessionLoad,
): number | undefined {
  const fill = (session: number) =>
    Math.max(
      0,
      ...loadAt(session).used.map((used, dimension) => used / Math.max(1, problem.caps[dimension] ?? 1)),
    );
  return sessions.reduce<number | undefined>(
    (best, session) => (best === undefined || fill(session) > fill(best) ? session : best),
    undefined,
  );
}

function legRank(problem: PackingProblem, index: number): number {
  return unitAt(problem, index).legs[0] === 'right' ? 0 : 1;
}

function feederRank(problem: PackingProblem, index: number): number {
  return unitAt(problem, index).feedsOthers ? 0 : 1;
}

/** The unit with all that hangs on it: long families begin early. */
function familySize(problem: PackingProblem, { familyDemand }: Relations, index: number): number {
  return sizeOf(problem, { demand: familyDemand[index] ?? [] });
}

function compareKeys(a: readonly number[], b: readonly number[]): number {
  for (const [position, value] of a.entries()) {
    const difference = value - (b[position] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
