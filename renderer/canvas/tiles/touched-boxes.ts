import { grownBox, type Box, type Point } from '../../../shared/geometry/point.ts';
import type { VeinItem } from './vein-index.ts';

/** Pixels that the painting of a vein reaches beyond its width: its band, its hatching, its rim. */
export const REACH_PX = 10;
/** A box about as large as this is worth painting apart from the next. */
const BOX_PX = 40;

/**
 * The places, in millimetres of its view, that are to be painted again where a vein has changed: many small boxes along its
 * course rather than one around it, since a long vein would else take a whole leg of others with it.
 */
export function touchedBoxes({ vein, shape }: VeinItem, pxPerMm: number): readonly Box[] {
  const reach = REACH_PX / pxPerMm + vein.diameterMm;
  if (vein.pattern === 'web') return [grownBox(shape.box, reach)];
  const size = BOX_PX / pxPerMm;
  return [shape.main, ...shape.branches]
    .flatMap((course) => boxesAlong(course, size))
    .map((box) => grownBox(box, reach));
}

function boxesAlong(course: readonly Point[], size: number): readonly Box[] {
  const boxes: Box[] = [];
  let box: Box | null = null;
  for (const [x, y] of course) {
    const wider: Box =
      box === null
        ? { minX: x, minY: y, maxX: x, maxY: y }
        : {
            minX: Math.min(box.minX, x),
            minY: Math.min(box.minY, y),
            maxX: Math.max(box.maxX, x),
            maxY: Math.max(box.maxY, y),
          };
    const full = wider.maxX - wider.minX > size || wider.maxY - wider.minY > size;
    if (box !== null && full) boxes.push(wider);
    box = full ? { minX: x, minY: y, maxX: x, maxY: y } : wider;
  }
  return box === null ? boxes : [...boxes, box];
}
