import type { Point } from '../../../shared/geometry/point.ts';
import { simplified } from '../../../shared/geometry/polyline.ts';
import { numberText } from './svg-element.ts';

/** What is left out of a drawn curve lies no farther from it than this. */
const TOLERANCE_MM = 0.05;

/** A curve in millimetres as the data of a path, `y` up as it is. */
export function openPath(points: readonly Point[]): string {
  return simplified(points, TOLERANCE_MM)
    .map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${numberText(x)} ${numberText(y)}`)
    .join('');
}

/** The same, going back to its first point. */
export function closedPath(points: readonly Point[]): string {
  return `${openPath(points)}Z`;
}

/** Corners as the `points` of a polygon, each at `size` times its place. */
export function polygonPoints(corners: readonly Point[], size = 1): string {
  return corners.map(([x, y]) => `${numberText(x * size)},${numberText(y * size)}`).join(' ');
}
