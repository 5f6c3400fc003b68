import type { Point } from '../../geometry/point.ts';
import { polygonContains } from '../../geometry/polygon.ts';
import { nearestOnPath } from '../../geometry/polyline.ts';
import { drawnPath, keptPoint } from './change-vein.ts';
import { courseOf } from './measure.ts';
import type { PointMm, Vein } from './vein.ts';

/** Where a vein comes closest to a place of its view. */
export interface NearestOnVein {
  /** On the course of a line or of one of its branches; in a web the place itself. */
  readonly point: PointMm;
  readonly distanceMm: number;
}

export function nearestOnVein(vein: Vein, to: Point): NearestOnVein {
  const main = drawnPath(vein);
  if (vein.pattern === 'web' && polygonContains(main, to)) return { point: keptPoint(to), distanceMm: 0 };
  const [best, ...others] = [main, ...vein.branches.map(courseOf)].map((path) => nearestOnPath(path, to));
  if (best === undefined) throw new RangeError('a vein without a path');
  const { point, distance } = others.reduce((a, b) => (b.distance < a.distance ? b : a), best);
  return { point: keptPoint(point), distanceMm: distance };
}
