import { LEFT_LEG } from '../../../shared/domain/leg-map/leg-reference.ts';
import { outlineOf } from '../../../shared/domain/leg-map/views.ts';
import type { LegView } from '../../../shared/domain/leg-map/vein.ts';
import { smoothCurve } from '../../../shared/geometry/smooth.ts';
import type { CanvasColours } from '../canvas-colours.ts';
import { FADE_END_MM, FADE_FROM_MM, type ViewFrame } from '../layout/arrange-views.ts';
import type { LegPictures } from './leg-picture.ts';
import { areaOf } from './paths.ts';
import { inMillimetres } from './paint-vein.ts';

const outlines = new Map<string, Path2D>();

function outlinePath(view: LegView): Path2D {
  const key = `${view.leg} ${view.aspect}`;
  const path = outlines.get(key) ?? areaOf(smoothCurve(outlineOf(view), 2, true));
  outlines.set(key, path);
  return path;
}

/**
 * The leg of one view: softly shaded, with a fine outline, fading out at the groin. Until its pictures are there it is plain:
 * veins are never shown without the leg that they lie on.
 */
export function paintLeg(
  context: CanvasRenderingContext2D,
  frame: ViewFrame,
  pictures: LegPictures | null,
  colours: CanvasColours,
): void {
  const outline = outlinePath(frame.view);
  inMillimetres(context, frame, (px) => {
    context.beginPath();
    context.rect(-400, -20, 800, FADE_END_MM + 20);
    context.clip();
    context.save();
    context.clip(outline);
    context.fillStyle = fading(context, colours[pictures ? 'leg-edge' : 'leg-mid']);
    context.fillRect(-400, -20, 800, 900);
    if (pictures) paintShading(context, frame.view, pictures);
    context.restore();
    context.strokeStyle = fading(context, colours['leg-line']);
    context.lineWidth = 1.1 * px;
    context.stroke(outline);
  });
}

function paintShading(
  context: CanvasRenderingContext2D,
  { leg, aspect }: LegView,
  pictures: LegPictures,
): void {
  if (leg === 'right') context.scale(-1, 1);
  const { picture } = LEFT_LEG[aspect];
  context.translate(picture.leftMm, picture.topMm);
  context.scale(1 / picture.pxPerMm, -1 / picture.pxPerMm);
  context.imageSmoothingQuality = 'high';
  context.drawImage(pictures[aspect], 0, 0);
}

function fading(context: CanvasRenderingContext2D, colour: string): CanvasGradient {
  const gradient = context.createLinearGradient(0, FADE_END_MM, 0, FADE_FROM_MM);
  gradient.addColorStop(0, `${colour}00`);
  gradient.addColorStop(1, colour);
  return gradient;
}
