import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  amountForWeight,
  liquidUlOf,
  massOf,
  mostVolumeUl,
  totalsOf,
} from '../../../../shared/domain/dose/arithmetic.ts';
import type { Dose, Preparation } from '../../../../shared/domain/dose/ledger.ts';
import { micrograms, microgramsPerMillilitre, microlitres } from '../../../../shared/kernel/units.ts';
import { anyDose } from './examples.ts';

const MOST = BigInt(Number.MAX_SAFE_INTEGER);

/** Small numbers, the edges of what is exact, and everything between. */
const anyWhole = fc.oneof(
  fc.integer({ min: 0, max: 100_000 }),
  fc.integer({ min: 94_906_000, max: 94_907_000 }),
  fc.maxSafeNat(),
);

const anyPreparation: fc.Arbitrary<Preparation> = fc
  .record({
    strength: fc.oneof(fc.integer({ min: 1, max: 60_000 }), anyWhole),
    gasParts: fc.integer({ min: 0, max: 9 }),
  })
  .map(({ strength, gasParts }) => {
    const strengthUgPerMl = microgramsPerMillilitre(strength);
    return gasParts === 0 ? { form: 'liquid', strengthUgPerMl } : { form: 'foam', strengthUgPerMl, gasParts };
  });

function partsOf(preparation: Preparation): bigint {
  return preparation.form === 'foam' ? BigInt(1 + preparation.gasParts) : 1n;
}

function up(dividend: bigint, divisor: bigint): bigint {
  return dividend / divisor + (dividend % divisor === 0n ? 0n : 1n);
}

/** What whole numbers of any size make of it; undefined where the program must refuse, because a step on the way is not exact. */
function exactly(...steps: readonly bigint[]): bigint | undefined {
  return steps.every((step) => step <= MOST) ? steps.at(-1) : undefined;
}

/** What a function gives; undefined if it refuses. */
function answerOf(compute: () => number): bigint | undefined {
  try {
    return BigInt(compute());
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

describe('whole-number arithmetic, over all that can be put in', () => {
  const often = { numRuns: 2_000 };

  it('gives the exact mass rounded up, or refuses', () => {
    fc.assert(
      fc.property(anyPreparation, anyWhole, (preparation, volume) => {
        const product = BigInt(volume) * BigInt(preparation.strengthUgPerMl);
        const mass = exactly(product, up(product, 1_000n * partsOf(preparation)));
        expect(answerOf(() => massOf({ ...preparation, volumeUl: microlitres(volume) }))).toBe(mass);
      }),
      often,
    );
  });

  it('gives the exact liquid in a foam rounded up', () => {
    fc.assert(
      fc.property(anyPreparation, anyWhole, (preparation, volume) => {
        const liquid = up(BigInt(volume), partsOf(preparation));
        expect(BigInt(liquidUlOf({ ...preparation, volumeUl: microlitres(volume) }))).toBe(liquid);
      }),
      often,
    );
  });

  it('gives the exact volume for a mass rounded down, or refuses', () => {
    fc.assert(
      fc.property(anyPreparation, anyWhole, (preparation, mass) => {
        fc.pre(preparation.strengthUgPerMl > 0);
        const product = BigInt(mass) * 1_000n * partsOf(preparation);
        const volume = exactly(product, product / BigInt(preparation.strengthUgPerMl));
        expect(answerOf(() => mostVolumeUl(preparation, micrograms(mass)))).toBe(volume);
      }),
      often,
    );
  });

  it('gives the exact cap by weight rounded down, or refuses', () => {
    fc.assert(
      fc.property(anyWhole, anyWhole, (perKilogram, weightG) => {
        const product = BigInt(perKilogram) * BigInt(weightG);
        expect(answerOf(() => amountForWeight(perKilogram, weightG))).toBe(
          exactly(product, product / 1_000n),
        );
      }),
      often,
    );
  });

  it('adds mixed preparations as whole numbers of any size would', () => {
    fc.assert(
      fc.property(fc.array(anyDose, { maxLength: 40 }), (doses) => {
        const masses = doses.map((dose) =>
          up(BigInt(dose.volumeUl) * BigInt(dose.strengthUgPerMl), 1_000n * partsOf(dose)),
        );
        const volumes = (form: Dose['form']) =>
          doses.filter((dose) => dose.form === form).map((dose) => BigInt(dose.volumeUl));
        const sum = (values: readonly bigint[]) => Number(values.reduce((total, value) => total + value, 0n));
        expect(totalsOf(doses)).toEqual({
          massUg: sum(masses),
          liquidUl: sum(volumes('liquid')),
          foamUl: sum(volumes('foam')),
          injections: doses.length,
        });
      }),
    );
  });

  it('never counts several doses as less than one of the same volume, nor by more than a microgram each', () => {
    const parts = fc.array(fc.integer({ min: 1, max: 3_000 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(anyDose, parts, ({ volumeUl: _, ...preparation }, volumes) => {
        const total = volumes.reduce((sum, volume) => sum + volume, 0);
        const apart = totalsOf(volumes.map((volume) => ({ ...preparation, volumeUl: microlitres(volume) })));
        const once = massOf({ ...preparation, volumeUl: microlitres(total) });
        expect(apart.massUg).toBeGreaterThanOrEqual(once);
        expect(apart.massUg - once).toBeLessThan(volumes.length);
      }),
    );
  });
});
