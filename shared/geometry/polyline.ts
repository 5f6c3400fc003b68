import { between, distance, type Point } from './point.ts';

/** Length of a path through its points. */
export function pathLength(path: readonly Point[]): number {
  let length = 0;
  for (let i = 1; i < path.length; i += 1) length += distance(pointAt(path, i - 1), pointAt(path, i));
  return length;
}

/** The point at a distance along a path; its ends where the distance lies outside. Throws on an empty path. */
export function pointAlong(path: readonly Point[], along: number): Point {
  let left = along;
  for (let i = 1; i < path.length; i += 1) {
    const [from, to] = [pointAt(path, i - 1), pointAt(path, i)];
    const step = distance(from, to);
    if (left <= step && step > 0) return between(from, to, Math.max(0, left) / step);
    left -= step;
  }
  return pointAt(path, path.length - 1);
}

/** Where a path comes closest to a point. */
export interface Nearest {
  readonly point: Point;
  readonly distance: number;
  /** The segment it lies on: from point `segment` to the next. */
  readonly segment: number;
}

/** The place on a path that is closest to a point. Throws on an empty path. */
export function nearestOnPath(path: readonly Point[], to: Point): Nearest {
  const first = pointAt(path, 0);
  let best: Nearest = { point: first, distance: distance(first, to), segment: 0 };
  for (let i = 1; i < path.length; i += 1) {
    const point = nearestOnSegment(pointAt(path, i - 1), pointAt(path, i), to);
    const away = distance(point, to);
    if (away < best.distance) best = { point, distance: away, segment: i - 1 };
  }
  return best;
}

/** The place on a straight segment that is closest to a point. */
export function nearestOnSegment(from: Point, end: Point, to: Point): Point {
  const [dx, dy] = [end[0] - from[0], end[1] - from[1]];
  const squared = dx * dx + dy * dy;
  if (squared === 0) return from;
  const share = ((to[0] - from[0]) * dx + (to[1] - from[1]) * dy) / squared;
  return between(from, end, Math.min(1, Math.max(0, share)));
}

/** The path with fewer points, none of the left-out ones farther from it than the tolerance. Keeps both ends (Douglas–Peucker). */
export function simplified(path: readonly Point[], tolerance: number): readonly Point[] {
  if (path.length < 3) return path;
  const kept = new Set([0, path.length - 1]);
  const spans: [number, number][] = [[0, path.length - 1]];
  for (let span = spans.pop(); span !== undefined; span = spans.pop()) {
    const [from, to] = span;
    const far = farthest(path, from, to);
    if (far.distance <= tolerance) continue;
    kept.add(far.index);
    spans.push([from, far.index], [far.index, to]);
  }
  return path.filter((_, index) => kept.has(index));
}

function farthest(path: readonly Point[], from: number, to: number) {
  let best = { index: from, distance: 0 };
  for (let i = from + 1; i < to; i += 1) {
    const point = pointAt(path, i);
    const away = distance(point, nearestOnSegment(pointAt(path, from), pointAt(path, to), point));
    if (away > best.distance) best = { index: i, distance: away };
  }
  return best;
}

/** Points at even distances along a path, about `spacing` apart, with both ends. */
export function evenlySpaced(path: readonly Point[], spacing: number): readonly Point[] {
  const length = pathLength(path);
  if (length === 0) return path.slice(0, 1);
  const steps = Math.max(1, Math.round(length / spacing));
  const step = length / steps;
  const points: Point[] = [pointAt(path, 0)];
  let [segment, before] = [1, 0];
  for (let i = 1; i < steps; i += 1) {
    const target = i * step;
    for (;;) {
      const [from, to] = [pointAt(path, segment - 1), pointAt(path, segment)];
      const long = distance(from, to);
      if (before + long >= target || segment === path.length - 1) {
        points.push(long === 0 ? to : between(from, to, Math.min(1, (target - before) / long)));
        break;
      }
      before += long;
      segment += 1;
    }
  }
  points.push(pointAt(path, path.length - 1));
  return points;
}

function pointAt(path: readonly Point[], index: number): Point {
  const point = path[index];
  if (point === undefined) throw new RangeError('empty path');
  return point;
}
