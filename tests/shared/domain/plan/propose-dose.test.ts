import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORMS } from '../../../../shared/domain/dose/ledger.ts';
import { assessDose } from '../../../../shared/domain/dose/assess-dose.ts';
import { isOffLabel } from '../../../../shared/domain/dose/off-label.ts';
import { SHIPPED_PROFILES } from '../../../../shared/domain/dose/profiles/index.ts';
import { REGIONS, type Region } from '../../../../shared/domain/leg-map/region.ts';
import { VEIN_KINDS, VEIN_PATTERNS, type VeinKind } from '../../../../shared/domain/leg-map/vein.ts';
import { doseChoices, proposeDose } from '../../../../shared/domain/plan/propose-dose.ts';
import { questionOf, shipped } from '../dose/examples.ts';

const strictest = shipped('strictest');

function line(kind: VeinKind, lengthMm: number, profileId = 'strictest') {
  const vein = { kind, pattern: 'line' } as const;
  return proposeDose({ vein, lengthMm, areaMm2: null, profile: shipped(profileId) });
}

function web(areaMm2: number, region?: Region) {
  const vein = { kind: 'telangiectasia', pattern: 'web' } as const;
  const place = region === undefined ? {} : { region };
  return proposeDose({ vein, lengthMm: 60, areaMm2, profile: strictest, ...place });
}

describe('a dose to begin with', () => {
  it.each([
    [140, 4],
    [175, 5],
    [300, 9],
  ])('is 0.3 mL of 1 %% per 35 mm of a reticular vein: %i mm, %i punctures', (lengthMm, punctures) => {
    expect(line('reticular', lengthMm)).toEqual({
      preparation: { form: 'liquid', strengthUgPerMl: 10_000 },
      punctures,
      volumePerPunctureUl: 300,
    });
  });

  it.each([
    [40, 3],
    [60, 4],
  ])('is 3 to 4 times 0.1 mL of 0.5 %% in a line of %i mm', (lengthMm, punctures) => {
    expect(line('telangiectasia', lengthMm)).toEqual({
      preparation: { form: 'liquid', strengthUgPerMl: 5_000 },
      punctures,
      volumePerPunctureUl: 100,
    });
  });

  it.each([
    [1_900, 5],
    [3_299, 8],
  ])('is 5 to 8 times 0.2 mL of 0.5 %% in a web of %i mm²', (areaMm2, punctures) => {
    expect(web(areaMm2, 'thigh-lateral')).toMatchObject({
      preparation: { strengthUgPerMl: 5_000 },
      punctures,
      volumePerPunctureUl: 200,
    });
  });

  it('is weak and small at the ankle: 6 times 0.1 mL of 0.25 %', () => {
    expect(web(4_500, 'medial-malleolus')).toEqual({
      preparation: { form: 'liquid', strengthUgPerMl: 2_500 },
      punctures: 6,
      volumePerPunctureUl: 100,
    });
  });

  it('is weaker for reticular veins in Switzerland', () => {
    expect(line('reticular', 100, 'ch-aethoxysklerol')?.preparation.strengthUgPerMl).toBe(5_000);
  });

  it('is the surgeon’s to choose where the label has nothing', () => {
    expect(line('varicose', 100, 'us-asclera')).toBeNull();
    const vein = { kind: 'reticular', pattern: 'line' } as const;
    expect(proposeDose({ vein, lengthMm: 100, areaMm2: null, profile: strictest, form: 'foam' })).toBeNull();
  });

  it('is foam of 1 + 4 for a varicose vein if foam is wished', () => {
    const vein = { kind: 'varicose', pattern: 'line' } as const;
    const dose = proposeDose({ vein, lengthMm: 100, areaMm2: null, profile: strictest, form: 'foam' });
    expect(dose?.preparation).toMatchObject({ form: 'foam', gasParts: 4 });
  });

  it('offers foam beside liquid where the label permits it, liquid first', () => {
    const formsFor = (kind: VeinKind) =>
      doseChoices({ vein: { kind, pattern: 'line' }, lengthMm: 100, areaMm2: null, profile: strictest }).map(
        ({ preparation }) => preparation.form,
      );
    expect(formsFor('varicose')).toEqual(['liquid', 'foam']);
    expect(formsFor('reticular')).toEqual(['liquid']);
    expect(formsFor('telangiectasia')).toEqual(['liquid']);
  });

  it('passes no limit on single injections and no label, for any vein', () => {
    const input = fc.record({
      vein: fc.record({ kind: fc.constantFrom(...VEIN_KINDS), pattern: fc.constantFrom(...VEIN_PATTERNS) }),
      lengthMm: fc.integer({ min: 0, max: 900 }),
      areaMm2: fc.option(fc.integer({ min: 0, max: 60_000 }), { nil: null }),
      region: fc.constantFrom(...REGIONS),
      profile: fc.constantFrom(...SHIPPED_PROFILES),
      form: fc.constantFrom(...FORMS),
    });
    fc.assert(
      fc.property(input, (question) => {
        const dose = proposeDose(question);
        if (!dose) return;
        const { kind, pattern } = question.vein;
        const candidate = {
          ...dose.preparation,
          volumeUl: dose.volumePerPunctureUl,
          leg: 'left',
          veinKind: kind,
        } as const;
        expect(assessDose(questionOf(question.profile.id, 60, { candidate })).verdict).toBe('clear');
        expect(isOffLabel(question.profile, { kind, pattern }, dose.preparation)).toBe(false);
        expect(dose.punctures).toBeGreaterThanOrEqual(1);
        expect(dose.punctures).toBeLessThanOrEqual(99);
      }),
    );
  });
});
