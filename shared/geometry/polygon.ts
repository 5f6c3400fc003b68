import { boxAround, distance, type Point } from './point.ts';
import { nearestOnSegment } from './polyline.ts';

/** Calls with each side of a closed polygon. */
function eachSide(polygon: readonly Point[], visit: (from: Point, to: Point) => void): void {
  let from = polygon.at(-1);
  for (const to of polygon) {
    if (from !== undefined) visit(from, to);
    from = to;
  }
}

/** Area of a closed polygon without crossings, never negative. */
export function polygonArea(polygon: readonly Point[]): number {
  return Math.abs(signedArea(polygon));
}

function signedArea(polygon: readonly Point[]): number {
  let twice = 0;
  eachSide(polygon, (from, to) => {
    twice += from[0] * to[1] - to[0] * from[1];
  });
  return twice / 2;
}

/** Whether a point lies inside a closed polygon (even–odd rule). */
export function polygonContains(polygon: readonly Point[], [x, y]: Point): boolean {
  let inside = false;
  eachSide(polygon, (from, to) => {
    if (from[1] > y === to[1] > y) return;
    if (x < from[0] + ((y - from[1]) / (to[1] - from[1])) * (to[0] - from[0])) inside = !inside;
  });
  return inside;
}

/** How far a point lies from the edge of a closed polygon, inside or outside. Throws on an empty polygon. */
export function distanceToEdge(polygon: readonly Point[], point: Point): number {
  let least = Infinity;
  eachSide(polygon, (from, to) => {
    least = Math.min(least, distance(point, nearestOnSegment(from, to, point)));
  });
  if (least === Infinity) throw new RangeError('empty polygon');
  return least;
}

/** Whether a point lies nearer than `reach` to the edge of a closed polygon, inside or outside. */
export function isNearEdge(polygon: readonly Point[], point: Point, reach: number): boolean {
  let isNear = false;
  eachSide(polygon, (from, to) => {
    const above = from[1] - point[1] >= reach && to[1] - point[1] >= reach;
    const below = point[1] - from[1] >= reach && point[1] - to[1] >= reach;
    if (isNear || above || below) return;
    isNear = distance(point, nearestOnSegment(from, to, point)) < reach;
  });
  return isNear;
}

/** The centre of gravity of a closed polygon; the middle of its box where it has no area. */
export function polygonCentre(polygon: readonly Point[]): Point {
  const box = boxAround(polygon);
  const middle: Point = [(box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2];
  const local = polygon.map(([x, y]): Point => [x - middle[0], y - middle[1]]);
  const area = signedArea(local);
  if (Math.abs(area) < 1e-9) return middle;
  let [sumX, sumY] = [0, 0];
  eachSide(local, (from, to) => {
    const cross = from[0] * to[1] - to[0] * from[1];
    sumX += (from[0] + to[0]) * cross;
    sumY += (from[1] + to[1]) * cross;
  });
  return [middle[0] + sumX / (6 * area), middle[1] + sumY / (6 * area)];
}

/** The smallest convex polygon around points, counter-clockwise where `y` rises. */
export function convexHull(points: readonly Point[]): readonly Point[] {
  const sorted = points.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
  const lower = halfHull(sorted);
  const upper = halfHull(sorted.toReversed());
  return sorted.length < 3 ? sorted : [...lower.slice(0, -1), ...upper.slice(0, -1)];
}

function halfHull(sorted: readonly Point[]): readonly Point[] {
  const hull: Point[] = [];
  for (const point of sorted) {
    for (;;) {
      const [b, a] = [hull.at(-1), hull.at(-2)];
      if (a === undefined || b === undefined || turn(a, b, point) > 0) break;
      hull.pop();
    }
    hull.push(point);
  }
  return hull;
}

function turn(a: Point, b: Point, c: Point): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}
