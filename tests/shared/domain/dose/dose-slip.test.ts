import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  slipAgainstPlan,
  slipOfInjection,
  slipOfPuncture,
  slipOfVein,
} from '../../../../shared/domain/dose/dose-slip.ts';
import { usualDoses, type UsualDose, type VeinDose } from '../../../../shared/domain/dose/usual-dose.ts';
import { microlitres } from '../../../../shared/kernel/units.ts';

const ul = microlitres;
const RETICULAR = { veinKind: 'reticular', veinPattern: 'line', form: 'liquid' } as const;
const SPIDER_WEB = { veinKind: 'telangiectasia', veinPattern: 'web', form: 'liquid' } as const;
const dose = (volumeUl: number, extent: number, over: Partial<VeinDose> = {}): VeinDose => ({
  ...RETICULAR,
  volumeUl,
  extent,
  ...over,
});
/** 0.3 mL for 35 mm, as often as said. */
const custom = (samples: number): UsualDose => ({ ...RETICULAR, volumeUl: 300, extent: 35, samples });

describe('a volume beside the plan', () => {
  it('looks like a slip when 3 is typed for 0.3, and the other way round', () => {
    expect(slipAgainstPlan(ul(3_000), ul(300))).toEqual({
      against: 'plan',
      direction: 'more',
      volumeUl: 3_000,
      expectedUl: 300,
      samples: null,
    });
    expect(slipAgainstPlan(ul(30), ul(300))).toMatchObject({ direction: 'less', expectedUl: 300 });
  });

  it('looks like a slip at 5 times and at a tenth to the microlitre, and not next to it', () => {
    expect(slipAgainstPlan(ul(1_500), ul(300))?.direction).toBe('more');
    expect(slipAgainstPlan(ul(1_499), ul(300))).toBeNull();
    expect(slipAgainstPlan(ul(30), ul(300))?.direction).toBe('less');
    expect(slipAgainstPlan(ul(31), ul(300))).toBeNull();
  });

  it('lets pass a change of mind between the usual volumes for one place', () => {
    for (const planned of [100, 150, 200, 250, 300]) {
      for (const given of [50, 100, 150, 200, 250, 300, 400]) {
        expect(slipAgainstPlan(ul(given), ul(planned)), `${String(given)} for ${String(planned)}`).toBeNull();
      }
    }
  });

  it('never misses ten times what was meant, be that half or double the plan, nor a tenth of the plan or less', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10, max: 2_000 }),
        fc.integer({ min: 50, max: 200 }),
        (planned, percent) => {
          const meant = Math.round((planned * percent) / 100);
          fc.pre(meant * 2 >= planned && meant <= planned * 2);
          expect(slipAgainstPlan(ul(meant * 10), ul(planned))?.direction).toBe('more');
          fc.pre(meant <= planned && meant % 10 === 0);
          expect(slipAgainstPlan(ul(meant / 10), ul(planned))?.direction).toBe('less');
        },
      ),
    );
  });
});

describe("a vein beside one's own usual mL per cm", () => {
  it('looks like a slip when ten times as much is planned, or a tenth', () => {
    expect(slipOfVein(dose(8_600, 100), [custom(10)])).toMatchObject({
      against: 'usual',
      direction: 'more',
      expectedUl: 857,
      samples: 10,
    });
    expect(slipOfVein(dose(85, 100), [custom(10)])).toMatchObject({ direction: 'less', expectedUl: 857 });
    expect(slipOfVein(dose(86, 100), [custom(10)])).toBeNull();
    expect(slipOfVein(dose(900, 100), [custom(10)])).toBeNull();
  });

  it('says nothing by fewer than ten veins, of another kind, pattern or form, or of no extent', () => {
    expect(slipOfVein(dose(8_600, 100), [custom(9)])).toBeNull();
    expect(slipOfVein(dose(8_600, 100, { veinKind: 'telangiectasia' }), [custom(10)])).toBeNull();
    expect(slipOfVein(dose(8_600, 100, { veinPattern: 'web' }), [custom(10)])).toBeNull();
    expect(slipOfVein(dose(8_600, 100, { form: 'foam' }), [custom(10)])).toBeNull();
    expect(slipOfVein(dose(8_600, 0), [custom(10)])).toBeNull();
    expect(slipOfVein(dose(8_600, 100), [])).toBeNull();
  });

  it('lets a vein of a few millimetres have one whole puncture', () => {
    expect(slipOfVein(dose(300, 5), [custom(20)])).toBeNull();
    expect(slipOfVein(dose(1_500, 5), [custom(20)])?.direction).toBe('more');
  });
});

describe('one puncture of a vein that is not planned', () => {
  it("is held against the giver's own custom, and little of it is no slip", () => {
    expect(slipOfPuncture(3_000, RETICULAR, [custom(10)])).toMatchObject({
      direction: 'more',
      expectedUl: 300,
    });
    expect(slipOfPuncture(1_499, RETICULAR, [custom(10)])).toBeNull();
    expect(slipOfPuncture(10, RETICULAR, [custom(10)])).toBeNull();
  });

  it('is not asked where the plan has a word, nor of a free site', () => {
    const usual = [custom(10)];
    const question = { volumeUl: ul(3_000), vein: RETICULAR, usual };
    expect(slipOfInjection({ ...question, plannedUl: ul(3_000) })).toBeNull();
    expect(slipOfInjection({ ...question, plannedUl: ul(300) })?.against).toBe('plan');
    expect(slipOfInjection({ ...question, plannedUl: null })?.against).toBe('usual');
    expect(slipOfInjection({ ...question, plannedUl: null, vein: null })).toBeNull();
  });
});

describe('what somebody usually gives', () => {
  it('is the median of volume over length, for each kind, pattern and form', () => {
    const doses = [
      dose(100, 100),
      dose(300, 100),
      dose(9_000, 100),
      dose(500, 1_000, SPIDER_WEB),
      dose(400, 100, { form: 'foam' }),
    ];
    expect(usualDoses(doses)).toEqual([
      { ...RETICULAR, volumeUl: 300, extent: 100, samples: 3 },
      { ...SPIDER_WEB, volumeUl: 500, extent: 1_000, samples: 1 },
      { ...RETICULAR, form: 'foam', volumeUl: 400, extent: 100, samples: 1 },
    ]);
  });

  it('of an even number is the lower of the two in the middle', () => {
    expect(usualDoses([dose(400, 100), dose(200, 100)])[0]?.volumeUl).toBe(200);
  });

  it('compares fractions exactly, whatever their size', () => {
    const [usual] = usualDoses([dose(333_333, 1_000_000), dose(1, 3), dose(333_334, 1_000_000)]);
    expect(usual).toMatchObject({ volumeUl: 1, extent: 3 });
  });

  it('leaves out what has no extent, and knows nothing of nothing', () => {
    expect(usualDoses([dose(300, 0)])).toEqual([]);
    expect(usualDoses([])).toEqual([]);
  });

  it('does not depend on the order, and lies among the doses', () => {
    const doses = fc.array(
      fc.record({
        volumeUl: fc.integer({ min: 1, max: 20_000 }),
        extent: fc.integer({ min: 1, max: 1_000 }),
      }),
      { minLength: 1, maxLength: 30 },
    );
    fc.assert(
      fc.property(doses, fc.integer(), (all, seed) => {
        const samples = all.map(({ volumeUl, extent }) => dose(volumeUl, extent));
        const [usual] = usualDoses(samples);
        const [turned] = usualDoses(
          samples.toSorted((a, b) => ((a.volumeUl * seed) % 7) - ((b.volumeUl * seed) % 7)),
        );
        if (!usual || !turned) throw new Error('nothing is usual');
        expect(usual.volumeUl * turned.extent).toBe(turned.volumeUl * usual.extent);
        const rank = (sample: VeinDose) => sample.volumeUl * usual.extent - usual.volumeUl * sample.extent;
        const below = samples.filter((sample) => rank(sample) < 0).length;
        const above = samples.filter((sample) => rank(sample) > 0).length;
        expect(below).toBeLessThanOrEqual(samples.length / 2);
        expect(above).toBeLessThanOrEqual(samples.length / 2);
      }),
    );
  });
});
