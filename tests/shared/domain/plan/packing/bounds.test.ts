import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { microlitres } from '../../../../../shared/kernel/units.ts';
import { bestPattern } from '../../../../../shared/domain/plan/packing/best-pattern.ts';
import { patternBound } from '../../../../../shared/domain/plan/packing/pattern-bound.ts';
import { proposeSessions } from '../../../../../shared/domain/plan/planner.ts';
import { patientOf, percent, shipped } from '../../dose/examples.ts';
import { fewestByTrying } from '../brute-force.ts';
import { inputOf, planned, veinId } from '../planned-veins.ts';

const PLENTY = 1_000_000;

const anyItems = fc.array(
  fc.record({
    demand: fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 9 })),
    most: fc.integer({ min: 1, max: 2 }),
    value: fc.integer({ min: 0, max: 20 }),
  }),
  { maxLength: 5 },
);
type Items = typeof anyItems extends fc.Arbitrary<infer T> ? T : never;

/** Every way to take of the items what fits, by counting through all of them. */
function allPatterns(items: Items, room: readonly number[]): readonly (readonly number[])[] {
  const all = items.reduce<readonly (readonly number[])[]>(
    (begun, { most }) =>
      begun.flatMap((counts) => Array.from({ length: most + 1 }, (_, count) => [...counts, count])),
    [[]],
  );
  return all.filter((counts) =>
    room.every(
      (amount, at) =>
        counts.reduce((sum, count, item) => sum + count * (items[item]?.demand[at] ?? 0), 0) <= amount,
    ),
  );
}

const worthOf = (items: Items, counts: readonly number[]) =>
  counts.reduce((sum, count, item) => sum + count * (items[item]?.value ?? 0), 0);

describe('the most valuable filling of a session', () => {
  it('is what counting through all of them finds', () => {
    fc.assert(
      fc.property(anyItems, fc.tuple(fc.nat(20), fc.nat(20)), (items, room) => {
        const values = items.map(({ value }) => value);
        const { counts, value, isBest } = bestPattern(items, values, room, { left: PLENTY });
        const patterns = allPatterns(items, room);
        expect(isBest).toBe(true);
        expect(value).toBe(Math.max(...patterns.map((pattern) => worthOf(items, pattern))));
        expect(patterns).toContainEqual(counts);
        expect(worthOf(items, counts)).toBe(value);
      }),
      { numRuns: 300 },
    );
  });

  it('is not called the best where the work was cut short', () => {
    const items = Array.from({ length: 12 }, (_, at) => ({ demand: [100 + at * 7], most: 3 }));
    const values = items.map((_, at) => 100 + at * 7 + (at % 3));
    expect(bestPattern(items, values, [1_000], { left: 20 }).isBest).toBe(false);
  });
});

describe('the bound by what fits together', () => {
  const boundOf = (sizes: readonly number[], cap: number) =>
    patternBound(
      {
        items: sizes.map((size) => ({ demand: [size], most: 1 })),
        caps: [cap],
        known: { atLeast: 1, atMost: Infinity },
      },
      { left: PLENTY },
    ).sessions;

  it('sees that three of 1.35 mL do not share 4 mL, though the sum would', () => {
    expect(
      boundOf(
        Array.from({ length: 10 }, () => 1_350),
        4_000,
      ),
    ).toBe(5);
  });

  it('sees what limits together rule out and no single one does', () => {
    const items = [
      { demand: [8, 1], most: 1 },
      { demand: [3, 6], most: 2 },
    ];
    const { sessions } = patternBound(
      { items, caps: [10, 10], known: { atLeast: 1, atMost: Infinity } },
      { left: PLENTY },
    );
    expect(sessions).toBe(3);
  });

  it('is never above the true number of sessions', () => {
    const doses = fc.array(fc.integer({ min: 20, max: 99 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(doses, (steps) => {
        const veins = steps.map((step, index) =>
          planned(`v${String(index)}`, { volumeUl: microlitres(step * 100), punctures: 1 }),
        );
        const bound = boundOf(
          steps.map((step) => step * 100),
          10_000,
        );
        expect(bound).toBeLessThanOrEqual(fewestByTrying(inputOf(veins)) ?? 0);
      }),
      { numRuns: 150 },
    );
  });
});

describe('a plan of many large doses', () => {
  /** 1.2 to 2 mL each under 4 mL a session: two or three share one. */
  const largeDoses = (count: number) =>
    inputOf(
      Array.from({ length: count }, (_, index) =>
        planned(`v${String(index)}`, {
          volumeUl: microlitres(1_200 + ((index * 389) % 17) * 50),
          punctures: 10,
          feederId: index % 5 === 4 ? veinId(`v${String(index - 3)}`) : null,
        }),
      ),
      {
        limits: inputOf([]).limits.map((limit) =>
          limit.id === 'session-volume' ? { ...limit, cap: { per: 'person', amount: 4_000 } } : limit,
        ),
      },
    );

  it.each([20, 60, 120])('is proven: %i veins', (count) => {
    const { proof, lowerBound, sessions } = proposeSessions(largeDoses(count));
    expect(proof).toBe('proven');
    expect(sessions).toHaveLength(lowerBound);
  });
});

describe('a locked vein that is over a cap by itself', () => {
  it('may be with its feeder, which counts nothing towards that cap', () => {
    const foam = { form: 'foam', strengthUgPerMl: percent(100), gasParts: 4 } as const;
    const large = { preparation: foam, volumeUl: microlitres(12_000), lockedTo: 1 };
    const veins = [planned('feeder'), planned('fed', { ...large, feederId: veinId('feeder') })];
    const { limits } = shipped('de-aethoxysklerol');
    const proposal = proposeSessions(inputOf(veins, { limits, patient: patientOf(90) }));
    expect(proposal).toMatchObject({ proof: 'proven', lowerBound: 1 });
    expect(proposal.sessions).toHaveLength(1);
  });
});
