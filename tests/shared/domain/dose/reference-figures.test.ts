import { describe, expect, it } from 'vitest';
import { liquidUlOf, massOf, mostVolumeUl, totalsOf } from '../../../../shared/domain/dose/arithmetic.ts';
import { assessDose, capOf } from '../../../../shared/domain/dose/assess-dose.ts';
import { strengthRulesFor } from '../../../../shared/domain/dose/off-label.ts';
import { vcssTotal } from '../../../../shared/domain/patient/assessment.ts';
import { micrograms, microgramsPerMillilitre, microlitres } from '../../../../shared/kernel/units.ts';
import { foam, into, liquid, patientOf, percent, questionOf, shipped } from './examples.ts';

const STRENGTHS = [25, 50, 100, 200, 300];

/** Tenths of a mL under 2 mg/kg, rounded down as the label prints them. */
function tenthsOfMl(weightKg: number, hundredths: number): number {
  const { leftOfSyringeUl } = assessDose(
    questionOf('de-aethoxysklerol', weightKg, { syringe: liquid(hundredths, 0) }),
  );
  return Math.floor((leftOfSyringeUl ?? 0) / 100);
}

function capUg(weightKg: number): number {
  const limit = shipped('de-aethoxysklerol').limits.find(({ id }) => id === 'mass-24h');
  if (!limit) throw new Error('no cap on mass');
  return capOf(limit, patientOf(weightKg));
}

describe('figures of the labels and what follows from them', () => {
  it('V1: 70 kg at 2 mg/kg is 140 mg, 56 / 28 / 14 / 7 / 4.6 mL', () => {
    expect(capUg(70)).toBe(140_000);
    expect(STRENGTHS.map((strength) => tenthsOfMl(70, strength))).toEqual([560, 280, 140, 70, 46]);
  });

  it('V2: an ampoule of 2 mL holds 5 / 10 / 20 / 40 / 60 mg', () => {
    expect(STRENGTHS.map((strength) => massOf(liquid(strength, 2_000)))).toEqual([
      5_000, 10_000, 20_000, 40_000, 60_000,
    ]);
  });

  it('V3: 3 % at 70 kg is 4.666 mL and shown as 4.6, not 4.7', () => {
    const { leftOfSyringeUl } = assessDose(questionOf('de-aethoxysklerol', 70, { syringe: liquid(300, 0) }));
    expect(leftOfSyringeUl).toBe(4_666);
    expect(tenthsOfMl(70, 300)).toBe(46);
  });

  it('V4: 50 kg at 0.5 % is 100 mg and 20 mL', () => {
    expect(capUg(50)).toBe(100_000);
    expect(tenthsOfMl(50, 50)).toBe(200);
  });

  it('V5: 50 kg at 1 % is 10.0 mL, exactly the cap of Asclera', () => {
    expect(tenthsOfMl(50, 100)).toBe(100);
    const { gauges, bindingLimitId, leftOfSyringeUl } = assessDose(
      questionOf('strictest', 50, { syringe: liquid(100, 0) }),
    );
    expect(leftOfSyringeUl).toBe(10_000);
    expect(bindingLimitId).toBe('mass-24h');
    const left = gauges.filter(({ limit }) => ['mass-24h', 'session-volume'].includes(limit.id));
    expect(left.map((gauge) => gauge.leftOfSyringeUl)).toEqual([10_000, 10_000]);
  });

  it('V6: an Asclera ampoule of 2 mL at 0.5 % holds 10 mg', () => {
    expect(massOf(liquid(50, 2_000))).toBe(10_000);
  });

  it('V7 and V8: 10 mL of foam 1 + 4 is 2 mL of liquid, 20 mg at 1 % and 60 mg at 3 %', () => {
    expect(liquidUlOf(foam(100, 4, 10_000))).toBe(2_000);
    expect(massOf(foam(100, 4, 10_000))).toBe(20_000);
    expect(massOf(foam(300, 4, 10_000))).toBe(60_000);
  });

  it('V9: a ready-made foam of 1.3 mg/mL holds 6.5 mg in 5 mL and 19.5 mg in 15 mL', () => {
    const readyMade = { form: 'liquid', strengthUgPerMl: microgramsPerMillilitre(1_300) } as const;
    expect(massOf({ ...readyMade, volumeUl: microlitres(5_000) })).toBe(6_500);
    expect(massOf({ ...readyMade, volumeUl: microlitres(15_000) })).toBe(19_500);
  });

  it.each([
    ['V10', 4_500, 900, 450],
    ['V11', 18_000, 3_600, 1_800],
  ])('%s: %i µg are %i µL of 0.5 %% and %i µL of 1 %%', (_, massUg, atHalf, atOne) => {
    expect(mostVolumeUl(liquid(50, 0), micrograms(massUg))).toBe(atHalf);
    expect(mostVolumeUl(liquid(100, 0), micrograms(massUg))).toBe(atOne);
  });

  it('V12: 3 mL of 0.25 %, 2 mL of 0.5 % and 1 mL of 1 % are 27.5 mg in 6 mL, 22.9 % of the cap at 60 kg', () => {
    const doses = [liquid(25, 3_000), liquid(50, 2_000), liquid(100, 1_000)];
    expect(totalsOf(doses)).toMatchObject({ massUg: 27_500, liquidUl: 6_000 });
    expect(capUg(60)).toBe(120_000);
    const session = doses.map((dose) => into(dose));
    const { gauges } = assessDose(questionOf('strictest', 60, { ledger: { session, earlierIn24h: [] } }));
    const mass = gauges.find(({ limit }) => limit.id === 'mass-24h');
    expect(Math.floor(((mass?.used ?? 0) * 1_000) / (mass?.cap ?? 1))).toBe(229);
  });

  it('V13: foam of 1 + 9 uses up a tenth of its volume', () => {
    expect(liquidUlOf(foam(300, 9, 2_500))).toBe(250);
  });

  it('V14: 0.4 and 0.7 mL of 3 % hold 12 and 21 mg, however much gas goes in', () => {
    expect(massOf(liquid(300, 400))).toBe(12_000);
    expect(massOf(liquid(300, 700))).toBe(21_000);
  });

  it('V15: 0.8 and 1.4 mL of 3 % hold 24 and 42 mg, however much gas goes in', () => {
    expect(massOf(liquid(300, 800))).toBe(24_000);
    expect(massOf(liquid(300, 1_400))).toBe(42_000);
  });
});

describe('most per day at 2 mg/kg, in tenths of a mL', () => {
  it.each([
    [40, 80, [320, 160, 80, 40, 26]],
    [45, 90, [360, 180, 90, 45, 30]],
    [50, 100, [400, 200, 100, 50, 33]],
    [55, 110, [440, 220, 110, 55, 36]],
    [60, 120, [480, 240, 120, 60, 40]],
    [65, 130, [520, 260, 130, 65, 43]],
    [70, 140, [560, 280, 140, 70, 46]],
    [75, 150, [600, 300, 150, 75, 50]],
    [80, 160, [640, 320, 160, 80, 53]],
    [90, 180, [720, 360, 180, 90, 60]],
    [100, 200, [800, 400, 200, 100, 66]],
    [120, 240, [960, 480, 240, 120, 80]],
  ])('%i kg: %i mg', (weightKg, mg, tenths) => {
    expect(capUg(weightKg)).toBe(mg * 1_000);
    expect(STRENGTHS.map((strength) => tenthsOfMl(weightKg, strength))).toEqual(tenths);
  });
});

describe('10 mL of foam in µg', () => {
  it.each([
    [3, 2_500, [6_250, 12_500, 25_000, 50_000, 75_000]],
    [4, 2_000, [5_000, 10_000, 20_000, 40_000, 60_000]],
    [5, 1_667, [4_167, 8_334, 16_667, 33_334, 50_000]],
  ])('1 + %i', (gasParts, liquidUl, masses) => {
    expect(liquidUlOf(foam(100, gasParts, 10_000))).toBe(liquidUl);
    expect(STRENGTHS.map((strength) => massOf(foam(strength, gasParts, 10_000)))).toEqual(masses);
  });
});

describe('which limit binds', () => {
  const bindsAt = (weightKg: number, hundredths: number) =>
    assessDose(questionOf('strictest', weightKg, { syringe: liquid(hundredths, 0) })).bindingLimitId;

  it('with 1 %: below 50 kg the mass, above it the 10 mL', () => {
    expect([40, 49, 51, 90].map((weightKg) => bindsAt(weightKg, 100))).toEqual([
      'mass-24h',
      'mass-24h',
      'session-volume',
      'session-volume',
    ]);
  });

  it('with 0.5 %: always the 10 mL in adults, 50 mg being 2 mg/kg at 25 kg', () => {
    expect([26, 40, 70].map((weightKg) => bindsAt(weightKg, 50))).toEqual(
      Array.from({ length: 3 }, () => 'session-volume'),
    );
    expect(bindsAt(24, 50)).toBe('mass-24h');
  });

  it('with 3 % at 70 kg the mass: 4.6 mL', () => {
    expect(bindsAt(70, 300)).toBe('mass-24h');
  });

  it('with foam 1 + 4 of 3 % the 10 mL of foam from 30 kg up, below it the mass', () => {
    const foamAt = (weightKg: number) =>
      assessDose(questionOf('de-aethoxysklerol', weightKg, { syringe: foam(300, 4, 0) })).bindingLimitId;
    expect([31, 70, 120].map(foamAt)).toEqual(Array.from({ length: 3 }, () => 'foam-session'));
    expect(foamAt(29)).toBe('mass-24h');
  });

  it('a caution above 3 mL in all, and none at 3 mL', () => {
    const after = (volumeUl: number) =>
      assessDose(
        questionOf('us-asclera', 70, {
          ledger: { session: [into(liquid(50, 2_800))], earlierIn24h: [] },
          candidate: into(liquid(50, volumeUl)),
        }),
      ).passed.caution;
    expect(after(200)).toEqual([]);
    expect(after(210)).toEqual(['session-volume-caution']);
  });
});

describe('figures of trials that the profiles and scales have to hold', () => {
  it('V19: spider veins 0.5 %, reticular veins 1 %, again after 3 weeks, which the interval allows', () => {
    const asclera = shipped('us-asclera');
    const proposed = (kind: 'telangiectasia' | 'reticular') =>
      strengthRulesFor(asclera, { kind, pattern: 'line', diameterMm: 1 }, 'liquid')[0]?.proposedUgPerMl;
    expect([proposed('telangiectasia'), proposed('reticular')]).toEqual([5_000, 10_000]);
    expect(asclera.interval.minimumDays).toBeLessThanOrEqual(21);
  });

  it('V23: the VCSS goes from 0 to 30', () => {
    const all = (grade: 0 | 3) => ({
      pain: grade,
      'varicose-veins': grade,
      oedema: grade,
      pigmentation: grade,
      inflammation: grade,
      induration: grade,
      'ulcer-count': grade,
      'ulcer-duration': grade,
      'ulcer-size': grade,
      compression: grade,
    });
    expect([vcssTotal(all(0)), vcssTotal(all(3))]).toEqual([0, 30]);
  });
});

describe('strengths', () => {
  it('are ten times the per cent in mg/mL', () => {
    expect(STRENGTHS.map((strength) => Number(percent(strength)))).toEqual([
      2_500, 5_000, 10_000, 20_000, 30_000,
    ]);
  });
});
