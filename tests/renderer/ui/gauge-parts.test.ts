import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gaugeParts } from '../../../renderer/ui/gauge-parts.ts';

const amounts = { used: 63_000, projected: 66_000, cap: 88_000, planned: 0, cautionAt: null };

describe('the bar of a limit', () => {
  it('ends at the cap while there is room', () => {
    const parts = gaugeParts({ ...amounts, used: 44_000, projected: 66_000, planned: 11_000 });
    expect(parts).toEqual({ given: 50, thisOne: 25, planned: 12.5, over: 0, postAt: 100, cautionAt: null });
  });

  it('shows what is past the cap behind the post', () => {
    const { given, thisOne, over, postAt } = gaugeParts({ ...amounts, used: 86_000, projected: 176_000 });
    expect([postAt, over]).toEqual([50, 50]);
    expect(given + thisOne).toBeCloseTo(50);
  });

  it('shows a plan alone past the cap, but keeps a plan beside what is given within it', () => {
    expect(gaugeParts({ ...amounts, used: 0, projected: 0, planned: 176_000 })).toMatchObject({
      planned: 50,
      over: 50,
    });
    expect(gaugeParts({ ...amounts, planned: 50_000 })).toMatchObject({ over: 0, planned: 25 });
  });

  it('leaves out a caution that lies beyond the cap', () => {
    expect(gaugeParts({ ...amounts, cautionAt: 44_000 }).cautionAt).toBe(50);
    expect(gaugeParts({ ...amounts, cautionAt: 90_000 }).cautionAt).toBeNull();
  });

  it('never draws outside its scale', () => {
    const amount = fc.integer({ min: 0, max: 200_000 });
    fc.assert(
      fc.property(amount, amount, amount, amount, (used, more, cap, planned) => {
        const parts = gaugeParts({ used, projected: used + more, cap, planned, cautionAt: null });
        expect(parts.given + parts.thisOne + parts.planned).toBeLessThanOrEqual(parts.postAt + 1e-9);
        expect(parts.postAt + parts.over).toBeLessThanOrEqual(100 + 1e-9);
        for (const part of [parts.given, parts.thisOne, parts.planned, parts.over])
          expect(part).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
