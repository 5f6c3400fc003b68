import { nearestOnVein } from '../../../shared/domain/leg-map/near-vein.ts';
import type { PointMm, Vein } from '../../../shared/domain/leg-map/vein.ts';
import { isVein } from '../../../shared/document/map-document.ts';
import { polygonArea } from '../../../shared/geometry/polygon.ts';
import type { Place, PointerTool, ToolScene } from './tool.ts';

const REACH_PX = 12;

/** A vein within reach of the hand, and its own point there. */
export interface VeinUnder {
  readonly vein: Vein;
  readonly point: PointMm;
}

/**
 * The vein within reach, whatever marks lie over it: the nearest line, but inside a web only one that is really close, else the
 * smallest web; null where there is none.
 */
export function veinUnder(
  { view, point }: Place,
  { pxPerMm }: Pick<PointerTool, 'pxPerMm'>,
  scene: ToolScene,
): VeinUnder | null {
  const reach = REACH_PX / pxPerMm;
  const [x, y] = point;
  const box = { minX: x - reach, minY: y - reach, maxX: x + reach, maxY: y + reach };
  const near = scene
    .recordsIn(view, box)
    .filter(isVein)
    .map((vein) => ({ vein, ...nearestOnVein(vein, point) }))
    .filter(({ distanceMm }) => distanceMm <= reach);
  const rankOf = ({ vein, distanceMm }: (typeof near)[number]) =>
    vein.pattern === 'line' ? distanceMm : reach / 2 + polygonArea(vein.path) / 1e6;
  const [best] = near.toSorted((a, b) => rankOf(a) - rankOf(b));
  return best === undefined ? null : { vein: best.vein, point: best.point };
}
