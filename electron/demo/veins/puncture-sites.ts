import { courseOf } from '../../../shared/domain/leg-map/measure.ts';
import type { PointMm, Vein } from '../../../shared/domain/leg-map/vein.ts';
import { between, type Point } from '../../../shared/geometry/point.ts';
import { polygonCentre, polygonContains } from '../../../shared/geometry/polygon.ts';
import { pathLength, pointAlong } from '../../../shared/geometry/polyline.ts';

/** Where a vein is punctured so many times: evenly along a line from its origin, in a spiral over a web. */
export function punctureSites(vein: Vein, count: number): readonly PointMm[] {
  const sites = vein.pattern === 'line' ? alongLine(vein.path, count) : overWeb(vein.path, count);
  return sites.map(([x, y]) => [Math.round(x * 100) / 100, Math.round(y * 100) / 100]);
}

function alongLine(path: readonly Point[], count: number): readonly Point[] {
  const course = courseOf(path);
  const length = pathLength(course);
  return Array.from({ length: count }, (_, index) => pointAlong(course, (length * (index + 0.5)) / count));
}

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

function overWeb(hull: readonly Point[], count: number): readonly Point[] {
  const centre = polygonCentre(hull);
  const reach = Math.max(...hull.map((corner) => Math.hypot(corner[0] - centre[0], corner[1] - centre[1])));
  return Array.from({ length: count }, (_, index) => {
    const radius = reach * 0.8 * Math.sqrt((index + 0.5) / count);
    const angle = index * GOLDEN_ANGLE;
    const wished: Point = [centre[0] + Math.cos(angle) * radius, centre[1] + Math.sin(angle) * radius];
    return inward(hull, wished, centre);
  });
}

function inward(hull: readonly Point[], wished: Point, centre: Point): Point {
  for (let share = 0; share < 1; share += 0.1) {
    const point = between(wished, centre, share);
    if (polygonContains(hull, point)) return point;
  }
  return centre;
}
