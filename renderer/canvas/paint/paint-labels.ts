import { veinLabel } from '../../../shared/domain/leg-map/vein.ts';
import type { CanvasColours } from '../canvas-colours.ts';
import { boxesOverlap, type Box } from '../../../shared/geometry/point.ts';
import { toScreen, type ViewFrame } from '../layout/arrange-views.ts';
import { coversLeg, legEdges, type EdgesOf } from '../layout/leg-edges.ts';
import { placeLabels, type LabelWish, type PlacedLabel } from '../layout/place-labels.ts';
import type { VeinMark } from '../vein-mark.ts';
import type { VeinPicture } from './paint-vein.ts';
import { fontOf, hasStateSign, paintSessionBadge, paintStateSign } from './paint-symbols.ts';

type Context = CanvasRenderingContext2D;

const HEIGHT = 21;
const SIGN = 17;
const PADDING = 6;

export type VeinLabel = PlacedLabel<VeinPicture>;

/** Finds a place in the gutters for the label of each vein. */
export function layOutLabels(
  pictures: readonly VeinPicture[],
  room: {
    readonly bounds: Box;
    readonly frames: readonly ViewFrame[];
    readonly selection: ReadonlySet<string>;
    /** Where other words stand. */
    readonly keptFree: readonly Box[];
  },
): readonly VeinLabel[] {
  const [first] = pictures;
  if (first === undefined) return [];
  const measure = textWidthIn(first.colours);
  const edges = new Map(room.frames.map((frame) => [frame, edgesInRows(frame)]));
  const wishes = pictures.flatMap((picture): LabelWish<VeinPicture>[] => {
    const { frame, shape, vein } = picture;
    const target = shape.main.filter((_, index) => index % 2 === 0).map((point) => toScreen(frame, point));
    const ys = target.map(([, y]) => y).filter((y) => y > room.bounds.minY && y < room.bounds.maxY);
    if (ys.length === 0) return [];
    return [
      {
        key: picture,
        target,
        y: ys.reduce((sum, y) => sum + y, 0) / ys.length,
        width: labelWidth(picture, measure),
        height: HEIGHT,
        legEdges: edges.get(frame) ?? edgesInRows(frame),
        must: room.selection.size < 12 && room.selection.has(vein.id),
      },
    ];
  });
  const covered = (box: Box) =>
    room.keptFree.some((words) => boxesOverlap(words, box)) ||
    [...edges].some(([frame, edgesOf]) => coversLeg(frame, edgesOf, box));
  return placeLabels(wishes, { bounds: room.bounds, covered });
}

/** The same as `legEdges`, worked out once for each few pixels of height. */
function edgesInRows(frame: ViewFrame): EdgesOf {
  const known = new Map<string, readonly [number, number]>();
  return (fromY, toY) => {
    const [from, to] = [Math.floor(fromY / 4) * 4, Math.ceil(toY / 4) * 4];
    const key = `${String(from)} ${String(to)}`;
    const edges = known.get(key) ?? legEdges(frame, from, to);
    known.set(key, edges);
    return edges;
  };
}

function textWidthIn(colours: CanvasColours): (text: string, weight: number) => number {
  const context = document.createElement('canvas').getContext('2d');
  return (text, weight) => {
    if (context === null) return text.length * 8;
    context.font = fontOf(colours, 13, weight);
    // The page writes tabular figures: each is as wide as a nought, which a canvas outside the page does not know.
    return context.measureText(text.replaceAll(/\d/g, '0')).width;
  };
}

function labelWidth({ vein, mark }: VeinPicture, measure: (text: string, weight: number) => number): number {
  const extra = mark.label === undefined ? 0 : measure(mark.label, 500) + 5;
  return Math.ceil(2 * PADDING + signsOf(mark) * SIGN + measure(veinLabel(vein), 700) + extra);
}

function signsOf(mark: VeinMark): number {
  return Number(mark.sessionNumber !== undefined) + Number(hasStateSign(mark.state));
}

/** A label with its leader; inverted where its vein is selected. */
export function paintLabel(context: Context, label: VeinLabel, selected: boolean): void {
  const { mark, colours } = label.key;
  const { minX, minY, maxX, maxY } = label.box;
  const middle = (minY + maxY) / 2;
  const line = selected ? colours.sel : mark.caution === true ? colours.warn : colours.ctl;
  paintLeader(context, label, line);
  context.beginPath();
  context.roundRect(minX + 0.5, minY + 0.5, maxX - minX - 1, maxY - minY - 1, 4);
  context.fillStyle = selected ? colours.sel : colours.surface;
  context.fill();
  context.lineWidth = 1;
  context.strokeStyle = line;
  context.setLineDash(mark.dimmed === true ? [3, 2] : []);
  context.stroke();
  context.setLineDash([]);
  let x = minX + PADDING;
  if (mark.sessionNumber !== undefined) {
    const badge = { number: mark.sessionNumber, radius: 6.2, colours, inverted: selected };
    paintSessionBadge(context, [x + 6, middle], badge);
    x += SIGN;
  }
  if (hasStateSign(mark.state)) {
    paintStateSign(context, [x + 6, middle], mark.state, colours);
    x += SIGN;
  }
  const ink = selected ? colours['on-sel'] : mark.caution === true ? colours.warn : colours.ink;
  paintText(context, label, { x, y: middle, ink });
}

function paintLeader(context: Context, { leader: [from, to] }: VeinLabel, colour: string): void {
  context.beginPath();
  context.moveTo(from[0], from[1]);
  context.lineTo(to[0], to[1]);
  context.lineWidth = 1;
  context.strokeStyle = colour;
  context.stroke();
}

function paintText(
  context: Context,
  { key: { vein, mark, colours } }: VeinLabel,
  at: { readonly x: number; readonly y: number; readonly ink: string },
): void {
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  context.fillStyle = at.ink;
  context.font = fontOf(colours, 13, 700);
  const name = veinLabel(vein);
  context.fillText(name, at.x, at.y + 0.5);
  if (mark.label === undefined) return;
  const after = at.x + context.measureText(name).width + 5;
  context.font = fontOf(colours, 13, 500);
  context.fillText(mark.label, after, at.y + 0.5);
}
