import type { LegView } from '../../../shared/domain/leg-map/vein.ts';
import type { Box } from '../../../shared/geometry/point.ts';
import { legBlockWords, SHEET_TEXT } from '../../text/export-text.ts';
import type { CanvasColours } from '../canvas-colours.ts';
import type { MapSheet, MeasureText } from './map-sheet.ts';
import { cutToFit, sizeToFit, textElement } from './sheet-text.ts';
import { svgElement, type SvgElement } from './svg-element.ts';

export const TITLE_HEIGHT = 74;
/** How wide `legBlock` is. */
export const BLOCK_WIDTH = 132;
const BLOCK_HEIGHT = 58;

/** Who, of when and which leg, over a line: `box` is the part of the sheet that it fills. */
export function titleBlock(
  sheet: MapSheet,
  box: Box,
  colours: CanvasColours,
  measure: MeasureText,
): readonly SvgElement[] {
  const { titleBlock: words } = sheet;
  const blockX = box.maxX - BLOCK_WIDTH;
  const rightX = blockX - 16;
  const rightRoom = (box.maxX - box.minX) * 0.24;
  const leftRoom = rightX - rightRoom - 16 - box.minX;
  const nameFont = { px: 21, weight: 700 };
  const namePx = sizeToFit(words.patientName, leftRoom, measure, nameFont);
  const left = { x: box.minX, fill: colours.ink };
  const right = { x: rightX, fill: colours.ink, anchor: 'end' } as const;
  const small = { px: 13, weight: 400 };
  const bold = { px: 13, weight: 700 };
  const record = SHEET_TEXT.record(words.recordNumber);
  const recordX = box.minX + measure(`${SHEET_TEXT.born(words.birthDate)}  ·  `, small);
  const cut = (text: string, room: number) => cutToFit(text, room, measure, small);
  const top = box.minY;
  return [
    textElement(cutToFit(words.patientName, leftRoom, measure, { ...nameFont, px: namePx }), {
      ...left,
      y: top + 19,
      ...nameFont,
      px: namePx,
    }),
    textElement(`${SHEET_TEXT.born(words.birthDate)} ·`, { ...left, y: top + 39, ...small }),
    textElement(cutToFit(record, leftRoom - (recordX - box.minX), measure, bold), {
      ...left,
      x: recordX,
      y: top + 39,
      ...bold,
    }),
    textElement(cut(words.caseName, leftRoom), { ...left, y: top + 57, ...small }),
    textElement(SHEET_TEXT.map(words.mapDate), { ...right, y: top + 17, px: 17, weight: 700 }),
    textElement(cut(words.clinicName, rightRoom), { ...right, y: top + 36, ...small }),
    ...(words.isDemo ? demoMark(rightX, top + 43, colours, measure) : []),
    ...legBlock(sheet.views, [blockX, top], colours),
    svgElement('path', {
      d: `M${box.minX.toFixed(2)} ${(box.maxY - 5).toFixed(2)}H${box.maxX.toFixed(2)}`,
      stroke: colours.ink,
      'stroke-width': 2,
    }),
  ];
}

/** Says that the clinic is the demo; `right` is its right edge, `y` its upper one. It is 18 px high. */
export function demoMark(
  right: number,
  y: number,
  colours: CanvasColours,
  measure: MeasureText,
): readonly SvgElement[] {
  const font = { px: 11, weight: 600 };
  const width = measure(SHEET_TEXT.demo, font) + 12;
  return [
    svgElement('rect', {
      x: right - width,
      y,
      width,
      height: 18,
      rx: 3,
      fill: colours.surface,
      stroke: colours.ink,
      'stroke-dasharray': '4 2.5',
    }),
    textElement(SHEET_TEXT.demo, {
      ...font,
      x: right - width / 2,
      y: y + 13,
      fill: colours.ink,
      anchor: 'middle',
    }),
  ];
}

const RIGHT_LEG = 'M1.5 1.5H11.5L10.6 16L8.9 28.5H4.9L3.2 16Z';
const LEFT_LEG = 'M14.5 1.5H24.5L22.8 16L21.1 28.5H17.1L15.4 16Z';

/** The leg in words on a solid block, beside two legs of a patient who faces the reader; the ones meant are filled. */
export function legBlock(
  views: readonly LegView[],
  [x, y]: readonly [number, number],
  colours: CanvasColours,
): readonly SvgElement[] {
  const legs = new Set(views.map(({ leg }) => leg));
  const figure = (d: string, letter: string, letterX: number, on: boolean) => [
    svgElement('path', {
      d,
      fill: on ? colours['on-ink'] : colours.ink,
      stroke: colours['on-ink'],
      'stroke-width': 1.2,
    }),
    textElement(letter, {
      x: letterX,
      y: 11,
      px: 9,
      weight: 700,
      fill: on ? colours.ink : colours['on-ink'],
      anchor: 'middle',
    }),
  ];
  const [first, second] = legBlockWords(views);
  const word = { x: x + 58, px: 19, weight: 700, fill: colours['on-ink'] };
  return [
    svgElement('g', { id: 'leg-block' }, [
      svgElement('rect', { x, y, width: BLOCK_WIDTH, height: BLOCK_HEIGHT, rx: 5, fill: colours.ink }),
      svgElement('g', { transform: `translate(${(x + 8).toFixed(2)} ${(y + 7).toFixed(2)}) scale(1.5)` }, [
        ...figure(RIGHT_LEG, 'R', 6.5, legs.has('right')),
        ...figure(LEFT_LEG, 'L', 19.5, legs.has('left')),
      ]),
      textElement(first, { ...word, y: y + 26 }),
      textElement(second, { ...word, y: y + 48 }),
    ]),
  ];
}
