import { veinIn, type MapDocument } from '../../../shared/document/map-document.ts';
import type { MapMark, ScaleMark } from '../../../shared/domain/leg-map/map-mark.ts';
import { veinLabel } from '../../../shared/domain/leg-map/vein.ts';
import { between, type Point } from '../../../shared/geometry/point.ts';

/** The point that stands for a mark: of a measured distance its middle. */
export function pointOfMark(mark: MapMark): Point {
  return mark.mark === 'scale' ? between(mark.from, mark.to, 0.5) : mark.point;
}

/** The label of the vein that a site means; null for a free site and for other marks. */
export function veinLabelOf(mark: MapMark, document: MapDocument): string | null {
  if (mark.mark !== 'site' || mark.veinId === null) return null;
  const vein = veinIn(document, mark.veinId);
  return vein === undefined ? null : veinLabel(vein);
}

/** The measured distance of the map; null while there is none. */
export function scaleMarkOf(marks: readonly MapMark[]): ScaleMark | null {
  return marks.find((mark) => mark.mark === 'scale') ?? null;
}
