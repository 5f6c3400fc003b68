import { courseOf, edgeOf } from '../../../shared/domain/leg-map/measure.ts';
import type { CanvasColours } from '../canvas-colours.ts';
import { frameOf, toScreen, type ViewFrame } from '../layout/arrange-views.ts';
import type { ToolPreview } from '../tools/tool.ts';
import { areaOf, lineOf } from './paths.ts';
import { inMillimetres } from './paint-vein.ts';

/** The stroke that a tool is drawing. */
export function paintDraft(
  context: CanvasRenderingContext2D,
  stroke: NonNullable<ToolPreview['stroke']>,
  scene: { readonly frames: readonly ViewFrame[]; readonly colours: CanvasColours },
): void {
  const frame = frameOf(scene.frames, stroke.view);
  if (frame === null) return;
  const { colours } = scene;
  const closed = stroke.closed && stroke.points.length > 2;
  inMillimetres(context, frame, (px) => {
    const path = closed ? areaOf(edgeOf(stroke.points)) : lineOf(courseOf(stroke.points));
    if (closed) {
      context.fillStyle = `${colours.sel}1f`;
      context.fill(path);
    }
    for (const [width, colour] of [
      [5, colours.surface],
      [2.2, colours.sel],
    ] as const) {
      context.lineWidth = width * px;
      context.strokeStyle = colour;
      context.stroke(path);
    }
  });
  if (stroke.points.length > 24) return;
  context.fillStyle = colours.surface;
  context.strokeStyle = colours.sel;
  context.lineWidth = 1.7;
  for (const point of stroke.points) {
    const [x, y] = toScreen(frame, point);
    context.beginPath();
    context.arc(x, y, 3, 0, 2 * Math.PI);
    context.fill();
    context.stroke();
  }
}
