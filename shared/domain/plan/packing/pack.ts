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
import { startFromNow } from './start-from-now.ts';
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
  find: 1_000_000,
  quickSearch: 200_000,
  search: 2_000_000,
} as const;

/** How often values are varied to find a session less: before the bound is any good, and when it says that there may be one. */
const FEW_ROUNDS = 2;
const ROUNDS = 60;

/** What is known while a plan is made. */
interface Progress {
  readonly problem: PackingProblem;
  readonly relations: Relations;
  readonly windows: Windows;
  readonly kinds: readonly UnitKind[];
  readonly atMost: number;
  best: Assignment;
  proven: number;
}

/**
 * Packs the units into as few sessions as can be found, and proves what can be proven: by simple rules, by what fits together in one
 * session, then by trying everything. A unit for which locked ones leave no room stays without a session. Among plans with so many
 * sessions, the best that is found by `goalsOf`.
 */
export function pack(problem: PackingProblem, preferences: Preferences): Packing {
  const { best, proven } = fewestSessions(problem);
  return arranged(problem, best, proven, preferences);
}

/** A plan that keeps everything, made as good as can be without another session. */
export function arranged(
  problem: PackingProblem,
  assignment: Assignment,
  proven: number,
  preferences: Preferences,
): Packing {
  const relations = relationsOf(problem);
  const start = preferences.ignoreNow ? null : startFromNow(problem, relations, sessionCount(assignment));
  const better = withoutEmptySessions(problem, arrange(problem, relations, start ?? assignment, preferences));
  const sessions = Math.max(sessionCount(better), lockedSessions(problem));
  return { assignment: better, sessions, lowerBound: proven };
}

/**
 * A plan with the fewest sessions that can be found, and the number below which none can stay. `atMost`: the sessions of a plan that
 * is there already; what has no fewer is not looked for.
 */
export function fewestSessions(
  problem: PackingProblem,
  atMost = Infinity,
): { readonly best: Assignment; readonly proven: number } {
  const relations = relationsOf(problem);
  const windows = windowsOf(problem, relations);
  const progress: Progress = {
    problem,
    relations,
    windows,
    kinds: kindsOf(problem),
    atMost,
    best: beginning(problem, relations),
    proven: lowerBound(problem, relations, windows),
  };
  const guessed = guessedValues(problem, progress.kinds);
  const steps: readonly (() => void)[] = [
    () => find(progress, guessed, FEW_ROUNDS, { left: STEPS.guess }),
    () => find(progress, valuesByPatterns(progress), ROUNDS, { left: STEPS.find }),
    () => find(progress, guessed, ROUNDS, { left: STEPS.find }),
    () => searchAll(progress, STEPS.search),
  ];
  if (!progress.best.includes(null)) for (const step of steps) if (!isSettled(progress)) step();
  return { best: withoutEmptySessions(problem, progress.best), proven: progress.proven };
}

function fewestYet({ best, atMost }: Progress): number {
  return Math.min(sessionCount(best), atMost);
}

function isSettled(progress: Progress): boolean {
  return fewestYet(progress) <= progress.proven;
}

/** Takes one session less at a time for as long as that can be found. */
function find(progress: Progress, values: readonly number[], rounds: number, work: Work): void {
  while (!isSettled(progress)) {
    const found = findPlan({ ...progress, values, sessions: fewestYet(progress) - 1 }, rounds, work);
    if (!found) return;
    progress.best = found;
  }
}

/** Tries everything, beginning with the fewest sessions that are not ruled out. */
function searchAll(progress: Progress, steps: number): void {
  let left = steps;
  for (let sessions = progress.proven; sessions < fewestYet(progress); sessions += 1) {
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

/** A plan by simple rules; where locked units leave these no way to place everything, the plan as it stands if that does. */
function beginning(problem: PackingProblem, relations: Relations): Assignment {
  const simple = bestGreedy(problem, relations);
  if (!simple.includes(null)) return simple;
  const standing = problem.units.reduce((most, { now }) => Math.max(most, (now ?? -1) + 1), 0);
  const sessions = Math.max(standing, sessionCount(simple));
  return startFromNow(problem, relations, sessions) ?? simple;
}

/** The one that places most, in the fewest sessions. */
function bestGreedy(problem: PackingProblem, relations: Relations): Assignment {
  const unplaced = (assignment: Assignment) => assignment.filter((session) => session === null).length;
  return greedyAssignments(problem, relations).reduce((best, next) =>
    (unplaced(next) - unplaced(best) || sessionCount(next) - sessionCount(best)) < 0 ? next : best,
  );
}
