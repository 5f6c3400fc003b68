import { polygonContains } from '../../shared/geometry/polygon.ts';
import { nearestOnPath } from '../../shared/geometry/polyline.ts';
import type { Point } from '../../shared/geometry/point.ts';
import type { Vein } from '../../shared/domain/leg-map/vein.ts';
import type { VeinShape } from './vein-shape.ts';

export interface Touchable {
  readonly vein: Vein;
  readonly shape: VeinShape;
}

/**
 * The vein under a point of its view, or null. A line counts within `reachMm`; a web over its whole area, but any line that is
 * touched comes before it, and the smaller web before the larger.
 */
export function veinAt(veins: readonly Touchable[], point: Point, reachMm: number): Vein | null {
  let best: { vein: Vein; rank: number } | null = null;
  for (const { vein, shape } of veins) {
    const rank = rankAt(vein, shape, point, reachMm);
    if (rank !== null && (best === null || rank < best.rank)) best = { vein, rank };
  }
  return best?.vein ?? null;
}

/** Lower is better; null: not touched. Lines rank by distance, webs after them by the size of their box. */
function rankAt(
  vein: Vein,
  { main, branches, box }: VeinShape,
  [x, y]: Point,
  reachMm: number,
): number | null {
  if (x < box.minX - reachMm || x > box.maxX + reachMm || y < box.minY - reachMm || y > box.maxY + reachMm)
    return null;
  if (vein.pattern === 'line') {
    const away = Math.min(...[main, ...branches].map((path) => nearestOnPath(path, [x, y]).distance));
    return away <= reachMm ? away : null;
  }
  const inside = polygonContains(main, [x, y]) || nearestOnPath(main, [x, y]).distance <= reachMm / 2;
  return inside ? 1000 + (box.maxX - box.minX) * (box.maxY - box.minY) : null;
}
