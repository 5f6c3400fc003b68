import type { Point } from '../../../shared/geometry/point.ts';
import { simplified } from '../../../shared/geometry/polyline.ts';

/** A path with no more points than its size on the screen can show; kept per course and step of enlargement. */
const finer = new WeakMap<readonly Point[], Map<number, Path2D>>();
const closed = new WeakMap<readonly Point[], Path2D>();

/** An open course. `px`: one pixel of the screen in the units of the points. */
export function lineAt(points: readonly Point[], px: number): Path2D {
  const step = Math.floor(Math.log2(px * 0.3));
  const known = finer.get(points) ?? new Map<number, Path2D>();
  finer.set(points, known);
  const path = known.get(step) ?? lineOf(simplified(points, 2 ** step));
  known.set(step, path);
  return path;
}

export function lineOf(points: readonly Point[]): Path2D {
  const path = new Path2D();
  points.forEach(([x, y], index) => {
    if (index === 0) path.moveTo(x, y);
    else path.lineTo(x, y);
  });
  return path;
}

/** The points joined to an area; kept, so that the same list is not joined twice. */
export function areaOf(points: readonly Point[]): Path2D {
  const known = closed.get(points);
  if (known !== undefined) return known;
  const path = lineOf(points);
  path.closePath();
  closed.set(points, path);
  return path;
}
