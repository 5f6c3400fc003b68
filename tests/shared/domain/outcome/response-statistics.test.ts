import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REGIONS } from '../../../../shared/domain/leg-map/region.ts';
import {
  COUNTED_OUTCOMES,
  DIMENSIONS,
  LEG_PARTS,
  OUTCOMES,
  regionsOf,
  responseLine,
  responseTable,
  shareOf,
  UNCOUNTED_OUTCOMES,
  type ResponseCell,
} from '../../../../shared/domain/outcome/response-statistics.ts';
import { wilsonInterval } from '../../../../shared/domain/outcome/wilson.ts';

const classes = fc.record({
  kind: fc.constantFrom('telangiectasia', 'reticular', 'varicose', 'unknown'),
  diameter: fc.constantFrom('under-0.5', '0.5-1', '1-2', '2-3', 'over-3', 'unknown'),
  preparation: fc.constantFrom('liquid:2500', 'liquid:10000', 'foam:10000', 'several'),
  dose: fc.constantFrom('under-0.05', '0.05-0.1', '0.4-up', 'unknown'),
  skin: fc.constantFrom('I', 'IV', 'unknown'),
});
const cell: fc.Arbitrary<ResponseCell> = fc
  .record({ classes, outcome: fc.constantFrom(...OUTCOMES), veins: fc.integer({ min: 1, max: 500 }) })
  .chain((made) => {
    const some = fc.integer({ min: 0, max: made.veins });
    return fc
      .record({ matting: some, pigmentation: some, ulcer: some })
      .map((left): ResponseCell => ({ ...made, ...left }));
  });
const cells = fc.array(cell, { maxLength: 40 });

const sum = (figures: readonly number[]) => figures.reduce((all, figure) => all + figure, 0);

function aCell(over: Partial<ResponseCell>): ResponseCell {
  const known = {
    kind: 'reticular',
    diameter: '1-2',
    preparation: 'liquid:10000',
    dose: 'unknown',
    skin: 'II',
  };
  return { classes: known, outcome: 'cleared', veins: 1, matting: 0, pigmentation: 0, ulcer: 0, ...over };
}

describe('the response in classes', () => {
  it('is in sum over the classes of any table what it is over all, what is left out as well', () => {
    fc.assert(
      fc.property(cells, fc.constantFrom(...DIMENSIONS), (some, dimension) => {
        const all = responseLine(some, 'all');
        const lines = responseTable(some, dimension);
        expect(sum(lines.map(({ n }) => n))).toBe(all.n);
        for (const outcome of COUNTED_OUTCOMES)
          expect(sum(lines.map(({ counts }) => counts[outcome]))).toBe(all.counts[outcome]);
        for (const reason of UNCOUNTED_OUTCOMES)
          expect(sum(lines.map(({ leftOut }) => leftOut[reason]))).toBe(all.leftOut[reason]);
        expect(all.n + sum(Object.values(all.leftOut))).toBe(sum(some.map(({ veins }) => veins)));
      }),
    );
  });

  it('counts each vein under one response', () => {
    fc.assert(
      fc.property(cells, (some) => {
        const { n, counts } = responseLine(some, 'all');
        expect(sum(COUNTED_OUTCOMES.map((outcome) => counts[outcome]))).toBe(n);
        for (const effect of ['matting', 'pigmentation', 'ulcer'] as const)
          expect(counts[effect]).toBeLessThanOrEqual(n);
      }),
    );
  });

  it('stands in the order of the classes, whatever the results, unknown last', () => {
    const table = responseTable(
      ['unknown', 'over-3', 'under-0.5', '1-2'].map((diameter, n) =>
        aCell({ classes: { ...aCell({}).classes, diameter }, veins: 10 - n }),
      ),
      'diameter',
    );
    expect(table.map(({ key }) => key)).toEqual(['under-0.5', '1-2', 'over-3', 'unknown']);
    const strengths = ['several', 'foam:10000', 'liquid:10000', 'liquid:2500'].map((preparation) =>
      aCell({ classes: { ...aCell({}).classes, preparation } }),
    );
    expect(responseTable(strengths, 'preparation').map(({ key }) => key)).toEqual([
      'liquid:2500',
      'liquid:10000',
      'foam:10000',
      'several',
    ]);
  });

  it('has matting, pigment and ulcers of counted veins alone', () => {
    const line = responseLine([aCell({ matting: 1 }), aCell({ outcome: 'too-early', matting: 1 })], 'all');
    expect([line.n, line.counts.matting, line.leftOut['too-early']]).toEqual([1, 1, 1]);
  });

  it('gives no share of fewer than five', () => {
    expect(shareOf(4, 4)).toBeNull();
    expect(shareOf(5, 5)?.share).toBe(1);
  });
});

describe('the parts of the leg', () => {
  it('hold every region once', () => {
    expect(LEG_PARTS.flatMap(regionsOf).toSorted()).toEqual(REGIONS.toSorted());
    expect(regionsOf('hip')).toEqual(['groin', 'buttock', 'hip']);
    expect(regionsOf('knee')).toContain('popliteal-fossa');
    expect(regionsOf('ankle')).toContain('medial-malleolus');
  });
});

describe('the Wilson interval', () => {
  // Newcombe 1998, Statistics in Medicine 17:857–872, table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i in %i is as published', (count, all, low, high) => {
    const interval = wilsonInterval(count, all);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it('holds its share, stays between none and all, and is the same seen from the other side', () => {
    const shares = fc
      .integer({ min: 1, max: 1_000_000 })
      .chain((all) => fc.tuple(fc.integer({ min: 0, max: all }), fc.constant(all)));
    fc.assert(
      fc.property(shares, ([count, all]) => {
        const { low, share, high } = wilsonInterval(count, all);
        const other = wilsonInterval(all - count, all);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(share);
        expect(high).toBeGreaterThanOrEqual(share);
        expect(high).toBeLessThanOrEqual(1);
        expect(other.high).toBeCloseTo(1 - low, 9);
      }),
    );
  });

  it('is refused for what is no share', () => {
    expect(() => wilsonInterval(2, 1)).toThrow(RangeError);
    expect(() => wilsonInterval(0, 0)).toThrow(RangeError);
  });
});
