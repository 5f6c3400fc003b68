import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  proposeSessions,
  type PlannerInput,
  type PlanProposal,
} from '../../../../shared/domain/plan/planner.ts';
import { fewestByTrying } from './brute-force.ts';
import { anyInput, mayBeTogether, sessionsOf } from './planned-veins.ts';

function sessionIndex(proposal: PlanProposal): ReadonlyMap<string, number> {
  return new Map(sessionsOf(proposal).flatMap((ids, index) => ids.map((id) => [id, index] as const)));
}

/** A vein alone in a later session. */
function fitsAlone(input: PlannerInput): boolean {
  return input.veins.every((vein) => mayBeTogether(input, [vein], 1));
}

describe('every proposal', () => {
  it('places each vein once or says why not', () => {
    fc.assert(
      fc.property(anyInput({ most: 20, locks: true }), (input) => {
        const { sessions, notPlaced, splits } = proposeSessions(input);
        const named = [
          ...sessions.flatMap(({ veinIds }) => veinIds),
          ...notPlaced.map(({ veinId }) => veinId),
        ];
        const further = splits.flatMap(({ parts }) => parts.slice(1)).length;
        expect([...new Set(named)].sort()).toEqual(input.veins.map(({ id }) => id).sort());
        expect(named).toHaveLength(input.veins.length + further);
      }),
    );
  });

  it('keeps every limit, the legs and the feeders in every session', () => {
    fc.assert(
      fc.property(anyInput({ most: 20, locks: false }), (input) => {
        const proposal = proposeSessions(input);
        // Veins in parts are held against the limits beside the solver.
        fc.pre(proposal.splits.length === 0);
        const at = sessionIndex(proposal);
        for (const [index, ids] of sessionsOf(proposal).entries()) {
          const veins = input.veins.filter(({ id }) => ids.includes(id));
          expect(mayBeTogether(input, veins, index)).toBe(true);
        }
        for (const { id, feederId } of input.veins) {
          const own = at.get(id);
          if (own === undefined || feederId === null) continue;
          expect(at.get(feederId)).toBeLessThanOrEqual(own);
        }
      }),
    );
  });

  it('leaves locked veins where they are', () => {
    fc.assert(
      fc.property(anyInput({ most: 12, locks: true }), (input) => {
        const at = sessionIndex(proposeSessions(input));
        const isInCircle = new Set(input.veins.map(({ feederId }) => feederId));
        for (const { id, lockedTo } of input.veins) {
          if (lockedTo === null || isInCircle.has(id)) continue;
          expect(at.get(id)).toBe(lockedTo - 1);
        }
      }),
    );
  });

  it('never claims less than its own bound, and calls only equality proven', () => {
    fc.assert(
      fc.property(anyInput({ most: 20, locks: true }), (input) => {
        const { sessions, lowerBound, proof } = proposeSessions(input);
        expect(sessions.length).toBeGreaterThanOrEqual(lowerBound);
        expect(proof === 'proven').toBe(sessions.length === lowerBound);
      }),
    );
  });

  it('does not depend on anything but its input', () => {
    fc.assert(
      fc.property(anyInput({ most: 15, locks: true }), (input) => {
        expect(proposeSessions(structuredClone(input))).toEqual(proposeSessions(input));
      }),
      { numRuns: 40 },
    );
  });

  it('has as many sessions whatever order is asked for', () => {
    fc.assert(
      fc.property(anyInput({ most: 12, locks: false }), (input) => {
        const counts = (['fewest', 'balanced', 'feeders-first'] as const).map(
          (order) => proposeSessions({ ...input, options: { ...input.options, order } }).sessions.length,
        );
        expect(new Set(counts).size).toBe(1);
      }),
      { numRuns: 40 },
    );
  });
});

describe('up to seven veins', () => {
  it('get exactly as many sessions as trying everything finds, and proven', () => {
    fc.assert(
      fc.property(anyInput({ most: 7, locks: false }), (input) => {
        fc.pre(fitsAlone(input));
        const fewest = fewestByTrying(input);
        fc.pre(fewest !== null);
        const { sessions, proof, lowerBound, notPlaced } = proposeSessions(input);
        expect(notPlaced).toEqual([]);
        expect(sessions).toHaveLength(fewest);
        expect({ proof, lowerBound }).toEqual({ proof: 'proven', lowerBound: fewest });
      }),
      { numRuns: 400 },
    );
  });
});
