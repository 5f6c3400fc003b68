import { LEGS } from '../../leg-map/vein.ts';
import { arrange, type Preferences } from './arrange.ts';
import { findPlan } from './find-plan.ts';
import { greedyAssignments } from './greedy.ts';
import { guessedValues, kindsOf, type UnitKind } from './kinds.ts';
import { lowerBound } from './lower-bound.ts';
import { patternBound } from './pattern-bound.ts';
import {
  lockedSessions,
  pinnedSessions,
  sessionCount,
  type Assignment,
  type PackingProblem,
} from './problem.ts';
import { relationsOf, type Relations } from './relations.ts';
import { searchAssignment } from './search.ts';
import { windowsOf, type Windows } from './windows.ts';
import type { Work } from './work.ts';

/** A plan as numbers. */
export interface Packing {
  readonly assignment: Assignment;
  readonly sessions: number;
  /** Equal to `sessions` where no plan can have fewer. */
  readonly lowerBound: number;
}

/** Steps of work for the parts of one plan; together well under a second on a slow machine. */
const STEPS = {
  guess: 1_000_000,
  patterns: 3_000_000,
  find: 6_000_000,
  quickSearch: 200_000,
  search: 2_000_000,
} as const;

/** What is known while a plan is made. */
interface Progress {
  readonly problem: PackingProblem;
  readonly relations: Relations;
  readonly windows: Windows;
  readonly kinds: readonly UnitKind[];
  best: Assignment;
  proven: number;
}

/**
 * Packs the units into as few sessions as can be found: by simple rules, then by search for every number of sessions between the
 * proven bound and that. A unit for which locked ones leave no room stays without a session.
 */
export function pack(problem: PackingProblem, preferences: Preferences): Packing {
  const { best, proven, relations } = fewest(problem);
  const arranged = withoutEmptySessions(problem, arrange(problem, relations, best, preferences));
  const sessions = Math.max(sessionCount(arranged), lockedSessions(problem));
  return { assignment: arranged, sessions, lowerBound: proven };
}

function fewest(problem: PackingProblem): Progress {
  const relations = relationsOf(problem);
  const windows = windowsOf(problem, relations);
  const progress: Progress = {
    problem,
    relations,
    windows,
    kinds: kindsOf(problem),
    best: bestGreedy(problem, relations),
    proven: lowerBound(problem, relations, windows),
  };
  if (progress.best.includes(null)) return progress;
  const guess = guessedValues(problem, progress.kinds);
  const steps: readonly (() => void)[] = [
    () => find(progress, guess, { left: STEPS.guess }),
    () => find(progress, valuesByPatterns(progress), { left: STEPS.find }),
    () => searchAll(progress, STEPS.search),
  ];
  for (const step of steps) if (!isSettled(progress)) step();
  return progress;
}

function isSettled({ best, proven }: Progress): boolean {
  return sessionCount(best) <= proven;
}

/** Takes one session less at a time for as long as that can be found. */
function find(progress: Progress, values: readonly number[], work: Work): void {
  while (!isSettled(progress)) {
    const sessions = sessionCount(progress.best) - 1;
    const found = findPlan({ ...progress, values, sessions }, work);
    if (!found) return;
    progress.best = found;
  }
}

/** Tries everything, beginning with the fewest sessions that are not ruled out. */
function searchAll(progress: Progress, steps: number): void {
  let left = steps;
  for (let sessions = progress.proven; sessions < sessionCount(progress.best); sessions += 1) {
    const result = searchAssignment(progress.problem, sessions, Math.floor(left / 2));
    left -= result.work;
    if (result.outcome === 'found') progress.best = result.assignment;
    if (result.outcome === 'none') progress.proven = Math.max(progress.proven, sessions + 1);
  }
}

/** Raises the bound by patterns, and gives what units are worth by them. With one leg per session the bounds of the legs add up. */
function valuesByPatterns(progress: Progress): readonly number[] {
  const { problem, kinds } = progress;
  const legs = problem.oneLegPerSession ? LEGS : [null];
  const work = { left: STEPS.patterns };
  const values = kinds.map(() => 0);
  let sessions = 0;
  for (const leg of legs) {
    const places = [...kinds.keys()].filter((at) => kinds[at]?.leg === leg);
    const items = places.flatMap((at) => kinds[at] ?? []);
    if (items.length === 0) continue;
    const known = { atLeast: 1, atMost: Infinity };
    const bound = patternBound({ items, caps: problem.caps, known }, work);
    sessions += bound.sessions;
    for (const [place, at] of places.entries()) values[at] = bound.values[place] ?? 0;
  }
  progress.proven = Math.max(progress.proven, sessions);
  return values;
}

/** Closes the gaps between sessions; those at the front that have a place of their own stay, even empty. */
function withoutEmptySessions(problem: PackingProblem, assignment: Assignment): Assignment {
  const pinned = pinnedSessions(problem);
  const kept = Array.from({ length: sessionCount(assignment) }, (_, session) => session).filter(
    (session) => session < pinned || assignment.includes(session),
  );
  return assignment.map((session) => (session === null ? null : kept.indexOf(session)));
}

/** The one that places most, in the fewest sessions. */
function bestGreedy(problem: PackingProblem, relations: Relations): Assignment {
  const unplaced = (assignment: Assignment) => assignment.filter((session) => session === null).length;
  return greedyAssignments(problem, relations).reduce((best, next) =>
    (unplaced(next) - unplaced(best) || sessionCount(next) - sessionCount(best)) < 0 ? next : best,
  );
}
