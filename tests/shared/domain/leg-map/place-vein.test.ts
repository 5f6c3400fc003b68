import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  acrossSides,
  placeOfPoint,
  pointAtPlace,
  regionHeights,
} from '../../../../shared/domain/leg-map/leg-place.ts';
import { anchorOf, courseOf, edgeOf } from '../../../../shared/domain/leg-map/measure.ts';
import { placeLine, placeWeb, VEIN_RUNS } from '../../../../shared/domain/leg-map/place-vein.ts';
import { regionOf } from '../../../../shared/domain/leg-map/region.ts';
import type { LegView, PointMm } from '../../../../shared/domain/leg-map/vein.ts';
import { outlineOf, viewsOfBothLegs } from '../../../../shared/domain/leg-map/views.ts';
import { boxAround } from '../../../../shared/geometry/point.ts';
import { polygonContains } from '../../../../shared/geometry/polygon.ts';
import { pathLength } from '../../../../shared/geometry/polyline.ts';

const LEFT_FRONT: LegView = { leg: 'left', aspect: 'anterior' };
const view = fc.constantFrom(...viewsOfBothLegs());
const place = fc.record({
  heightMm: fc.integer({ min: 20, max: 720 }),
  acrossPercent: fc.integer({ min: 0, max: 100 }),
});

function placed(result: ReturnType<typeof placeLine>): readonly PointMm[] {
  if (!result.ok) throw new Error(`no room: at most ${String(result.error.atMostMm)} mm`);
  return result.value;
}

describe('a place in figures', () => {
  it('counts across from the medial edge, in side views from the posterior one, on both legs', () => {
    expect(acrossSides(LEFT_FRONT)).toEqual(['medial', 'lateral']);
    expect(acrossSides({ leg: 'right', aspect: 'anterior' })).toEqual(['medial', 'lateral']);
    expect(acrossSides({ leg: 'left', aspect: 'medial' })).toEqual(['posterior', 'anterior']);
    expect(acrossSides({ leg: 'right', aspect: 'lateral' })).toEqual(['posterior', 'anterior']);
  });

  it('is the mirror image on the other leg', () => {
    fc.assert(
      fc.property(fc.constantFrom('anterior', 'medial', 'posterior', 'lateral'), place, (aspect, at) => {
        const [x, y] = pointAtPlace({ leg: 'left', aspect }, at);
        const [mirrored, height] = pointAtPlace({ leg: 'right', aspect }, at);
        expect(mirrored).toBeCloseTo(-x, 6);
        expect(height).toBe(y);
      }),
    );
  });

  it('can be read back from its point', () => {
    fc.assert(
      fc.property(view, place, (on, at) => {
        expect(placeOfPoint(on, pointAtPlace(on, at))).toEqual(at);
      }),
    );
  });

  it('has a height for each of the five regions of a view', () => {
    for (const on of viewsOfBothLegs()) {
      const heights = regionHeights(on);
      expect(heights.size).toBe(5);
      for (const [region, heightMm] of heights) {
        expect(regionOf(pointAtPlace(on, { heightMm, acrossPercent: 50 }), on)).toBe(region);
      }
    }
  });
});

describe('a line placed by figures', () => {
  const line = fc.record({
    lengthMm: fc.integer({ min: 5, max: 400 }),
    run: fc.constantFrom(...VEIN_RUNS),
  });

  it('lies on the leg and has the asked length, or says how much there is room for', () => {
    fc.assert(
      fc.property(view, place, line, (on, at, shape) => {
        const result = placeLine(on, { ...at, ...shape });
        if (!result.ok) {
          expect(result.error.atMostMm).toBeLessThan(shape.lengthMm);
          return;
        }
        const course = courseOf(result.value);
        expect(Math.abs(pathLength(course) - shape.lengthMm)).toBeLessThan(1);
        const outline = outlineOf(on);
        expect(course.filter((point) => !polygonContains(outline, point))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('has its middle where it was asked for', () => {
    for (const on of viewsOfBothLegs()) {
      for (const [region, heightMm] of regionHeights(on)) {
        const path = placed(placeLine(on, { heightMm, acrossPercent: 50, lengthMm: 15, run: 'down' }));
        expect(regionOf(anchorOf({ pattern: 'line', path }), on)).toBe(region);
      }
    }
  });

  it('fits when asked again for as much as there is room for', () => {
    const ask = { heightMm: 400, acrossPercent: 50, run: 'across' } as const;
    const refused = placeLine(LEFT_FRONT, { ...ask, lengthMm: 500 });
    if (refused.ok) throw new Error('half a metre around a leg');
    expect(placeLine(LEFT_FRONT, { ...ask, lengthMm: refused.error.atMostMm }).ok).toBe(true);
  });

  it('begins at its upper end, drifts to the side it is said to, and winds', () => {
    const ask = { heightMm: 500, acrossPercent: 50, lengthMm: 80 };
    const first = (run: (typeof VEIN_RUNS)[number]) => placed(placeLine(LEFT_FRONT, { ...ask, run }));
    const [down, inwards, outwards] = [first('down'), first('down-inwards'), first('down-outwards')];
    expect(down[0]?.[1]).toBeGreaterThan(down.at(-1)?.[1] ?? Infinity);
    const drift = (path: readonly PointMm[]) => (path.at(-1)?.[0] ?? 0) - (path[0]?.[0] ?? 0);
    expect(drift(inwards)).toBeLessThan(drift(down));
    expect(drift(outwards)).toBeGreaterThan(drift(down));
    expect(down.length).toBeGreaterThan(4);
  });

  it('can follow the leg for 300 mm', () => {
    const path = placed(
      placeLine(
        { leg: 'right', aspect: 'lateral' },
        { heightMm: 480, acrossPercent: 60, lengthMm: 300, run: 'down' },
      ),
    );
    expect(pathLength(courseOf(path))).toBeCloseTo(300, 0);
  });
});

describe('a web placed by figures', () => {
  it('lies on the leg and has the asked extent, or says how much there is room for', () => {
    const size = fc.record({
      acrossMm: fc.integer({ min: 8, max: 120 }),
      downMm: fc.integer({ min: 8, max: 120 }),
    });
    fc.assert(
      fc.property(view, place, size, (on, at, extent) => {
        const result = placeWeb(on, { ...at, ...extent });
        if (!result.ok) {
          expect(result.error.atMostMm).toBeLessThan(Math.max(extent.acrossMm, extent.downMm));
          return;
        }
        const edge = edgeOf(result.value);
        const box = boxAround(edge);
        expect(Math.abs(box.maxX - box.minX - extent.acrossMm)).toBeLessThan(1);
        expect(Math.abs(box.maxY - box.minY - extent.downMm)).toBeLessThan(1);
        const outline = outlineOf(on);
        expect(edge.filter((point) => !polygonContains(outline, point))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('has its centre in the asked region', () => {
    const heightMm = regionHeights(LEFT_FRONT).get('knee-anterior') ?? 0;
    const path = placed(placeWeb(LEFT_FRONT, { heightMm, acrossPercent: 10, acrossMm: 50, downMm: 60 }));
    expect(regionOf(anchorOf({ pattern: 'web', path }), LEFT_FRONT)).toBe('knee-anterior');
  });
});
