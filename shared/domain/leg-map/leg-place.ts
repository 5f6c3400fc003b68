import type { Point } from '../../geometry/point.ts';
import { LANDMARKS_MM } from './leg-reference.ts';
import { regionOf, type Region } from './region.ts';
import type { LegView, PointMm } from './vein.ts';
import { edgesAt, sidesOf, type Side } from './views.ts';

/** A place on a view in figures that can be typed, the same for both legs. */
export interface LegPlace {
  /** Above the sole, in millimetres of the reference leg. */
  readonly heightMm: number;
  /** 0 at the medial edge (in side views the posterior one), 100 at the other. */
  readonly acrossPercent: number;
}

/** Veins are placed between these heights: above is the groin, where the picture fades, below the sole. */
export const PLACE_HEIGHTS_MM = { min: 12, max: LANDMARKS_MM.groin - 30 } as const;

/** The side that 0 % and the side that 100 % lie at. */
export function acrossSides(view: LegView): readonly [zero: Side, hundred: Side] {
  const [left, right] = sidesOf(view);
  return isMirrored(view) ? [right, left] : [left, right];
}

/** Whether 0 % lies at the right of the picture. */
export function isMirrored(view: LegView): boolean {
  const [left] = sidesOf(view);
  return left === 'lateral' || left === 'anterior';
}

/** The point of a place. Throws above and below the leg. */
export function pointAtPlace(view: LegView, { heightMm, acrossPercent }: LegPlace): PointMm {
  const [left, right] = edgesOrThrow(view, heightMm);
  const share = (isMirrored(view) ? 100 - acrossPercent : acrossPercent) / 100;
  return [left + (right - left) * share, heightMm];
}

/** Height and position across of a point, in whole figures; across is 0 or 100 beside the leg. */
export function placeOfPoint(view: LegView, [x, y]: Point): LegPlace {
  const edges = edgesAt(view, y);
  if (edges === null) return { heightMm: Math.round(y), acrossPercent: 50 };
  const share = Math.min(1, Math.max(0, (x - edges[0]) / (edges[1] - edges[0])));
  return { heightMm: Math.round(y), acrossPercent: Math.round((isMirrored(view) ? 1 - share : share) * 100) };
}

/** The regions of a view from the thigh down, each with a height in its middle, in millimetres of the reference leg. */
export function regionHeights(view: LegView): ReadonlyMap<Region, number> {
  const heights = new Map<Region, number[]>();
  for (let y = PLACE_HEIGHTS_MM.max; y >= PLACE_HEIGHTS_MM.min; y -= 2) {
    const region = regionOf(pointAtPlace(view, { heightMm: y, acrossPercent: 50 }), view);
    heights.set(region, [...(heights.get(region) ?? []), y]);
  }
  return new Map(
    [...heights].map(([region, ys]) => [region, Math.round(((ys.at(0) ?? 0) + (ys.at(-1) ?? 0)) / 2)]),
  );
}

function edgesOrThrow(view: LegView, y: number): readonly [number, number] {
  const edges = edgesAt(view, y);
  if (edges === null) throw new RangeError(`no leg at ${String(y)} mm`);
  return edges;
}
