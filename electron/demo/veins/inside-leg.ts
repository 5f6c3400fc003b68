import { edgesAt, outlineOf } from '../../../shared/domain/leg-map/views.ts';
import type { LegView, PointMm } from '../../../shared/domain/leg-map/vein.ts';
import { between, type Point } from '../../../shared/geometry/point.ts';
import { isNearEdge, polygonContains } from '../../../shared/geometry/polygon.ts';

/** Nothing is drawn nearer to the silhouette than this: there the skin turns away from the viewer. */
const MARGIN_MM = 6;

/** A place on a view: 0 is the left edge of the leg at that height, 1 the right one. */
export type Place = readonly [share: number, heightMm: number];

/** The point of a place. Throws above and below the leg. */
export function pointOf(view: LegView, [share, y]: Place): PointMm {
  const edges = edgesAt(view, y);
  if (edges === null) throw new RangeError(`no leg at ${String(y)} mm`);
  return [edges[0] + (edges[1] - edges[0]) * share, y];
}

/** Whether a point lies on the leg and well away from its silhouette. */
export function isInside(view: LegView, point: Point): boolean {
  const outline = outlineOf(view);
  return polygonContains(outline, point) && !isNearEdge(outline, point, MARGIN_MM);
}

/** The point itself, or where the way from it to a middle comes inside. */
export function drawnInside(view: LegView, point: Point, middle: Point): Point {
  for (let share = 0; share < 1; share += 0.02) {
    const nearer = between(point, middle, share);
    if (isInside(view, nearer)) return nearer;
  }
  return middle;
}
