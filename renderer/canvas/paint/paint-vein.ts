import type { Point } from '../../../shared/geometry/point.ts';
import { simplified } from '../../../shared/geometry/polyline.ts';
import type { Vein, VeinKind } from '../../../shared/domain/leg-map/vein.ts';
import type { CanvasColours } from '../canvas-colours.ts';
import type { ViewFrame } from '../layout/arrange-views.ts';
import { sessionColourIndex, sessionDashes } from '../session-shape.ts';
import type { VeinMark } from '../vein-mark.ts';
import type { VeinShape } from '../vein-shape.ts';
import { areaOf, lineAt, lineOf } from './paths.ts';
import { branchProfile, ribbon, trunkProfile } from './ribbon.ts';

/** Everything a vein is painted from. */
export interface VeinPicture {
  readonly vein: Vein;
  readonly shape: VeinShape;
  readonly mark: VeinMark;
  readonly frame: ViewFrame;
  readonly colours: CanvasColours;
}

type Context = CanvasRenderingContext2D;

/** Width on screen, in pixels: a little over the true one, never less than the eye can follow. */
export function widthPx(kind: VeinKind, diameterMm: number, scale: number): number {
  return kind === 'telangiectasia'
    ? Math.max(0.8, diameterMm * scale * 1.35)
    : Math.max(1.9, diameterMm * scale * 1.25);
}

const PLAN_BAND_PX = 9;

/** Runs a painter in the millimetres of a view (`y` up); `px` is one screen pixel in them. */
export function inMillimetres(context: Context, frame: ViewFrame, paint: (px: number) => void): void {
  context.save();
  context.translate(frame.x, frame.y);
  context.scale(frame.scale, -frame.scale);
  context.lineCap = 'round';
  context.lineJoin = 'round';
  paint(1 / frame.scale);
  context.restore();
}

/** What lies under the veins: the marker of a planned session, the hatch of what was carried over. */
export function paintBand(context: Context, picture: VeinPicture): void {
  const { mark, frame } = picture;
  inMillimetres(context, frame, (px) => {
    if (mark.dimmed === true) context.globalAlpha *= 0.38;
    if (mark.sessionNumber !== undefined && mark.state === 'planned') paintPlanBand(context, picture, px);
    if (mark.state === 'carried-over') paintHatch(context, picture, px);
  });
}

function paintPlanBand(
  context: Context,
  { vein, shape, mark, frame, colours }: VeinPicture,
  px: number,
): void {
  const number = mark.sessionNumber ?? 1;
  const index = sessionColourIndex(number);
  const band = colourOfBand(colours, index);
  if (vein.pattern === 'line') {
    context.strokeStyle = band;
    const vesselPx = widthPx(vein.kind, vein.diameterMm, frame.scale);
    context.lineWidth = Math.max(PLAN_BAND_PX, vesselPx + 7) * px;
    context.stroke(lineAt(shape.main, px));
    return;
  }
  context.fillStyle = band;
  context.save();
  context.globalAlpha *= 0.62;
  context.fill(areaOf(shape.main));
  context.restore();
  context.strokeStyle = colourOfSession(colours, index);
  context.lineWidth = 1.3 * px;
  context.setLineDash(sessionDashes(number).map((dash) => dash * px));
  context.stroke(areaOf(shape.main));
  context.setLineDash([]);
}

function paintHatch(context: Context, { vein, shape, colours }: VeinPicture, px: number): void {
  const area = vein.pattern === 'web' ? shape.main : ribbon(shape.main, () => 6.5 * px);
  context.save();
  context.clip(areaOf(area));
  context.strokeStyle = colours.ink3;
  context.lineWidth = 0.9 * px;
  const { minX, maxX, minY, maxY } = shape.box;
  const height = maxY - minY + 20 * px;
  for (let x = minX - height - 10 * px; x < maxX + 10 * px; x += 4 * px) {
    context.beginPath();
    context.moveTo(x, minY - 10 * px);
    context.lineTo(x + height, minY - 10 * px + height);
    context.stroke();
  }
  context.restore();
  if (vein.pattern === 'web') {
    context.strokeStyle = colours.ink3;
    context.lineWidth = px;
    context.stroke(areaOf(shape.main));
  }
}

/** The vein itself, as its state has it. */
export function paintVein(context: Context, picture: VeinPicture): void {
  const { vein, mark, frame } = picture;
  inMillimetres(context, frame, (px) => {
    if (mark.dimmed === true) context.globalAlpha *= 0.38;
    if (mark.state === 'cleared') paintCleared(context, picture, px);
    else if (vein.pattern === 'web') paintWeb(context, picture, px);
    else if (mark.state === 'responding') paintDashedLine(context, picture, px);
    else if (vein.kind === 'telangiectasia') paintFineLine(context, picture, px);
    else paintTrunk(context, picture, px);
  });
}

function paintTrunk(context: Context, { vein, shape, mark, frame, colours }: VeinPicture, px: number): void {
  const width = widthPx(vein.kind, vein.diameterMm, frame.scale) * px;
  const colour = colourOfVein(colours, vein);
  const phase = vein.number * 1.7;
  const parts = trunkParts(shape, { width, phase, px });
  context.fillStyle = colour;
  context.strokeStyle = colour;
  context.save();
  context.globalAlpha *= 0.13;
  context.lineWidth = 4 * px;
  for (const part of parts) context.stroke(part);
  context.restore();
  if (mark.state === 'injected') context.globalAlpha *= 0.75;
  context.lineWidth = 0.5 * px;
  for (const part of parts) {
    context.fill(part);
    context.stroke(part);
  }
  if (width > 5 * px) paintSheen(context, shape.main, width);
}

const trunks = new WeakMap<VeinShape, { readonly width: number; readonly parts: readonly Path2D[] }>();

/** The ribbons of a vein; kept as long as it is looked at in one size. */
function trunkParts(
  shape: VeinShape,
  { width, phase, px }: { readonly width: number; readonly phase: number; readonly px: number },
): readonly Path2D[] {
  const known = trunks.get(shape);
  if (known?.width === width) return known.parts;
  const outline = (points: readonly Point[]) => areaOf(simplified(points, px * 0.2));
  const parts = [
    ...shape.branches.map((branch) => outline(ribbon(branch, branchProfile(width * 0.58)))),
    outline(ribbon(shape.main, trunkProfile(width, phase))),
  ];
  trunks.set(shape, { width, parts });
  return parts;
}

/** A soft light along a vessel that is seen large. */
function paintSheen(context: Context, course: readonly Point[], width: number): void {
  context.save();
  context.globalAlpha *= 0.16;
  context.strokeStyle = '#ffffff';
  context.lineWidth = width * 0.22;
  context.translate(-width * 0.14, width * 0.1);
  context.stroke(lineOf(course.slice(3, -3)));
  context.restore();
}

function paintFineLine(context: Context, { vein, shape, frame, colours }: VeinPicture, px: number): void {
  const width = widthPx(vein.kind, vein.diameterMm, frame.scale) * px;
  context.fillStyle = colourOfVein(colours, vein);
  context.strokeStyle = context.fillStyle;
  context.lineWidth = width;
  context.stroke(lineAt(shape.main, px));
  context.lineWidth = Math.max(0.7 * px, width * 0.65);
  for (const branch of shape.branches) context.stroke(lineAt(branch, px));
}

function paintDashedLine(context: Context, { vein, shape, frame, colours }: VeinPicture, px: number): void {
  const width = widthPx(vein.kind, vein.diameterMm, frame.scale) * px;
  context.strokeStyle = colourOfVein(colours, vein);
  context.lineCap = 'butt';
  context.setLineDash([7 * px, 4 * px]);
  context.lineWidth = Math.max(1.3 * px, width);
  context.stroke(lineAt(shape.main, px));
  context.lineWidth = Math.max(px, width * 0.5);
  for (const branch of shape.branches) context.stroke(lineAt(branch, px));
  context.setLineDash([]);
}

function paintCleared(context: Context, { vein, shape, frame, colours }: VeinPicture, px: number): void {
  const dot = Math.min(3.4, Math.max(1, widthPx(vein.kind, vein.diameterMm, frame.scale))) * px;
  context.strokeStyle = colours.ok;
  if (vein.pattern === 'line') {
    context.setLineDash([0, 2.1 * dot]);
    context.lineWidth = dot;
    context.stroke(lineAt(shape.main, px));
    for (const branch of shape.branches) context.stroke(lineAt(branch, px));
  } else {
    context.setLineDash([0, 3.2 * px]);
    for (const [path, share] of strandPaths(shape)) {
      context.lineWidth = 1.1 * px * share;
      context.stroke(path);
    }
  }
  context.setLineDash([]);
}

function paintWeb(context: Context, { vein, shape, mark, frame, colours }: VeinPicture, px: number): void {
  context.strokeStyle = colourOfVein(colours, vein);
  const thin = mark.state === 'responding';
  if (thin) {
    context.setLineDash([5 * px, 3 * px]);
    context.lineWidth = 1.3 * px;
    context.stroke(areaOf(shape.main));
    context.setLineDash([]);
    context.globalAlpha *= 0.6;
  }
  const width = Math.max(0.95 * px, widthPx(vein.kind, vein.diameterMm, frame.scale) * px) * (thin ? 0.7 : 1);
  for (const [path, share] of strandPaths(shape)) {
    context.lineWidth = Math.max(0.65 * px, width * share);
    context.stroke(path);
  }
}

/** A web or a vein as a plain shape, for pictures of thumbnail size. */
export function paintHull(context: Context, picture: VeinPicture): void {
  const { vein, shape, frame, colours } = picture;
  inMillimetres(context, frame, (px) => {
    context.fillStyle = colourOfVein(colours, vein);
    context.strokeStyle = context.fillStyle;
    context.lineWidth = px;
    context.save();
    context.globalAlpha *= 0.3;
    context.fill(areaOf(shape.main));
    context.restore();
    context.stroke(areaOf(shape.main));
  });
}

const strandCache = new WeakMap<VeinShape, readonly (readonly [Path2D, number])[]>();

/** The vessels of a web in three thicknesses, one path each. */
function strandPaths(shape: VeinShape): readonly (readonly [Path2D, number])[] {
  const known = strandCache.get(shape);
  if (known !== undefined) return known;
  const classes = [1.15, 0.85, 0.62].map((share) => [new Path2D(), share] as const);
  for (const { course, share } of shape.strands) {
    const thickness = share >= 1 ? 0 : share >= 0.5 ? 1 : 2;
    classes[thickness]?.[0].addPath(lineOf(course));
  }
  strandCache.set(shape, classes);
  return classes;
}

export function colourOfVein(colours: CanvasColours, vein: Pick<Vein, 'colour'>): string {
  return colours[`vein-${vein.colour}`];
}

/** The colour of a session, by `sessionColourIndex`. */
export function colourOfSession(colours: CanvasColours, index: number): string {
  const all = ['session-1', 'session-2', 'session-3', 'session-4', 'session-5', 'session-6'] as const;
  return colours[all[index - 1] ?? 'session-6'];
}

/** The pale marker colour of a session, by `sessionColourIndex`. */
export function colourOfBand(colours: CanvasColours, index: number): string {
  const all = [
    'session-band-1',
    'session-band-2',
    'session-band-3',
    'session-band-4',
    'session-band-5',
    'session-band-6',
  ] as const;
  return colours[all[index - 1] ?? 'session-band-6'];
}
