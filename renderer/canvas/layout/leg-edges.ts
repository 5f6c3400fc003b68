import { edgesAt } from '../../../shared/domain/leg-map/views.ts';
import type { Box } from '../../../shared/geometry/point.ts';
import { extentOf, VISIBLE_TOP_MM, type ViewFrame } from './arrange-views.ts';

/** Gives the leg's edges, in pixels, within a band of heights. */
export type EdgesOf = (fromY: number, toY: number) => readonly [left: number, right: number];

/** The leg's edges within a band of heights, in pixels; above and below the leg those of its whole extent. */
export function legEdges(frame: ViewFrame, fromY: number, toY: number): readonly [number, number] {
  const edges = [fromY, (fromY + toY) / 2, toY].flatMap((y) => {
    const at = edgesAt(frame.view, (frame.y - y) / frame.scale);
    return at === null ? [] : [at];
  });
  const all = edges.length === 0 ? [extentOf(frame.view)] : edges;
  return [
    frame.x + Math.min(...all.map(([left]) => left)) * frame.scale,
    frame.x + Math.max(...all.map(([, right]) => right)) * frame.scale,
  ];
}

/** Room that is kept free beside a leg. */
const BESIDE_PX = 5;

/** Whether a box lies on the leg of a frame, or all but touches it. */
export function coversLeg(frame: ViewFrame, edgesOf: EdgesOf, box: Box): boolean {
  const [top, bottom] = [frame.y - VISIBLE_TOP_MM * frame.scale, frame.y];
  if (box.maxY < top || box.minY > bottom) return false;
  const [left, right] = edgesOf(box.minY, box.maxY);
  return box.maxX > left - BESIDE_PX && box.minX < right + BESIDE_PX;
}
