import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrange } from '../../../../../shared/domain/plan/packing/arrange.ts';
import { buildProblem } from '../../../../../shared/domain/plan/packing/build-problem.ts';
import { dimensionsOf } from '../../../../../shared/domain/plan/packing/dimensions.ts';
import { greedyAssignments } from '../../../../../shared/domain/plan/packing/greedy.ts';
import {
  sessionCount,
  type Assignment,
  type PackingProblem,
} from '../../../../../shared/domain/plan/packing/problem.ts';
import { relationsOf } from '../../../../../shared/domain/plan/packing/relations.ts';
import { groupsOf } from '../../../../../shared/domain/plan/packing/shares.ts';
import { isKept } from '../../../../../shared/domain/plan/packing/split.ts';
import type { PlanOrder } from '../../../../../shared/domain/plan/planner.ts';
import { anyInput, mayBeTogether } from '../planned-veins.ts';

const lateFeeders = (problem: PackingProblem, assignment: Assignment) =>
  problem.units.reduce((sum, { feedsOthers }, at) => sum + (feedsOthers ? (assignment[at] ?? 0) : 0), 0);

const moved = (problem: PackingProblem, assignment: Assignment) =>
  problem.units.filter(({ now }, at) => now !== null && now !== assignment[at]).length;

/** Any problem whose veins all fit, with where they stand now, and a plan to begin with. */
const anyStart = fc
  .record({ input: anyInput({ most: 14, locks: false }), now: fc.array(fc.integer({ min: 1, max: 4 })) })
  .map(({ input, now }) => {
    const veins = input.veins
      .filter((vein) => mayBeTogether(input, [vein], 1))
      .map((vein, index) => ({ ...vein, now: now[index] ?? null }));
    const problem = buildProblem(groupsOf(veins), dimensionsOf(input), input.options.oneLegPerSession);
    const relations = relationsOf(problem);
    const [start] = greedyAssignments(problem, relations);
    return { problem, relations, start: start ?? [] };
  })
  .filter(({ problem, start }) => isKept(problem, start));

const ORDERS: readonly PlanOrder[] = ['fewest', 'balanced', 'feeders-first'];

describe('making a plan better', () => {
  it.each(ORDERS)('costs no session and breaks no rule: %s', (order) => {
    fc.assert(
      fc.property(anyStart, fc.boolean(), ({ problem, relations, start }, ignoreNow) => {
        const better = arrange(problem, relations, start, { order, ignoreNow });
        expect(isKept(problem, better)).toBe(true);
        expect(sessionCount(better)).toBeLessThanOrEqual(sessionCount(start));
      }),
    );
  });

  it.each(['fewest', 'feeders-first'] as const)('never brings feeders later: %s', (order) => {
    fc.assert(
      fc.property(anyStart, ({ problem, relations, start }) => {
        const better = arrange(problem, relations, start, { order, ignoreNow: false });
        expect(lateFeeders(problem, better)).toBeLessThanOrEqual(lateFeeders(problem, start));
      }),
    );
  });

  it('moves nothing away from where it is but for the sake of feeders', () => {
    fc.assert(
      fc.property(anyStart, ({ problem, relations, start }) => {
        const better = arrange(problem, relations, start, { order: 'fewest', ignoreNow: false });
        fc.pre(lateFeeders(problem, better) === lateFeeders(problem, start));
        expect(moved(problem, better)).toBeLessThanOrEqual(moved(problem, start));
      }),
    );
  });
});
