import type { Point } from '../../geometry/point.ts';
import { nearestOnPath } from '../../geometry/polyline.ts';
import type { MapMark } from './map-mark.ts';
import { courseOf, edgeOf } from './measure.ts';
import type { PointMm, Vein } from './vein.ts';

/** A point as the record keeps it: in hundredths of a millimetre. */
export function keptPoint([x, y]: Point): PointMm {
  return [Math.round(x * 100) / 100, Math.round(y * 100) / 100];
}

/** A vein with each of its points put elsewhere. */
export function veinWith(vein: Vein, change: (point: PointMm) => Point): Vein {
  const changed = (path: readonly PointMm[]) => path.map((point) => keptPoint(change(point)));
  return { ...vein, path: changed(vein.path), branches: vein.branches.map(changed) };
}

/** A mark with each of its points put elsewhere. */
export function markWith<T extends MapMark>(mark: T, change: (point: PointMm) => Point): T {
  return mark.mark === 'scale'
    ? { ...mark, from: keptPoint(change(mark.from)), to: keptPoint(change(mark.to)) }
    : { ...mark, point: keptPoint(change(mark.point)) };
}

/** A vein moved as a whole, by whole hundredths of a millimetre: its shape stays exactly what it was. */
export function moveVein(vein: Vein, by: Point): Vein {
  const [dx, dy] = keptPoint(by);
  return veinWith(vein, ([x, y]) => [x + dx, y + dy]);
}

/** A mark moved, by whole hundredths of a millimetre: a measured distance stays exactly as long as it was. */
export function moveMark<T extends MapMark>(mark: T, by: Point): T {
  const [dx, dy] = keptPoint(by);
  return markWith(mark, ([x, y]) => [x + dx, y + dy]);
}

/** The fewest points that make a vein: two for a line, three for the outline of a web. */
export function fewestPoints({ pattern }: Pick<Vein, 'pattern'>): number {
  return pattern === 'line' ? 2 : 3;
}

/** A vein with one point of its path elsewhere. */
export function withPointAt(vein: Vein, index: number, point: PointMm): Vein {
  return { ...vein, path: vein.path.map((old, at) => (at === index ? point : old)) };
}

/** A vein without one point of its path; null where it needs them all. */
export function withoutPoint(vein: Vein, index: number): Vein | null {
  if (vein.path.length <= fewestPoints(vein)) return null;
  return { ...vein, path: vein.path.filter((_, at) => at !== index) };
}

/** A vein with one more point of its path, on its course or its edge where that comes closest to `near`. */
export function withPointAdded(vein: Vein, near: Point): Vein {
  const point = keptPoint(nearestOnPath(drawnPath(vein), near).point);
  const { segment } = nearestOnPath(cornersOf(vein), point);
  return { ...vein, path: vein.path.toSpliced(segment + 1, 0, point) };
}

/** The path of a vein as it is drawn; that of a web comes back to where it began. */
export function drawnPath({ pattern, path }: Pick<Vein, 'pattern' | 'path'>): readonly Point[] {
  return pattern === 'line' ? courseOf(path) : edgeOf(path);
}

function cornersOf({ pattern, path }: Vein): readonly Point[] {
  return pattern === 'line' ? path : [...path, ...path.slice(0, 1)];
}
