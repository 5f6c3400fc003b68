import type { Point } from '../../geometry/point.ts';
import { polygonContains } from '../../geometry/polygon.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { placeOfPoint, pointAtPlace, type LegPlace } from './leg-place.ts';
import { anchorOf, courseOf, edgeOf, measureVein } from './measure.ts';
import type { NoRoom } from './place-vein.ts';
import type { PointMm, Vein } from './vein.ts';
import { outlineOf } from './views.ts';

/** Where the middle of a vein lies, in whole figures. */
export function placeOfVein(vein: Vein): LegPlace {
  return placeOfPoint(vein, anchorOf(vein));
}

/** The vein shifted so that its middle lies at a place; `off-leg` where some of it would not lie on the leg. */
export function shiftedTo(vein: Vein, place: LegPlace): Result<Vein, 'off-leg'> {
  const from = anchorOf(vein);
  const to = pointAtPlace(vein, place);
  const shifted = withPoints(vein, ([x, y]) => [x + to[0] - from[0], y + to[1] - from[1]]);
  return liesOnLeg(shifted) ? ok(shifted) : err('off-leg');
}

/**
 * The vein grown or shrunk around its middle to a length in millimetres of the patient (of a web: its longer side), on a leg
 * of a scale; else how long it can be there, in the same millimetres.
 */
export function withLength(vein: Vein, lengthMm: number, scale: number): Result<Vein, NoRoom> {
  const now = exactLength(vein, scale);
  const grown = grownBy(vein, lengthMm / now);
  if (liesOnLeg(grown)) return ok(grown);
  let [fits, fails] = [0, lengthMm / now];
  for (let round = 0; round < 14; round += 1) {
    const factor = (fits + fails) / 2;
    if (liesOnLeg(grownBy(vein, factor))) fits = factor;
    else fails = factor;
  }
  return err({ atMostMm: Math.floor(now * fits) });
}

/** The length before it is rounded to whole millimetres. */
function exactLength(vein: Vein, scale: number): number {
  const PRECISION = 1000;
  return measureVein(vein, scale * PRECISION).lengthMm / PRECISION;
}

function grownBy(vein: Vein, factor: number): Vein {
  const [x0, y0] = anchorOf(vein);
  return withPoints(vein, ([x, y]) => [x0 + (x - x0) * factor, y0 + (y - y0) * factor]);
}

/** Whether all of a vein, its branches too, lies on the leg. */
function liesOnLeg(vein: Vein): boolean {
  const outline = outlineOf(vein);
  const curves = vein.pattern === 'web' ? [edgeOf(vein.path)] : [vein.path, ...vein.branches].map(courseOf);
  return curves.every((curve) => curve.every((point) => polygonContains(outline, point)));
}

function withPoints(vein: Vein, change: (point: Point) => Point): Vein {
  const kept = (point: PointMm): PointMm => {
    const [x, y] = change(point);
    return [Math.round(x * 100) / 100, Math.round(y * 100) / 100];
  };
  return { ...vein, path: vein.path.map(kept), branches: vein.branches.map((branch) => branch.map(kept)) };
}
