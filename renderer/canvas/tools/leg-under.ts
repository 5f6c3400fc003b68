import { ontoLeg } from '../../../shared/domain/leg-map/views.ts';
import type { PointMm } from '../../../shared/domain/leg-map/vein.ts';
import type { Place } from './tool.ts';

/** A gesture may begin this far beside the leg. */
const START_REACH_MM = 8;

/** The point of the leg at a place, or just beside it; null where the leg is too far away. */
export function legUnder({ view, point }: Place): PointMm | null {
  const on = ontoLeg(view, point);
  return Math.hypot(on[0] - point[0], on[1] - point[1]) <= START_REACH_MM ? on : null;
}
