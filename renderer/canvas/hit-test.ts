import type { MapRecord } from '../../shared/document/map-document.ts';
import type { MapMark } from '../../shared/domain/leg-map/map-mark.ts';
import type { LegView, Vein } from '../../shared/domain/leg-map/vein.ts';
import { sameView } from '../../shared/domain/leg-map/views.ts';
import { distance, type Box, type Point } from '../../shared/geometry/point.ts';
import { polygonContains } from '../../shared/geometry/polygon.ts';
import { nearestOnPath, nearestOnSegment } from '../../shared/geometry/polyline.ts';
import type { VeinIndex, VeinItem } from './tiles/vein-index.ts';

/**
 * The vein under a point of a view, or null. A line counts within `reachMm`; a web over its whole area, but any line that is
 * touched comes before it, and the smaller web before the larger.
 */
export function veinAt(index: VeinIndex, view: LegView, point: Point, reachMm: number): Vein | null {
  const [x, y] = point;
  const near: Box = { minX: x - reachMm, maxX: x + reachMm, minY: y - reachMm, maxY: y + reachMm };
  let best: { vein: Vein; rank: number } | null = null;
  for (const item of index.search(view, near)) {
    const rank = rankAt(item, point, reachMm);
    if (rank !== null && (best === null || rank < best.rank)) best = { vein: item.vein, rank };
  }
  return best?.vein ?? null;
}

/** Lower is better; null: not touched. Lines rank by distance, webs after them by the size of their box. */
function rankAt({ vein, shape }: VeinItem, point: Point, reachMm: number): number | null {
  const { main, branches, box } = shape;
  if (vein.pattern === 'line') {
    const away = Math.min(...[main, ...branches].map((path) => nearestOnPath(path, point).distance));
    return away <= reachMm ? away : null;
  }
  const inside = polygonContains(main, point) || nearestOnPath(main, point).distance <= reachMm / 2;
  return inside ? 1000 + (box.maxX - box.minX) * (box.maxY - box.minY) : null;
}

/** The site, note or measured distance under a point of a view, the topmost first. */
export function markAt(
  marks: readonly MapMark[],
  view: LegView,
  point: Point,
  reachMm: number,
): MapMark | null {
  return (
    marks.findLast(
      (mark) =>
        sameView(mark, view) &&
        distance(mark.mark === 'scale' ? nearestOnSegment(mark.from, mark.to, point) : mark.point, point) <=
          reachMm,
    ) ?? null
  );
}

/** The veins and marks that lie in a box of a view, at least in part. */
export function recordsIn(
  index: VeinIndex,
  marks: readonly MapMark[],
  view: LegView,
  box: Box,
): readonly MapRecord[] {
  const inside = ([x, y]: Point) => x >= box.minX && x <= box.maxX && y >= box.minY && y <= box.maxY;
  const middle: Point = [(box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2];
  const veins = index
    .search(view, box)
    .filter(
      ({ vein, shape }) =>
        [shape.main, ...shape.branches].some((course) => course.some(inside)) ||
        (vein.pattern === 'web' && polygonContains(shape.main, middle)),
    )
    .map(({ vein }) => vein);
  const ends = (mark: MapMark) => (mark.mark === 'scale' ? [mark.from, mark.to] : [mark.point]);
  return [...veins, ...marks.filter((mark) => sameView(mark, view) && ends(mark).some(inside))];
}
