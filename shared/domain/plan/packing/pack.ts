import type { PlanOrder } from '../planner-input.ts';
import { arrange, compareArrangements } from './arrange.ts';
import { greedyAssignments, sessionCount } from './greedy.ts';
import { lowerBound } from './lower-bound.ts';
import { pinnedSessions, type Assignment, type PackingProblem } from './problem.ts';
import { searchAssignment } from './search.ts';

/** A plan as numbers. */
export interface Packing {
  readonly assignment: Assignment;
  readonly sessions: number;
  /** Equal to `sessions` where no plan can have fewer. */
  readonly lowerBound: number;
}

/** Work of all searches for one plan together; well under a second on a slow machine. */
const WORK_BUDGET = 3_000_000;

/**
 * Packs the units into as few sessions as can be found: by simple rules, then by search for every number of sessions between the
 * proven bound and that. A unit for which locked ones leave no room stays without a session.
 */
export function pack(problem: PackingProblem, order: PlanOrder): Packing {
  const { assignment, proven } = fewest(problem, bestGreedy(problem, order));
  const arranged = withoutEmptySessions(problem, arrange(problem, assignment, order));
  const sessions = Math.max(sessionCount(arranged), pinnedSessions(problem));
  return { assignment: arranged, sessions, lowerBound: proven };
}

function fewest(problem: PackingProblem, greedy: Assignment): { assignment: Assignment; proven: number } {
  let proven = lowerBound(problem);
  let workLeft = WORK_BUDGET;
  const isComplete = !greedy.includes(null);
  for (let sessions = proven; isComplete && sessions < sessionCount(greedy); sessions += 1) {
    const result = searchAssignment(problem, sessions, Math.floor(workLeft / 2));
    workLeft -= result.work;
    if (result.outcome === 'found') return { assignment: result.assignment, proven };
    if (result.outcome === 'none') proven = sessions + 1;
  }
  return { assignment: greedy, proven };
}

/** Closes the gaps between sessions; those at the front that have a place of their own stay, even empty. */
function withoutEmptySessions(problem: PackingProblem, assignment: Assignment): Assignment {
  const pinned = pinnedSessions(problem);
  const kept = Array.from({ length: sessionCount(assignment) }, (_, session) => session).filter(
    (session) => session < pinned || assignment.includes(session),
  );
  return assignment.map((session) => (session === null ? null : kept.indexOf(session)));
}

/** The one that places most, in the fewest sessions, and then the best by order. */
function bestGreedy(problem: PackingProblem, order: PlanOrder): Assignment {
  const unplaced = (assignment: Assignment) => assignment.filter((session) => session === null).length;
  return greedyAssignments(problem).reduce((best, next) => {
    const difference = unplaced(next) - unplaced(best) || sessionCount(next) - sessionCount(best);
    if (difference !== 0) return difference < 0 ? next : best;
    return compareArrangements(problem, order, next, best) < 0 ? next : best;
  });
}
