import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { liquidUlOf, massOf, mostVolumeUl, totalsOf } from '../../../../shared/domain/dose/arithmetic.ts';
import { micrograms, microgramsPerMillilitre, microlitres } from '../../../../shared/kernel/units.ts';
import { anyDose, anyPreparation, foam, liquid } from './examples.ts';

describe('mass of a dose', () => {
  it('rounds a part of a microgram up, never down', () => {
    expect(massOf(foam(50, 5, 100))).toBe(84);
    expect(
      massOf({
        form: 'liquid',
        strengthUgPerMl: microgramsPerMillilitre(1_001),
        volumeUl: microlitres(1),
      }),
    ).toBe(2);
  });

  it('is nothing for no volume', () => {
    expect(massOf(liquid(100, 0))).toBe(0);
  });

  it('agrees with exact rational arithmetic for every dose', () => {
    fc.assert(
      fc.property(anyDose, (dose) => {
        const divisor = 1_000n * BigInt(dose.form === 'foam' ? 1 + dose.gasParts : 1);
        const product = BigInt(dose.volumeUl) * BigInt(dose.strengthUgPerMl);
        expect(BigInt(massOf(dose))).toBe((product + divisor - 1n) / divisor);
      }),
    );
  });

  it('refuses figures that no whole number holds exactly', () => {
    const strengthUgPerMl = microgramsPerMillilitre(Number.MAX_SAFE_INTEGER);
    expect(() => massOf({ form: 'liquid', strengthUgPerMl, volumeUl: microlitres(2) })).toThrow(RangeError);
  });
});

describe('the most volume for a mass', () => {
  it('fits, and one microlitre more does not', () => {
    fc.assert(
      fc.property(anyPreparation, fc.integer({ min: 0, max: 600_000 }), (preparation, massUg) => {
        const volumeUl = mostVolumeUl(preparation, micrograms(massUg));
        expect(massOf({ ...preparation, volumeUl })).toBeLessThanOrEqual(massUg);
        expect(massOf({ ...preparation, volumeUl: microlitres(volumeUl + 1) })).toBeGreaterThan(massUg);
      }),
    );
  });

  it('has no answer for a solution of nothing', () => {
    const water = { form: 'liquid', strengthUgPerMl: microgramsPerMillilitre(0) } as const;
    expect(() => mostVolumeUl(water, micrograms(1))).toThrow(RangeError);
  });
});

describe('liquid that a dose uses up', () => {
  it('is all of a liquid, and foam divided by its parts, rounded up', () => {
    expect(liquidUlOf(liquid(100, 300))).toBe(300);
    expect(liquidUlOf(foam(100, 4, 10_000))).toBe(2_000);
    expect(liquidUlOf(foam(100, 5, 10_000))).toBe(1_667);
  });
});

describe('totals', () => {
  it('add rounded masses and keep liquid and foam apart', () => {
    expect(totalsOf([foam(50, 5, 100), foam(50, 5, 100), liquid(25, 100)])).toEqual({
      massUg: 84 + 84 + 250,
      liquidUl: 100,
      foamUl: 200,
      injections: 3,
    });
  });

  it('are the same in any order and in any grouping', () => {
    fc.assert(
      fc.property(fc.array(anyDose, { maxLength: 12 }), fc.nat(12), (doses, cut) => {
        const whole = totalsOf(doses);
        expect(totalsOf([...doses].reverse())).toEqual(whole);
        const [first, second] = [totalsOf(doses.slice(0, cut)), totalsOf(doses.slice(cut))];
        expect(first.massUg + second.massUg).toBe(whole.massUg);
        expect(first.injections + second.injections).toBe(whole.injections);
      }),
    );
  });
});
