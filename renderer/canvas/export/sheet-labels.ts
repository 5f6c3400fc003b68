import { veinLabel } from '../../../shared/domain/leg-map/vein.ts';
import { boxesOverlap, type Box } from '../../../shared/geometry/point.ts';
import { colourLetter, laterSession, seenIn } from '../../text/export-text.ts';
import { toScreen, VISIBLE_TOP_MM, type ViewFrame } from '../layout/arrange-views.ts';
import { coversLeg, legEdges } from '../layout/leg-edges.ts';
import { placeLabels, type LabelWish, type PlacedLabel } from '../layout/place-labels.ts';
import type { MeasureText, SheetFont } from './map-sheet.ts';
import { headingBox } from './sheet-ground.ts';
import { sessionBadge, stateSign } from './sheet-signs.ts';
import { textElement } from './sheet-text.ts';
import type { SheetVein } from './sheet-veins.ts';
import { svgElement, type SvgElement } from './svg-element.ts';

export type SheetLabel = PlacedLabel<SheetVein>;

/** How large the labels are written: smaller where many veins want one. */
export interface LabelSize {
  readonly name: SheetFont;
  readonly detail: SheetFont;
  readonly height: number;
}

const SMALLEST: LabelSize = {
  name: { px: 9, weight: 700 },
  detail: { px: 8.5, weight: 500 },
  height: 12,
};
const LARGER: readonly LabelSize[] = [
  { name: { px: 13, weight: 700 }, detail: { px: 12, weight: 500 }, height: 20 },
  { name: { px: 11, weight: 700 }, detail: { px: 10, weight: 500 }, height: 16 },
];
const SIGN = 17;
const PADDING = 5;

export interface LabelLayout {
  readonly labels: readonly SheetLabel[];
  readonly size: LabelSize;
  /** Veins whose label found no place even at the smallest size. */
  readonly leftOut: readonly SheetVein[];
}

interface LabelRoom {
  readonly bounds: Box;
  readonly frames: readonly ViewFrame[];
}

/** Places in the gutters for the labels of all veins, at the largest size at which every one finds a place. */
export function layOutSheetLabels(
  veins: readonly SheetVein[],
  room: LabelRoom,
  measure: MeasureText,
): LabelLayout {
  // Where it is plain that some find no place, larger sizes need not be tried.
  for (const size of LARGER) {
    if (tooMany(veins, size, room)) continue;
    const layout = layOutAt(size, veins, room, measure);
    if (layout.leftOut.length === 0) return layout;
  }
  return layOutAt(SMALLEST, veins, room, measure);
}

/** How many labels stand in the two gutters of a view, one below the other. */
function capacityOf({ scale }: ViewFrame, { height }: LabelSize): number {
  return (2 * VISIBLE_TOP_MM * scale) / (height + 4);
}

function tooMany(veins: readonly SheetVein[], size: LabelSize, { frames }: LabelRoom): boolean {
  return frames.some(
    (frame) => veins.filter((drawn) => drawn.frame === frame).length > 1.5 * capacityOf(frame, size),
  );
}

/** The first veins of each view, up to twice as many as have room: trying all of thousands would take seconds. */
function withAChance(veins: readonly SheetVein[], size: LabelSize, frames: readonly ViewFrame[]) {
  return frames.flatMap((frame) =>
    veins.filter((drawn) => drawn.frame === frame).slice(0, 2 * capacityOf(frame, size)),
  );
}

function layOutAt(
  size: LabelSize,
  veins: readonly SheetVein[],
  { bounds, frames }: LabelRoom,
  measure: MeasureText,
): LabelLayout {
  const headings = frames.map(headingBox);
  const covered = (box: Box) =>
    frames.some((frame) => coversLeg(frame, (from, to) => legEdges(frame, from, to), box)) ||
    headings.some((heading) => boxesOverlap(heading, box));
  const wishes = withAChance(veins, size, frames).map((drawn) => wishOf(drawn, size, measure));
  const labels = placeLabels(wishes, { bounds, covered });
  const placed = new Set(labels.map(({ key }) => key));
  return { labels, size, leftOut: veins.filter((drawn) => !placed.has(drawn)) };
}

function wishOf(drawn: SheetVein, size: LabelSize, measure: MeasureText): LabelWish<SheetVein> {
  const { frame, shape } = drawn;
  const target = shape.main.filter((_, index) => index % 2 === 0).map((point) => toScreen(frame, point));
  return {
    key: drawn,
    target,
    y: target.reduce((sum, [, y]) => sum + y, 0) / target.length,
    width: widthOf(drawn, size, measure),
    height: size.height,
    legEdges: (fromY, toY) => legEdges(frame, fromY, toY),
    must: false,
  };
}

function widthOf(drawn: SheetVein, size: LabelSize, measure: MeasureText): number {
  const detail = detailOf(drawn);
  const extra = detail === '' ? 0 : measure(detail, size.detail) + 4;
  return Math.ceil(2 * PADDING + signsOf(drawn).length * SIGN + measure(nameOf(drawn), size.name) + extra);
}

const nameOf = ({ vein }: SheetVein) => veinLabel(vein);

/** What stands after the name. Without colour it also says the colour and the session. */
function detailOf({ vein, mark, variant }: SheetVein): string {
  const treated = mark.label ?? (mark.state === 'injected' ? '✓' : '');
  if (variant === 'colour') return treated;
  const parts = [
    treated,
    vein.kind === 'telangiectasia' || vein.colour !== 'blue-green' ? colourLetter(vein.colour) : '',
    mark.sessionNumber === undefined ? '' : laterSession(mark.sessionNumber),
    vein.carriedOverFrom === null ? '' : seenIn(vein.carriedOverFrom),
  ];
  return parts.filter((part) => part !== '').join(' ');
}

/** The signs before the name, from the left; the places are those of a label that begins at 0, 0. */
function signsOf({ mark, variant, colours }: SheetVein): readonly ((x: number, y: number) => SvgElement)[] {
  const { sessionNumber, state } = mark;
  const hasBadge = sessionNumber !== undefined && variant === 'colour';
  const sign = stateSign([0, 0], state, colours);
  return [
    ...(hasBadge ? [(x: number, y: number) => sessionBadge([x, y], sessionNumber, colours)] : []),
    ...(sign === null ? [] : [(x: number, y: number) => stateSign([x, y], state, colours) ?? sign]),
  ];
}

/** A label with its leader. */
export function labelGroup({ key, box, leader }: SheetLabel, size: LabelSize): SvgElement {
  const { colours, variant } = key;
  const [from, to] = leader;
  const middle = (box.minY + box.maxY) / 2;
  const d = `M${from[0].toFixed(2)} ${from[1].toFixed(2)}L${to[0].toFixed(2)} ${to[1].toFixed(2)}`;
  const line = variant === 'colour' ? colours.ctl : colours.ink;
  const frame = {
    x: box.minX + 0.5,
    y: box.minY + 0.5,
    width: box.maxX - box.minX - 1,
    height: box.maxY - box.minY - 1,
    rx: 4,
    fill: colours.surface,
    stroke: line,
    'stroke-width': variant === 'colour' ? 1 : 0.7,
  };
  const signs = signsOf(key);
  const nameX = box.minX + PADDING + signs.length * SIGN;
  const base = middle + size.name.px * 0.36;
  const detail = detailOf(key);
  return svgElement('g', { id: `label-${nameOf(key)}` }, [
    svgElement('path', { d, stroke: line, 'stroke-width': 0.8, fill: 'none' }),
    svgElement('rect', frame),
    ...signs.map((draw, index) => draw(box.minX + PADDING + 6 + index * SIGN, middle)),
    textElement(nameOf(key), { ...size.name, x: nameX, y: base, fill: colours.ink }),
    ...(detail === ''
      ? []
      : [
          textElement(detail, {
            ...size.detail,
            x: box.maxX - PADDING,
            y: base,
            fill: colours.ink,
            anchor: 'end',
          }),
        ]),
  ]);
}
