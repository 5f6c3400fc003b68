import type { Point } from '../../../shared/geometry/point.ts';
import type { CanvasColours } from '../canvas-colours.ts';
import { sessionColourIndex, sessionShape, shapeCorners } from '../session-shape.ts';
import type { PunctureDot, VeinState } from '../vein-mark.ts';
import { areaOf } from './paths.ts';
import { colourOfSession } from './paint-vein.ts';

type Context = CanvasRenderingContext2D;

export function fontOf(colours: CanvasColours, px: number, weight: number): string {
  return `${String(weight)} ${String(px)}px ${colours.font === '' ? 'sans-serif' : colours.font}`;
}

/** The badge of a planned session: its shape with its number. */
export function paintSessionBadge(
  context: Context,
  at: Point,
  badge: {
    readonly number: number;
    readonly radius: number;
    readonly colours: CanvasColours;
    readonly inverted?: boolean;
  },
): void {
  const { number, radius, colours } = badge;
  const shape = sessionShape(number);
  const path =
    shape === 'circle'
      ? circle([0, 0], radius)
      : areaOf(shapeCorners(shape).map(([x, y]): Point => [x * radius, y * radius]));
  const colour =
    badge.inverted === true ? colours['on-sel'] : colourOfSession(colours, sessionColourIndex(number));
  context.save();
  context.translate(at[0], at[1]);
  context.fillStyle = colour;
  context.strokeStyle = colour;
  context.lineJoin = 'round';
  context.lineWidth = 1.6;
  context.fill(path);
  context.stroke(path);
  context.fillStyle = badge.inverted === true ? colours.sel : colours['on-session'];
  centred(context, String(number), {
    font: fontOf(colours, radius * 1.5, 700),
    y: shape === 'triangle' ? 1.5 : 0,
  });
  context.restore();
}

function centred(context: Context, text: string, how: { readonly font: string; readonly y?: number }): void {
  context.font = how.font;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(text, 0, (how.y ?? 0) + 0.5);
}

function circle([x, y]: Point, radius: number): Path2D {
  const path = new Path2D();
  path.arc(x, y, radius, 0, 2 * Math.PI);
  return path;
}

/** A puncture or a free injection site. */
export function paintDot(
  context: Context,
  at: Point,
  dot: PunctureDot,
  { colours, size = 1 }: { readonly colours: CanvasColours; readonly size?: number },
): void {
  context.save();
  context.translate(at[0], at[1]);
  context.scale(size, size);
  context.lineCap = 'round';
  context.lineJoin = 'round';
  if (dot.numbered === true) paintNumbered(context, dot.text ?? '', colours);
  else if (dot.state === 'given') paintGiven(context, colours);
  else if (dot.state === 'next') paintNext(context, dot.text ?? '', colours);
  else if (dot.state === 'to-come') paintToCome(context, dot.text ?? '', colours);
  else if (dot.state === 'struck-out') paintStruckOut(context, colours);
  else paintFreeSite(context, dot.text ?? '', colours);
  context.restore();
}

function disc(context: Context, radius: number, fill: string, edge: string, width: number): void {
  const path = circle([0, 0], radius);
  context.fillStyle = fill;
  context.fill(path);
  context.strokeStyle = edge;
  context.lineWidth = width;
  context.stroke(path);
}

function paintGiven(context: Context, colours: CanvasColours): void {
  disc(context, 6.5, colours.ink, colours.surface, 1.5);
  context.strokeStyle = colours['on-ink'];
  context.lineWidth = 1.7;
  context.beginPath();
  context.moveTo(-2.7, 0.2);
  context.lineTo(-0.8, 2.2);
  context.lineTo(2.9, -2);
  context.stroke();
}

function paintNumbered(context: Context, text: string, colours: CanvasColours): void {
  disc(context, text.length > 2 ? 11.5 : 8.6, colours.ink, colours.surface, 1.5);
  context.fillStyle = colours['on-ink'];
  centred(context, text, { font: fontOf(colours, 12, 700) });
}

function paintNext(context: Context, text: string, colours: CanvasColours): void {
  disc(context, 16, `${colours.sel}22`, colours.sel, 2.4);
  disc(context, 10, colours.sel, colours.surface, 1.5);
  context.fillStyle = colours['on-sel'];
  centred(context, text, { font: fontOf(colours, 12, 700) });
}

function paintToCome(context: Context, text: string, colours: CanvasColours): void {
  disc(context, 8.5, colours.surface, colours.ink, 1.6);
  context.fillStyle = colours.ink;
  centred(context, text, { font: fontOf(colours, 11, 700) });
}

function paintStruckOut(context: Context, colours: CanvasColours): void {
  context.setLineDash([2.4, 2.2]);
  disc(context, 7, `${colours.surface}aa`, colours.ink, 1.3);
  context.setLineDash([]);
  context.lineWidth = 2;
  context.beginPath();
  context.moveTo(-4, -4);
  context.lineTo(4, 4);
  context.moveTo(4, -4);
  context.lineTo(-4, 4);
  context.stroke();
}

function paintFreeSite(context: Context, text: string, colours: CanvasColours): void {
  disc(context, 7, colours.surface, colours.ink, 1.8);
  context.fillStyle = colours.ink;
  context.fill(circle([0, 0], 2.4));
  if (text === '') return;
  context.font = fontOf(colours, 12, 700);
  context.textBaseline = 'middle';
  context.lineWidth = 3;
  context.strokeStyle = colours.surface;
  context.strokeText(text, 10, 0.5);
  context.fillText(text, 10, 0.5);
}

/** Whether a state has a sign of its own beside the vein. */
export function hasStateSign(state: VeinState): boolean {
  return (
    state === 'responding' ||
    state === 'cleared' ||
    state === 'recurred' ||
    state === 'new' ||
    state === 'carried-over' ||
    state === 'unchanged' ||
    state === 'changed'
  );
}

/** The sign of a state: its shape tells it, the colour only helps. */
export function paintStateSign(context: Context, at: Point, state: VeinState, colours: CanvasColours): void {
  context.save();
  context.translate(at[0], at[1]);
  context.lineJoin = 'round';
  context.lineCap = 'round';
  context.lineWidth = 1.6;
  context.fillStyle = colours.surface;
  if (state === 'responding')
    signPath(
      context,
      [
        [-6, -5],
        [6, -5],
        [0, 6],
      ],
      colours.sel,
    );
  if (state === 'cleared') paintClearedSign(context, colours);
  if (state === 'recurred') {
    signPath(
      context,
      [
        [0, -7],
        [7, 6],
        [-7, 6],
      ],
      colours.warn,
    );
    context.fillStyle = colours.warn;
    centred(context, 'R', { font: fontOf(colours, 9, 700), y: 1.5 });
  }
  if (state === 'new') paintNewSign(context, colours);
  if (state === 'carried-over') paintHatchedSquare(context, colours);
  if (state === 'unchanged') paintUnchangedSign(context, colours);
  if (state === 'changed') paintChangedSign(context, colours);
  context.restore();
}

function signPath(context: Context, corners: readonly Point[], edge: string): void {
  const path = areaOf(corners);
  context.fill(path);
  context.strokeStyle = edge;
  context.stroke(path);
}

function paintClearedSign(context: Context, colours: CanvasColours): void {
  disc(context, 6.5, colours.surface, colours.ok, 1.6);
  context.beginPath();
  context.moveTo(-3, 0.2);
  context.lineTo(-0.8, 2.4);
  context.lineTo(3, -2.2);
  context.stroke();
}

function paintNewSign(context: Context, colours: CanvasColours): void {
  context.fillStyle = colours.hard;
  signPath(
    context,
    [
      [0, -7.5],
      [7.5, 0],
      [0, 7.5],
      [-7.5, 0],
    ],
    colours.hard,
  );
  context.strokeStyle = colours.surface;
  context.beginPath();
  context.moveTo(-3, 0);
  context.lineTo(3, 0);
  context.moveTo(0, -3);
  context.lineTo(0, 3);
  context.stroke();
}

/** A square with two bars: an equals sign in a box. */
function paintUnchangedSign(context: Context, colours: CanvasColours): void {
  signPath(
    context,
    [
      [-6, -6],
      [6, -6],
      [6, 6],
      [-6, 6],
    ],
    colours.ink,
  );
  paintBars(context);
}

/** A hexagon with two bars and a stroke through them. */
function paintChangedSign(context: Context, colours: CanvasColours): void {
  signPath(
    context,
    shapeCorners('hexagon').map(([x, y]): Point => [x * 7, y * 7]),
    colours.warn,
  );
  paintBars(context);
  context.beginPath();
  context.moveTo(-2, 4.2);
  context.lineTo(2, -4.2);
  context.stroke();
}

function paintBars(context: Context): void {
  context.beginPath();
  for (const y of [-2, 2]) {
    context.moveTo(-3, y);
    context.lineTo(3, y);
  }
  context.stroke();
}

function paintHatchedSquare(context: Context, colours: CanvasColours): void {
  const square = areaOf([
    [-6, -6],
    [6, -6],
    [6, 6],
    [-6, 6],
  ]);
  context.save();
  context.fill(square);
  context.clip(square);
  context.strokeStyle = colours.ink3;
  context.lineWidth = 1.1;
  context.beginPath();
  for (let x = -18; x < 12; x += 4) {
    context.moveTo(x, 7);
    context.lineTo(x + 14, -7);
  }
  context.stroke();
  context.restore();
  context.lineWidth = 1.2;
  context.strokeStyle = colours.ink3;
  context.stroke(square);
}
