import { between, distance, type Point } from './point.ts';
import { evenlySpaced, simplified } from './polyline.ts';

/**
 * A smooth curve through all points of a path (centripetal Catmull–Rom, which neither loops nor overshoots), as points about
 * `spacing` apart. A closed path comes back to its first point.
 */
export function smoothCurve(path: readonly Point[], spacing: number, closed = false): readonly Point[] {
  const points = withoutRepeats(path);
  if (points.length < 3) return points;
  const at = (index: number): Point => {
    const wrapped = closed ? (index + points.length) % points.length : index;
    return points[wrapped] ?? beyond(points, index);
  };
  const spans = closed ? points.length : points.length - 1;
  const curve: Point[] = [at(0)];
  for (let i = 0; i < spans; i += 1) {
    const span = [at(i - 1), at(i), at(i + 1), at(i + 2)] as const;
    const steps = Math.max(1, Math.ceil(distance(span[1], span[2]) / spacing));
    for (let step = 1; step <= steps; step += 1) curve.push(onSpan(span, step / steps));
  }
  return curve;
}

/** The neighbour that an end does not have: its mirror image. */
function beyond(points: readonly Point[], index: number): Point {
  const [end, inner] = index < 0 ? [points[0], points[1]] : [points.at(-1), points.at(-2)];
  if (end === undefined || inner === undefined) throw new RangeError('too short a path');
  return between(inner, end, 2);
}

function onSpan([p0, p1, p2, p3]: readonly [Point, Point, Point, Point], share: number): Point {
  const t1 = Math.sqrt(distance(p0, p1));
  const t2 = t1 + Math.sqrt(distance(p1, p2));
  const t3 = t2 + Math.sqrt(distance(p2, p3));
  const t = t1 + (t2 - t1) * share;
  const a1 = between(p0, p1, t / t1);
  const a2 = between(p1, p2, (t - t1) / (t2 - t1));
  const a3 = between(p2, p3, (t - t2) / (t3 - t2));
  const b1 = between(a1, a2, t / t2);
  const b2 = between(a2, a3, (t - t1) / (t3 - t1));
  return between(b1, b2, (t - t1) / (t2 - t1));
}

function withoutRepeats(path: readonly Point[]): readonly Point[] {
  return path.filter((point, index) => {
    const before = path[index - 1];
    return before === undefined || distance(before, point) > 1e-6;
  });
}

/** How finely a hand-drawn stroke is kept. */
export interface StrokeDetail {
  /** Trembling shorter than this is taken out. */
  readonly tremorMm: number;
  /** What is left out of the stored path lies no farther from it than this. */
  readonly toleranceMm: number;
}

/** A hand-drawn stroke without its trembling, with as few points as the tolerance allows. Its ends stay where they were drawn. */
export function steadied(stroke: readonly Point[], detail: StrokeDetail): readonly Point[] {
  const even = evenlySpaced(withoutRepeats(stroke), detail.tremorMm / 2);
  if (even.length < 3) return even;
  return simplified(averaged(averaged(even)), detail.toleranceMm);
}

/** Each inner point moved to the weighted mean of itself and its neighbours. */
function averaged(path: readonly Point[]): readonly Point[] {
  return path.map((point, index) => {
    const [before, after] = [path[index - 1], path[index + 1]];
    if (before === undefined || after === undefined) return point;
    return [(before[0] + 2 * point[0] + after[0]) / 4, (before[1] + 2 * point[1] + after[1]) / 4];
  });
}
