import { describe, expect, it } from 'vitest';
import { doseDifference } from '../../../../shared/domain/plan/dose-difference.ts';
import type { PlannedDose } from '../../../../shared/domain/plan/propose-dose.ts';
import { microlitres } from '../../../../shared/kernel/units.ts';
import { percent } from '../dose/examples.ts';

const proposed: PlannedDose = {
  preparation: { form: 'liquid', strengthUgPerMl: percent(100) },
  punctures: 5,
  volumePerPunctureUl: microlitres(300),
};
const foam = (gasParts: number): PlannedDose => ({
  ...proposed,
  preparation: { form: 'foam', strengthUgPerMl: percent(100), gasParts },
});

describe('the difference of a dose to the proposed one', () => {
  it('is none where every figure is the same', () => {
    expect(doseDifference({ ...proposed }, proposed)).toBeNull();
    expect(doseDifference(foam(4), foam(4))).toBeNull();
  });

  it('is so much more or less, in all and in each', () => {
    const more = { ...proposed, punctures: 6, volumePerPunctureUl: microlitres(350) };
    expect(doseDifference(more, proposed)).toMatchObject({ totalUl: 600, punctures: 1, perPunctureUl: 50 });
    expect(doseDifference(proposed, more)).toMatchObject({
      totalUl: -600,
      punctures: -1,
      perPunctureUl: -50,
    });
  });

  it('is there where the amount is the same in another number of places', () => {
    const fewer = { ...proposed, punctures: 3, volumePerPunctureUl: microlitres(500) };
    expect(doseDifference(fewer, proposed)).toMatchObject({ totalUl: 0, punctures: -2, perPunctureUl: 200 });
  });

  it('names the strength, the form and the gas that are proposed', () => {
    const weaker = { ...proposed, preparation: { ...proposed.preparation, strengthUgPerMl: percent(50) } };
    expect(doseDifference(weaker, proposed)).toMatchObject({ strengthInsteadOfUgPerMl: 10_000 });
    expect(doseDifference(foam(4), proposed)).toMatchObject({ otherForm: true, gasPartsInsteadOf: null });
    expect(doseDifference(foam(3), foam(4))).toMatchObject({ otherForm: false, gasPartsInsteadOf: 4 });
  });
});
