import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { microlitres } from '../../../../../shared/kernel/units.ts';
import { buildProblem } from '../../../../../shared/domain/plan/packing/build-problem.ts';
import { dimensionsOf } from '../../../../../shared/domain/plan/packing/dimensions.ts';
import { lowerBound } from '../../../../../shared/domain/plan/packing/lower-bound.ts';
import {
  capsOf,
  emptyLoad,
  fits,
  addTo,
  unitAt,
  type Assignment,
  type PackingProblem,
} from '../../../../../shared/domain/plan/packing/problem.ts';
import { groupsOf } from '../../../../../shared/domain/plan/packing/shares.ts';
import { searchAssignment } from '../../../../../shared/domain/plan/packing/search.ts';
import type { PlannerInput } from '../../../../../shared/domain/plan/planner.ts';
import { fewestByTrying } from '../brute-force.ts';
import { anyInput, inputOf, planned } from '../planned-veins.ts';

const PLENTY = 5_000_000;

function problemOf(input: PlannerInput): PackingProblem {
  return buildProblem(groupsOf(input.veins), dimensionsOf(input), input.options.oneLegPerSession);
}

function keepsEverything(problem: PackingProblem, assignment: Assignment): boolean {
  const sessions = Math.max(...assignment.map((session) => session ?? 0)) + 1;
  const loads = Array.from({ length: sessions }, () => emptyLoad(problem));
  return assignment.every((session, index) => {
    const load = loads[session ?? -1];
    const unit = unitAt(problem, index);
    if (session === null || !load || !fits(problem, load, unit, capsOf(problem, session))) return false;
    addTo(load, unit, 1);
    return unit.feeder === null || (assignment[unit.feeder] ?? 0) <= session;
  });
}

/** Five to nine veins of 2.4 to 4.9 mL: two to four fill a session, and simple filling is often wrong. */
const tightInput = fc
  .array(fc.record({ steps: fc.integer({ min: 48, max: 98 }), feeder: fc.nat(16), isLeft: fc.boolean() }), {
    minLength: 5,
    maxLength: 9,
  })
  .map((drawn) =>
    inputOf(
      drawn.map(({ steps, feeder, isLeft }, index) =>
        planned(`v${String(index)}`, {
          leg: isLeft ? 'left' : 'right',
          volumeUl: microlitres(steps * 50),
          punctures: 1,
          feederId: feeder < index ? planned(`v${String(feeder)}`).id : null,
        }),
      ),
    ),
  );

/** Chains in few sizes: sessions often look alike and differ only in what hangs on them. */
const chainedInput = fc
  .array(fc.record({ ml: fc.constantFrom(2, 3, 5), feeder: fc.nat(9), isLeft: fc.boolean() }), {
    minLength: 6,
    maxLength: 9,
  })
  .map((drawn) =>
    inputOf(
      drawn.map(({ ml, feeder, isLeft }, index) =>
        planned(`v${String(index)}`, {
          leg: isLeft ? 'left' : 'right',
          volumeUl: microlitres(ml * 1_000),
          punctures: 1,
          feederId: feeder < index ? planned(`v${String(feeder)}`).id : null,
        }),
      ),
      { options: { oneLegPerSession: true, order: 'fewest', time: null } },
    ),
  );

describe('the search for a plan', () => {
  it.each([
    ['any veins', anyInput({ most: 7, locks: false })],
    ['large doses', tightInput],
    ['chains of equal doses', chainedInput],
  ])('finds the fewest sessions and shows that one fewer is impossible: %s', (_, inputs) => {
    fc.assert(
      fc.property(inputs, (input) => {
        const fewest = fewestByTrying(input);
        fc.pre(fewest !== null);
        const problem = problemOf(input);
        const found = searchAssignment(problem, fewest, PLENTY);
        expect(found.outcome).toBe('found');
        if (found.outcome === 'found') expect(keepsEverything(problem, found.assignment)).toBe(true);
        expect(searchAssignment(problem, fewest - 1, PLENTY).outcome).toBe('none');
      }),
      { numRuns: 300 },
    );
  });

  it('gives up where its budget ends, and never takes that for a proof', () => {
    const volumes = [4.9, 4.8, 4.7, 3.6, 3.5, 3.4, 3.3, 2.9, 2.8, 2.7];
    const veins = volumes.map((volume, index) =>
      planned(`v${String(index)}`, { volumeUl: microlitres(volume * 1_000), punctures: 1 }),
    );
    const problem = problemOf(inputOf(veins));
    expect(searchAssignment(problem, 4, 20).outcome).toBe('gave-up');
    expect(searchAssignment(problem, 3, PLENTY).outcome).toBe('none');
    expect(searchAssignment(problem, 4, PLENTY).outcome).toBe('found');
  });
});

describe('the lower bound', () => {
  it.each([
    ['any veins', anyInput({ most: 7, locks: false })],
    ['large doses', tightInput],
  ])('is never above the true number: %s', (_, inputs) => {
    fc.assert(
      fc.property(inputs, (input) => {
        const fewest = fewestByTrying(input);
        fc.pre(fewest !== null);
        expect(lowerBound(problemOf(input))).toBeLessThanOrEqual(fewest);
      }),
      { numRuns: 200 },
    );
  });

  it('sees that three doses of more than half a session need three', () => {
    const veins = ['a', 'b', 'c'].map((id) => planned(id, { volumeUl: microlitres(5_010) }));
    expect(lowerBound(problemOf(inputOf(veins)))).toBe(3);
  });

  it('sees that no two doses of just over a third leave room for a fourth and fifth', () => {
    const veins = ['a', 'b', 'c', 'd', 'e'].map((id) => planned(id, { volumeUl: microlitres(3_340) }));
    expect(lowerBound(problemOf(inputOf(veins)))).toBe(3);
  });
});
