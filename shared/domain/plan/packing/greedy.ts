import {
  addTo,
  ancestryOf,
  capsOf,
  emptyLoad,
  fits,
  sizeOf,
  unitAt,
  type Assignment,
  type PackingProblem,
  type SessionLoad,
} from './problem.ts';

/** In which order units are taken, feeders always before what they feed: the smallest key first. */
type Priority = (problem: PackingProblem, index: number) => readonly number[];

const PRIORITIES: readonly Priority[] = [
  (problem, index) => [-sizeOf(problem, unitAt(problem, index))],
  (problem, index) => [legRank(problem, index), -sizeOf(problem, unitAt(problem, index))],
  (problem, index) => [-familySize(problem, index)],
  (problem, index) => [feederRank(problem, index), -sizeOf(problem, unitAt(problem, index))],
  () => [],
];

/** Plans made by simple rules, each complete as far as the locked units let it be. The search starts from the best of them. */
export function greedyAssignments(problem: PackingProblem): readonly Assignment[] {
  return PRIORITIES.flatMap((priority) => {
    const order = orderBy(problem, priority);
    return [fill(problem, order, 'first'), fill(problem, order, 'fullest')];
  });
}

/** The number of sessions an assignment reaches. */
export function sessionCount(assignment: Assignment): number {
  return assignment.reduce<number>((most, session) => Math.max(most, (session ?? -1) + 1), 0);
}

/** Takes the first unit by priority whose feeder has been taken, again and again. */
function orderBy(problem: PackingProblem, priority: Priority): readonly number[] {
  const keyed = problem.units.map((_, index) => ({ index, key: priority(problem, index) }));
  const waiting = keyed.sort((a, b) => compareKeys(a.key, b.key) || a.index - b.index);
  const done = new Set<number>();
  const order: number[] = [];
  while (order.length < keyed.length) {
    const next = waiting.find(({ index }) => {
      const { feeder } = unitAt(problem, index);
      return !done.has(index) && (feeder === null || done.has(feeder));
    });
    if (!next) throw new Error('feeders form a circle');
    done.add(next.index);
    order.push(next.index);
  }
  return order;
}

/** Puts units one after the other into the first session with room, or into the fullest of those. */
function fill(problem: PackingProblem, order: readonly number[], choice: 'first' | 'fullest'): Assignment {
  const loads: SessionLoad[] = [];
  const loadAt = (session: number): SessionLoad => (loads[session] ??= emptyLoad(problem));
  const placed: (number | null)[] = problem.units.map(({ lockedTo }) => lockedTo);
  for (const unit of problem.units) if (unit.lockedTo !== null) addTo(loadAt(unit.lockedTo), unit, 1);
  for (const index of order) {
    const unit = unitAt(problem, index);
    if (unit.lockedTo !== null) continue;
    const earliest = unit.feeder === null ? 0 : (placed[unit.feeder] ?? 0);
    const latest = deadlineOf(problem, index) ?? earliest + loads.length + 1;
    const open: number[] = [];
    for (let session = earliest; session <= latest; session += 1) {
      if (fits(problem, loadAt(session), unit, capsOf(problem, session))) open.push(session);
      if (open.length > 0 && (choice === 'first' || session >= sessionCount(placed) - 1)) break;
    }
    const chosen = choice === 'first' ? open[0] : fullest(problem, open, loadAt);
    placed[index] = chosen ?? null;
    if (chosen !== undefined) addTo(loadAt(chosen), unit, 1);
  }
  return placed;
}

/** The session of the earliest locked unit that hangs on this one, directly or through others; null if none does. */
function deadlineOf(problem: PackingProblem, index: number): number | null {
  let deadline: number | null = null;
  for (const [other, { lockedTo }] of problem.units.entries()) {
    if (lockedTo === null || !ancestryOf(problem, other).includes(index)) continue;
    deadline = deadline === null ? lockedTo : Math.min(deadline, lockedTo);
  }
  return deadline;
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
function familySize(problem: PackingProblem, index: number): number {
  return problem.units.reduce(
    (total, unit, other) => total + (ancestryOf(problem, other).includes(index) ? sizeOf(problem, unit) : 0),
    0,
  );
}

function compareKeys(a: readonly number[], b: readonly number[]): number {
  for (const [position, value] of a.entries()) {
    const difference = value - (b[position] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
