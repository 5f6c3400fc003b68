import type { MapMark, ScaleMark } from '../../../shared/domain/leg-map/map-mark.ts';
import type { Point } from '../../../shared/geometry/point.ts';
import type { CanvasColours } from '../canvas-colours.ts';
import { frameOf, toScreen, type ViewFrame } from '../layout/arrange-views.ts';
import { fontOf } from './paint-symbols.ts';

type Context = CanvasRenderingContext2D;

/** A site, a note or the measured distance, at its place. */
export function paintPin(
  context: Context,
  pin: MapMark,
  how: { readonly frames: readonly ViewFrame[]; readonly colours: CanvasColours; readonly selected: boolean },
): void {
  const frame = frameOf(how.frames, pin);
  if (frame === null) return;
  context.save();
  context.lineCap = 'round';
  context.lineJoin = 'round';
  const colour = how.selected ? how.colours.sel : how.colours.ink;
  if (pin.mark === 'scale') paintDistance(context, pin, frame, { ...how, colour });
  else {
    context.translate(...toScreen(frame, pin.point));
    if (pin.mark === 'site') paintSite(context, how.colours, colour);
    else paintNote(context, how.colours, colour);
  }
  context.restore();
}

/** A ring around a needle's point. */
function paintSite(context: Context, colours: CanvasColours, colour: string): void {
  context.fillStyle = colours.surface;
  context.strokeStyle = colour;
  context.lineWidth = 1.7;
  context.beginPath();
  context.arc(0, 0, 6.5, 0, 2 * Math.PI);
  context.fill();
  context.stroke();
  context.beginPath();
  context.moveTo(9.5, -9.5);
  context.lineTo(0.6, -0.6);
  context.stroke();
  context.fillStyle = colour;
  context.beginPath();
  context.arc(0, 0, 2, 0, 2 * Math.PI);
  context.fill();
}

/** A small sheet with lines. */
function paintNote(context: Context, colours: CanvasColours, colour: string): void {
  context.fillStyle = colours.surface;
  context.strokeStyle = colour;
  context.lineWidth = 1.5;
  context.beginPath();
  context.roundRect(-7, -8, 14, 16, 2.5);
  context.fill();
  context.stroke();
  context.lineWidth = 1.3;
  context.beginPath();
  for (const [y, end] of [
    [-3.5, 4],
    [0, 4],
    [3.5, 1],
  ] as const) {
    context.moveTo(-4, y);
    context.lineTo(end, y);
  }
  context.stroke();
}

function paintDistance(
  context: Context,
  pin: ScaleMark,
  frame: ViewFrame,
  { colours, colour }: { readonly colours: CanvasColours; readonly colour: string },
): void {
  paintMeasure(context, toScreen(frame, pin.from), toScreen(frame, pin.to), {
    text: `${String(pin.distanceMm)} mm`,
    colours,
    colour,
  });
}

/** A line with a tick at both ends and its length beside it. */
export function paintMeasure(
  context: Context,
  from: Point,
  to: Point,
  {
    text,
    colours,
    colour,
  }: { readonly text: string; readonly colours: CanvasColours; readonly colour: string },
): void {
  const long = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const across: Point = long === 0 ? [0, 1] : [(from[1] - to[1]) / long, (to[0] - from[0]) / long];
  context.strokeStyle = colour;
  context.lineWidth = 1.6;
  context.beginPath();
  context.moveTo(...from);
  context.lineTo(...to);
  for (const [x, y] of [from, to]) {
    context.moveTo(x - across[0] * 5, y - across[1] * 5);
    context.lineTo(x + across[0] * 5, y + across[1] * 5);
  }
  context.stroke();
  context.font = fontOf(colours, 12, 600);
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  const at: Point = [(from[0] + to[0]) / 2 + 9, (from[1] + to[1]) / 2];
  context.lineWidth = 3;
  context.strokeStyle = colours.surface;
  context.strokeText(text, ...at);
  context.fillStyle = colour;
  context.fillText(text, ...at);
}
