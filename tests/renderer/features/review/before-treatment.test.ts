import { describe, expect, it } from 'vitest';
import { beforeTreatment } from '../../../../renderer/features/review/before-treatment.ts';
import { aVein, day, told } from '../../../shared/domain/leg-map/map-facts.ts';

describe('the leg before treatment, beside the leg as it is rated', () => {
  it('is that of the day of the first session, without what was found or erased later', () => {
    const before = beforeTreatment(
      told(
        { on: 0, vein: aVein(1) },
        { on: 7, vein: aVein(2) },
        { on: 7, session: 1, into: [1] },
        { on: 30, erased: 2 },
        { on: 30, vein: aVein(3) },
        { on: 30, review: { 1: 'cleared' } },
      ),
    );
    expect(before?.onDate).toBe(day(7));
    expect(before?.scene.veins.map(({ number }) => number)).toEqual([1, 2]);
    expect([...(before?.scene.marks.values() ?? [])]).toEqual([{ state: 'mapped' }, { state: 'mapped' }]);
  });

  it('is the first map where nobody was treated yet, and nothing where there is no map', () => {
    expect(beforeTreatment(told({ on: 3, vein: aVein(1) }))?.onDate).toBe(day(3));
    expect(beforeTreatment(told())).toBeNull();
  });
});
