import {
  addTo,
  capsOf,
  fits,
  lockedLoads,
  unitAt,
  type Assignment,
  type PackingProblem,
  type SessionLoad,
} from './problem.ts';
import type { Relations } from './relations.ts';

interface Start {
  readonly problem: PackingProblem;
  readonly relations: Relations;
  readonly sessions: number;
  readonly loads: readonly SessionLoad[];
  readonly placed: (number | null)[];
}

/**
 * The plan as it stands, put right: what can stay stays, the rest goes to the first session with room for it. Null if that
 * needs more sessions than given, or nothing stands anywhere.
 */
export function startFromNow(
  problem: PackingProblem,
  relations: Relations,
  sessions: number,
): Assignment | null {
  if (problem.units.every(({ now }) => now === null)) return null;
  const start: Start = {
    problem,
    relations,
    sessions,
    loads: lockedLoads(problem, sessions),
    placed: problem.units.map(({ lockedTo }) => lockedTo),
  };
  for (const index of relations.order) {
    const { now } = unitAt(problem, index);
    if (now !== null && start.placed[index] === null && isOpen(start, index, now)) place(start, index, now);
  }
  for (const index of relations.order) {
    if (start.placed[index] !== null) continue;
    const session = start.loads.findIndex((_, at) => isOpen(start, index, at));
    if (session < 0) return null;
    place(start, index, session);
  }
  return start.placed;
}

/** Whether a unit has room in a session that is not too early or too late for what has its place already. */
function isOpen(
  { problem, relations, sessions, loads, placed }: Start,
  index: number,
  session: number,
): boolean {
  const unit = unitAt(problem, index);
  const load = loads[session];
  if (!load || !fits(problem, load, unit, capsOf(problem, session))) return false;
  const earliest = unit.feeder === null ? 0 : (placed[unit.feeder] ?? 0);
  const latest = (relations.children[index] ?? []).reduce(
    (least, child) => Math.min(least, placed[child] ?? sessions),
    relations.deadline[index] ?? sessions,
  );
  return session >= earliest && session <= latest;
}

function place({ problem, loads, placed }: Start, index: number, session: number): void {
  const load = loads[session];
  if (load) addTo(load, unitAt(problem, index), 1);
  placed[index] = session;
}
