import type { Point } from '../../geometry/point.ts';
import { polygonContains } from '../../geometry/polygon.ts';
import { nearestOnPath } from '../../geometry/polyline.ts';
import { assertNever } from '../../kernel/assert-never.ts';
import { LEFT_LEG } from './leg-reference.ts';
import { ASPECTS, type Aspect, type Leg, type LegView, type PointMm } from './vein.ts';

/** A side of the leg, as the words under a view name it. */
export type Side = 'medial' | 'lateral' | 'anterior' | 'posterior';

/** The four views of one leg, in the order of the screen. */
export function viewsOfLeg(leg: Leg): readonly LegView[] {
  return ASPECTS.map((aspect) => ({ leg, aspect }));
}

/**
 * The eight views in pairs, as somebody sees the patient: from the front the right leg stands at the viewer's left, from behind
 * at the viewer's right.
 */
export function viewsOfBothLegs(): readonly LegView[] {
  return ASPECTS.flatMap((aspect): LegView[] => {
    const legs: Leg[] = aspect === 'posterior' ? ['left', 'right'] : ['right', 'left'];
    return legs.map((leg) => ({ leg, aspect }));
  });
}

export function sameView(a: LegView, b: LegView): boolean {
  return a.leg === b.leg && a.aspect === b.aspect;
}

/** Which sides of the leg lie at the left and at the right edge of a view. */
export function sidesOf(view: LegView): readonly [left: Side, right: Side] {
  const [left, right] = sidesOfLeftLeg(view.aspect);
  return view.leg === 'left' ? [left, right] : [right, left];
}

function sidesOfLeftLeg(aspect: Aspect): readonly [Side, Side] {
  switch (aspect) {
    case 'anterior':
      return ['medial', 'lateral'];
    case 'posterior':
      return ['lateral', 'medial'];
    case 'medial':
      return ['posterior', 'anterior'];
    case 'lateral':
      return ['anterior', 'posterior'];
    default:
      return assertNever(aspect);
  }
}

const RIGHT_OUTLINES: Readonly<Record<Aspect, readonly Point[]>> = {
  anterior: mirrored(LEFT_LEG.anterior.outline),
  medial: mirrored(LEFT_LEG.medial.outline),
  posterior: mirrored(LEFT_LEG.posterior.outline),
  lateral: mirrored(LEFT_LEG.lateral.outline),
};

/** The silhouette of a view as a closed polygon, in millimetres of the reference leg. */
export function outlineOf(view: LegView): readonly Point[] {
  return view.leg === 'left' ? LEFT_LEG[view.aspect].outline : RIGHT_OUTLINES[view.aspect];
}

function mirrored(outline: readonly Point[]): readonly Point[] {
  return outline.map(([x, y]): Point => [-x, y]);
}

/** The edges of the silhouette at a height, or null above and below it. Gaps in between (a heel) are not told. */
export function edgesAt(view: LegView, y: number): readonly [left: number, right: number] | null {
  const outline = outlineOf(view);
  let [left, right] = [Infinity, -Infinity];
  let before = outline.at(-1);
  for (const point of outline) {
    if (before !== undefined && before[1] > y !== point[1] > y) {
      const x = before[0] + ((y - before[1]) / (point[1] - before[1])) * (point[0] - before[0]);
      left = Math.min(left, x);
      right = Math.max(right, x);
    }
    before = point;
  }
  return left <= right ? [left, right] : null;
}

/** The point itself where it lies on the leg, else the nearest point of the silhouette; kept to hundredths. */
export function ontoLeg(view: LegView, point: PointMm): PointMm {
  const outline = outlineOf(view);
  if (polygonContains(outline, point)) return point;
  const [x, y] = nearestOnPath([...outline, ...outline.slice(0, 1)], point).point;
  return [Math.round(x * 100) / 100, Math.round(y * 100) / 100];
}
