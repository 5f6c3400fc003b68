import { LEGS, type Leg } from '../../leg-map/vein.ts';
import { bestPattern, type PatternItem } from './best-pattern.ts';
import type { UnitKind } from './kinds.ts';
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
import type { Windows } from './windows.ts';
import type { Work } from './work.ts';

/** Steps for the filling of one session; a pattern that is good enough comes long before. */
const STEPS_PER_SESSION = 3_000;

export interface FillQuestion {
  readonly problem: PackingProblem;
  readonly relations: Relations;
  readonly windows: Windows;
  readonly kinds: readonly UnitKind[];
  /** By kind: what a unit of it is worth. */
  readonly values: readonly number[];
  readonly sessions: number;
}

interface Filling extends FillQuestion {
  readonly loads: readonly SessionLoad[];
  readonly placed: (number | null)[];
  /** By kind: its units that wait, what must come soonest at the end. */
  readonly waiting: readonly number[][];
  readonly latest: readonly number[];
}

/**
 * Fills session after session, each with the most valuable set of what may come by then: what is fed waits for its feeder, what
 * must not come later goes in first. Null if not everything found a place in so many sessions.
 */
export function fillSessions(question: FillQuestion, work: Work): Assignment | null {
  const filling = begin(question);
  for (let session = 0; session < question.sessions; session += 1) {
    if (!placeDue(filling, session)) return null;
    fillOne(filling, session, work);
    if (work.left < 0) return null;
  }
  return filling.placed.includes(null) ? null : filling.placed;
}

function begin(question: FillQuestion): Filling {
  const { problem, relations, windows, kinds, sessions } = question;
  const latest = problem.units.map((_, index) =>
    Math.min(relations.deadline[index] ?? sessions, sessions - 1 - (windows.tails[index] ?? 0)),
  );
  const families = relations.familyDemand.map((demand) =>
    demand.reduce((sum, amount, at) => sum + amount / Math.max(1, problem.caps[at] ?? 1), 0),
  );
  return {
    ...question,
    loads: lockedLoads(problem, sessions),
    placed: problem.units.map(({ lockedTo }) => lockedTo),
    waiting: kinds.map(({ units }) =>
      [...units].sort(
        (a, b) => (latest[b] ?? 0) - (latest[a] ?? 0) || (families[a] ?? 0) - (families[b] ?? 0) || b - a,
      ),
    ),
    latest,
  };
}

/** Whether a unit's feeder is placed, in this session or an earlier one. */
function isReady({ problem, placed }: Filling, index: number, session: number): boolean {
  const { feeder } = unitAt(problem, index);
  if (feeder === null) return true;
  const at = placed[feeder] ?? null;
  return at !== null && at <= session;
}

/** Puts in what cannot come later; false if it does not fit. */
function placeDue(filling: Filling, session: number): boolean {
  const { problem, relations, placed, latest, loads } = filling;
  const load = loads[session];
  for (const index of relations.order) {
    if (placed[index] !== null || (latest[index] ?? 0) > session) continue;
    const unit = unitAt(problem, index);
    if (!load || !isReady(filling, index, session)) return false;
    if (!fits(problem, load, unit, capsOf(problem, session))) return false;
    place(filling, index, session);
  }
  return true;
}

function place({ problem, loads, placed, waiting, kinds }: Filling, index: number, session: number): void {
  const load = loads[session];
  if (load) addTo(load, unitAt(problem, index), 1);
  placed[index] = session;
  const kind = kinds.findIndex(({ units }) => units.includes(index));
  const line = waiting[kind];
  line?.splice(line.indexOf(index), 1);
}

/** Fills up; what was fed by something new in the session may follow into it. */
function fillOne(filling: Filling, session: number, work: Work): void {
  for (let hasMore = true; hasMore;) {
    hasMore = false;
    for (const index of bestSet(filling, session, work)) {
      place(filling, index, session);
      hasMore = true;
    }
  }
}

function bestSet(filling: Filling, session: number, work: Work): readonly number[] {
  const legs = openLegs(filling, session);
  const sets = legs.map((leg) => bestSetOn(filling, session, leg, work));
  const none: (typeof sets)[number] = { units: [], value: -1 };
  return sets.reduce((best, set) => (set.value > best.value ? set : best), none).units;
}

/** The legs of which one is to be chosen; null where it does not matter. None where both are locked into a session. */
function openLegs({ problem, loads }: Filling, session: number): readonly (Leg | null)[] {
  if (!problem.oneLegPerSession) return [null];
  const onLeg = loads[session]?.onLeg ?? { right: 0, left: 0 };
  return LEGS.filter((leg) => LEGS.every((other) => other === leg || onLeg[other] === 0));
}

function bestSetOn(
  filling: Filling,
  session: number,
  leg: Leg | null,
  work: Work,
): { value: number; units: readonly number[] } {
  const { problem, kinds, values, waiting, loads } = filling;
  const ready = waiting.map((line, kind) =>
    leg === null || kinds[kind]?.leg === leg ? line.filter((index) => isReady(filling, index, session)) : [],
  );
  const items = kinds.map(({ demand }, kind): PatternItem => ({ demand, most: ready[kind]?.length ?? 0 }));
  const used = loads[session]?.used ?? [];
  const room = capsOf(problem, session).map((cap, at) => Math.max(0, cap - (used[at] ?? 0)));
  const steps = { left: STEPS_PER_SESSION };
  const { counts, value } = bestPattern(items, values, room, steps);
  work.left -= STEPS_PER_SESSION - steps.left + items.length;
  return {
    value,
    units: counts.flatMap((count, kind) => (count > 0 ? (ready[kind] ?? []).slice(-count) : [])),
  };
}
