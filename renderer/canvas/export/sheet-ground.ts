import { LANDMARKS_MM } from '../../../shared/domain/leg-map/leg-reference.ts';
import { LEVEL_LINES_MM, LEVELS } from '../../../shared/domain/leg-map/region.ts';
import { LEVEL_WORDS, viewSides, viewTitle } from '../../text/map-text.ts';
import type { Box, Point } from '../../../shared/geometry/point.ts';
import type { CanvasColours } from '../canvas-colours.ts';
import { extentOf, VISIBLE_TOP_MM, type ViewFrame } from '../layout/arrange-views.ts';
import { textElement } from './sheet-text.ts';
import { svgElement, type SvgElement } from './svg-element.ts';

/** Dotted lines between the levels of the leg, with their names at the left edge. */
export function levelLines(
  frames: readonly ViewFrame[],
  width: number,
  colours: CanvasColours,
): readonly SvgElement[] {
  const rows = frames.filter((frame, index) => frames.findIndex(({ y }) => y === frame.y) === index);
  return rows.flatMap((frame) => {
    const ys = LEVEL_LINES_MM.map((height) => frame.y - height * frame.scale);
    const d = ys.map((y) => `M0 ${y.toFixed(2)}H${width.toFixed(2)}`).join('');
    const px = Math.min(12, ((LANDMARKS_MM.groin / 7) * frame.scale) / 1.6);
    const names = ys.slice(0, -1).flatMap((y, index) => {
      const level = LEVELS[index];
      if (level === undefined) return [];
      const place = { x: 0, y: (y + (ys[index + 1] ?? y)) / 2 + px * 0.35, px, weight: 400 };
      return [textElement(LEVEL_WORDS[level], { ...place, fill: colours.ink3 })];
    });
    const how = { stroke: colours.line, 'stroke-width': 1, 'stroke-dasharray': '1.2 4', fill: 'none' };
    return [svgElement('path', { d, ...how }), ...names];
  });
}

/** Leg and aspect above a view, and under it which side lies where; in the words of the staff unless told. */
export function viewHeading(
  frame: ViewFrame,
  colours: CanvasColours,
  [title, sides]: readonly [string, string] = [viewTitle(frame.view), viewSides(frame.view)],
): readonly SvgElement[] {
  const [x, top] = headingPlace(frame);
  const middle = { x, anchor: 'middle' } as const;
  return [
    textElement(title, { ...middle, y: top + 17, px: 14, weight: 700, fill: colours.ink }),
    textElement(sides, { ...middle, y: top + 33, px: 12, weight: 400, fill: colours.ink2 }),
  ];
}

/** The part of the sheet that belongs to the heading of a view. */
export function headingBox(frame: ViewFrame): Box {
  const [x, top] = headingPlace(frame);
  return { minX: x - 72, minY: top, maxX: x + 72, maxY: top + 40 };
}

function headingPlace({ view, x, y, scale }: ViewFrame): Point {
  const [left, right] = extentOf(view);
  const middle = x + ((Math.max(left, -95) + Math.min(right, 95)) / 2) * scale;
  return [middle, y - VISIBLE_TOP_MM * scale - 46];
}

const BAR_LENGTHS_MM = [10, 20, 50, 100, 200];

/** A bar of a round length of the patient's own leg, at the left edge. */
export function scaleBar(scale: number, heightScale: number, y: number, colours: CanvasColours): SvgElement {
  const pxPerMm = scale / heightScale;
  const lengthMm = BAR_LENGTHS_MM.find((mm) => mm * pxPerMm >= 56) ?? 200;
  const [left, right] = [1, 1 + lengthMm * pxPerMm];
  const d = [
    `M${left.toFixed(3)} ${y.toFixed(2)}H${right.toFixed(3)}`,
    ...[left, right].map((x) => `M${x.toFixed(3)} ${(y - 5).toFixed(2)}v10`),
  ].join('');
  return svgElement('g', { id: 'scale-bar' }, [
    svgElement('path', { d, stroke: colours.ink, 'stroke-width': 1.5, fill: 'none' }),
    textElement(`${String(lengthMm)} mm`, {
      x: (left + right) / 2,
      y: y - 9,
      px: 12,
      weight: 600,
      fill: colours.ink,
      anchor: 'middle',
    }),
  ]);
}
