import { LEVEL_LINES_MM, LEVELS } from '../../../shared/domain/leg-map/region.ts';
import type { Box, Point } from '../../../shared/geometry/point.ts';
import { LEVEL_WORDS, viewSides, viewTitle } from '../../text/map-text.ts';
import type { CanvasColours } from '../canvas-colours.ts';
import { extentOf, VISIBLE_TOP_MM, type ViewFrame } from '../layout/arrange-views.ts';
import { fontOf } from './paint-symbols.ts';

type Context = CanvasRenderingContext2D;

export interface Ground {
  readonly frames: readonly ViewFrame[];
  readonly width: number;
  readonly height: number;
  readonly colours: CanvasColours;
}

/** Dotted lines between the levels of the leg. */
export function paintLevelLines(
  context: Context,
  frames: readonly ViewFrame[],
  colours: CanvasColours,
  strength: number,
): void {
  context.save();
  context.globalAlpha *= strength;
  context.strokeStyle = `${colours.ctl}77`;
  context.lineWidth = 1;
  context.setLineDash([1.2, 4]);
  context.beginPath();
  for (const row of rowsOf(frames)) {
    const [left, right] = [Math.min(...row.map(minXOf)), Math.max(...row.map(maxXOf))];
    for (const y of levelLines(row[0])) {
      context.moveTo(Math.floor(left), y);
      context.lineTo(right, y);
    }
  }
  context.stroke();
  context.restore();
}

/** The names of the levels, at the left; they stay in sight while the leg is moved. */
export function paintLevelNames(context: Context, ground: Ground, namesX: number, strength: number): void {
  const { colours } = ground;
  context.save();
  context.globalAlpha *= strength;
  context.fillStyle = colours.ink3;
  context.font = fontOf(colours, 12, 400);
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  for (const row of rowsOf(ground.frames)) {
    const lines = levelLines(row[0]);
    lines.slice(0, -1).forEach((top, index) => {
      const [level, bottom] = [LEVELS[index], lines[index + 1] ?? 0];
      if (level !== undefined) context.fillText(LEVEL_WORDS[level], namesX, (top + bottom) / 2);
    });
  }
  context.restore();
}

const minXOf = ({ cell }: ViewFrame) => cell.minX;
const maxXOf = ({ cell }: ViewFrame) => cell.maxX;

/** Where the lines between the levels lie in a row, from the top down. */
function levelLines(frame: ViewFrame | undefined): readonly number[] {
  if (frame === undefined) return [];
  return LEVEL_LINES_MM.map((heightMm) => Math.round(frame.y - heightMm * frame.scale) + 0.5);
}

/** Frames that stand on one line. */
function rowsOf(frames: readonly ViewFrame[]): readonly (readonly ViewFrame[])[] {
  return [...Map.groupBy(frames, ({ y }) => y).values()];
}

/** Leg and aspect above each view, and under it which side lies where. Stays in sight while the leg is moved. */
export function paintTitles(context: Context, { frames, colours, width, height }: Ground): void {
  context.save();
  context.textAlign = 'center';
  context.textBaseline = 'alphabetic';
  for (const frame of frames) {
    const shown = [Math.max(frame.cell.minX, 0), Math.min(frame.cell.maxX, width)] as const;
    const room = shown[1] - shown[0];
    if (room < 60 || frame.cell.minY > height) continue;
    const [middle, top] = titlePlace(frame);
    const [title, sides] = [viewTitle(frame.view), viewSides(frame.view)];
    const narrow = room < 132;
    context.font = fontOf(colours, narrow ? 12 : 14, 700);
    const half = context.measureText(title).width / 2 + 4;
    const x = Math.min(Math.max(middle, shown[0] + half), Math.max(shown[0] + half, shown[1] - half));
    veil(context, colours, { x, y: top, half: Math.max(half, 60), behind: top === 0 });
    context.fillStyle = colours.ink;
    context.fillText(title, x, top + 17);
    context.font = fontOf(colours, 12, 400);
    context.fillStyle = colours.ink2;
    if (room >= 110) context.fillText(sides, x, top + 33);
  }
  context.restore();
}

/** The part of the screen that the title of a view takes, near enough to keep other words off it. */
export function titleBox(frame: ViewFrame): Box {
  const [x, top] = titlePlace(frame);
  return { minX: x - 64, minY: top + 3, maxX: x + 64, maxY: top + 38 };
}

function titlePlace(frame: ViewFrame): Point {
  const [left, right] = extentOf(frame.view);
  const middle = frame.x + ((Math.max(left, -95) + Math.min(right, 95)) / 2) * frame.scale;
  return [middle, Math.max(0, frame.y - VISIBLE_TOP_MM * frame.scale - 46)];
}

/** A ground for a title that stands on the enlarged leg. */
function veil(
  context: Context,
  colours: CanvasColours,
  title: { readonly x: number; readonly y: number; readonly half: number; readonly behind: boolean },
): void {
  if (!title.behind) return;
  context.fillStyle = `${colours.bg}e6`;
  context.beginPath();
  context.roundRect(title.x - title.half - 6, title.y + 1, 2 * title.half + 12, 39, 5);
  context.fill();
}

const BAR_LENGTHS_MM = [5, 10, 20, 50, 100, 200];

/** A bar of a round length of the patient's own leg. `heightScale`: the patient's height over that of the reference leg. */
export function paintScaleBar(
  context: Context,
  { frames, colours, height }: Ground,
  heightScale: number,
  x: number,
): void {
  const scale = frames[0]?.scale;
  if (scale === undefined) return;
  const pxPerMm = scale / heightScale;
  const length = BAR_LENGTHS_MM.find((mm) => mm * pxPerMm >= 48) ?? 200;
  const [y, end] = [Math.round(height - 13) + 0.5, x + length * pxPerMm];
  context.save();
  context.strokeStyle = colours.ink;
  context.lineWidth = 1.4;
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(end, y);
  for (const [at, half] of [
    [x, 5],
    [(x + end) / 2, 2.5],
    [end, 5],
  ] as const) {
    context.moveTo(at, y - half);
    context.lineTo(at, y + half);
  }
  context.stroke();
  context.font = fontOf(colours, 12, 600);
  context.textBaseline = 'middle';
  context.lineWidth = 3;
  context.strokeStyle = colours.bg;
  context.strokeText(`${String(length)} mm`, end + 9, y + 0.5);
  context.fillStyle = colours.ink;
  context.fillText(`${String(length)} mm`, end + 9, y + 0.5);
  context.restore();
}
