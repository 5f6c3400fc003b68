import { markWith, veinWith } from './change-vein.ts';
import type { MapMark } from './map-mark.ts';
import type { Leg, PointMm, Vein } from './vein.ts';

export const OTHER_LEG: Readonly<Record<Leg, Leg>> = { left: 'right', right: 'left' };

const flipped = ([x, y]: PointMm): PointMm => [0 - x, y];

/** The mirror image of a vein on the other leg, under the same aspect. Its number and its links are still those of the original. */
export function mirrorVein(vein: Vein): Vein {
  return { ...veinWith(vein, flipped), leg: OTHER_LEG[vein.leg] };
}

/** The mirror image of a mark on the other leg, under the same aspect. Its links are still those of the original. */
export function mirrorMark<T extends MapMark>(mark: T): T {
  return { ...markWith(mark, flipped), leg: OTHER_LEG[mark.leg] };
}
