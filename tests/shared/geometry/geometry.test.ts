import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boxAround, distance, type Point } from '../../../shared/geometry/point.ts';
import {
  convexHull,
  distanceToEdge,
  isNearEdge,
  polygonArea,
  polygonCentre,
  polygonContains,
} from '../../../shared/geometry/polygon.ts';
import {
  evenlySpaced,
  nearestOnPath,
  pathLength,
  pointAlong,
  simplified,
} from '../../../shared/geometry/polyline.ts';
import { seededNumbers } from '../../../shared/geometry/seeded.ts';
import { smoothCurve, steadied } from '../../../shared/geometry/smooth.ts';

const coordinate = fc.integer({ min: -40_000, max: 40_000 }).map((hundredths) => hundredths / 100);
const point: fc.Arbitrary<Point> = fc.tuple(coordinate, coordinate);
const path = fc.array(point, { minLength: 2, maxLength: 40 });
const square: readonly Point[] = [
  [0, 0],
  [10, 0],
  [10, 10],
  [0, 10],
];

describe('a path', () => {
  test('is as long as its steps', () => {
    expect(
      pathLength([
        [0, 0],
        [3, 4],
        [3, 10],
      ]),
    ).toBe(11);
    expect(pathLength([[5, 5]])).toBe(0);
  });

  test('has its middle half-way', () => {
    expect(
      pointAlong(
        [
          [0, 0],
          [10, 0],
          [10, 10],
        ],
        15,
      ),
    ).toEqual([10, 5]);
    expect(
      pointAlong(
        [
          [0, 0],
          [10, 0],
        ],
        99,
      ),
    ).toEqual([10, 0]);
  });

  test('simplified stays within the tolerance, keeps its ends and invents no points', () => {
    fc.assert(
      fc.property(path, fc.double({ min: 0.01, max: 50, noNaN: true }), (points, tolerance) => {
        const kept = simplified(points, tolerance);
        expect(kept[0]).toBe(points[0]);
        expect(kept.at(-1)).toBe(points.at(-1));
        expect(kept.every((at) => points.includes(at))).toBe(true);
        for (const at of points)
          expect(nearestOnPath(kept, at).distance).toBeLessThanOrEqual(tolerance + 1e-6);
      }),
    );
  });

  test('evenly spaced keeps its ends and is no longer than before', () => {
    fc.assert(
      fc.property(path, (points) => {
        const even = evenlySpaced(points, 5);
        expect(even[0]).toEqual(points[0]);
        expect(pathLength(even)).toBeLessThanOrEqual(pathLength(points) + 1e-6);
        if (even.length > 1) expect(even.at(-1)).toEqual(points.at(-1));
      }),
    );
  });

  test('has no point closer than the nearest one', () => {
    fc.assert(
      fc.property(path, point, fc.double({ min: 0, max: 1, noNaN: true }), (points, to, share) => {
        const any = pointAlong(points, pathLength(points) * share);
        expect(nearestOnPath(points, to).distance).toBeLessThanOrEqual(distance(any, to) + 1e-6);
      }),
    );
  });
});

describe('a smooth curve', () => {
  test('goes through every point it was given', () => {
    fc.assert(
      fc.property(path, fc.boolean(), (points, closed) => {
        const curve = smoothCurve(points, 1, closed);
        for (const at of points) {
          expect(Math.min(...curve.map((on) => distance(on, at)))).toBeLessThan(1e-6);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('of points on a circle is about as long as the circle', () => {
    const circle = Array.from({ length: 16 }, (_, i): Point => [
      50 * Math.cos((i * Math.PI) / 8),
      50 * Math.sin((i * Math.PI) / 8),
    ]);
    const curve = smoothCurve(circle, 0.5, true);
    expect(Math.abs(pathLength(curve) / (2 * Math.PI * 50) - 1)).toBeLessThan(0.005);
  });

  test('takes the trembling out of a stroke but leaves its course', () => {
    const shaky = Array.from({ length: 200 }, (_, i): Point => [
      i,
      20 * Math.sin(i / 30) + (i % 2 === 0 ? 0.6 : -0.6),
    ]);
    const calm = steadied(shaky, { tremorMm: 4, toleranceMm: 0.2 });
    expect(calm.length).toBeLessThan(60);
    expect(pathLength(calm)).toBeLessThan(pathLength(shaky) * 0.95);
    for (const [x, y] of calm) expect(Math.abs(y - 20 * Math.sin(x / 30))).toBeLessThan(1.2);
    expect([calm[0], calm.at(-1)]).toEqual([shaky[0], shaky.at(-1)]);
  });
});

describe('a polygon', () => {
  test('has the area and the centre of a square', () => {
    expect(polygonArea(square)).toBe(100);
    expect(polygonArea(square.toReversed())).toBe(100);
    expect(polygonCentre(square)).toEqual([5, 5]);
  });

  test('contains what is inside and nothing else', () => {
    expect(polygonContains(square, [5, 5])).toBe(true);
    expect(polygonContains(square, [11, 5])).toBe(false);
    expect(distanceToEdge(square, [5, 4])).toBe(4);
  });

  test('is near where its edge is nearer than the reach, and nowhere else', () => {
    fc.assert(
      fc.property(
        fc.array(point, { minLength: 3, maxLength: 12 }),
        point,
        fc.double({ min: 0.1, max: 200, noNaN: true }),
        (polygon, at, reach) => {
          expect(isNearEdge(polygon, at, reach)).toBe(distanceToEdge(polygon, at) < reach);
        },
      ),
    );
  });

  test('as a hull contains all its points', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 3, maxLength: 30 }), (points) => {
        const hull = convexHull(points);
        fc.pre(polygonArea(hull) > 1);
        for (const at of points)
          expect(polygonContains(hull, at) || distanceToEdge(hull, at) < 1e-6).toBe(true);
      }),
    );
  });

  test('has the same area wherever it lies', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 3, maxLength: 12 }), point, (points, [dx, dy]) => {
        const moved = points.map(([x, y]): Point => [x + dx, y + dy]);
        expect(polygonArea(moved)).toBeCloseTo(polygonArea(points), 4);
      }),
    );
  });
});

test('a box around nothing is refused', () => {
  expect(() => boxAround([])).toThrow(RangeError);
});

test('seeded numbers repeat, differ by seed and stay in range', () => {
  const take = (seed: string) => Array.from({ length: 50 }, seededNumbers(seed));
  expect(take('L1')).toEqual(take('L1'));
  expect(take('L1')).not.toEqual(take('L2'));
  expect(take('L1').every((number) => number >= 0 && number < 1)).toBe(true);
});
