import type { MapMark, ScaleMark } from '../../../shared/domain/leg-map/map-mark.ts';
import { sameView } from '../../../shared/domain/leg-map/views.ts';
import type { Point } from '../../../shared/geometry/point.ts';
import { SHEET_TEXT } from '../../text/export-text.ts';
import type { CanvasColours } from '../canvas-colours.ts';
import { toScreen, type ViewFrame } from '../layout/arrange-views.ts';
import type { PunctureDot } from '../vein-mark.ts';
import type { MeasureText } from './map-sheet.ts';
import { dotSign, noteSign, siteSign } from './sheet-signs.ts';
import { cutToFit, textElement } from './sheet-text.ts';
import { svgElement, type SvgElement } from './svg-element.ts';

/** A mark of the map on the sheet. One that has words carries a number, under which they stand below the map. */
export interface SheetPin {
  readonly pin: MapMark;
  readonly frame: ViewFrame;
  /** The same for the same words. */
  readonly number: number | null;
}

function wordsOf(pin: MapMark): string {
  const words = pin.mark === 'note' ? pin.text : pin.mark === 'site' ? pin.note : '';
  return words.replaceAll(/\s+/g, ' ').trim();
}

/** The marks that the frames show, view by view and downwards, numbered where they have words. */
export function sheetPins(pins: readonly MapMark[], frames: readonly ViewFrame[]): readonly SheetPin[] {
  const numbers = new Map<string, number>();
  const numberOf = (words: string) => {
    const number = numbers.get(words) ?? numbers.size + 1;
    numbers.set(words, number);
    return number;
  };
  return frames.flatMap((frame) =>
    pins
      .filter((pin) => sameView(pin, frame.view))
      .toSorted((a, b) => pointOf(b)[1] - pointOf(a)[1])
      .map((pin) => ({ pin, frame, number: wordsOf(pin) === '' ? null : numberOf(wordsOf(pin)) })),
  );
}

const pointOf = (pin: MapMark) => (pin.mark === 'scale' ? pin.from : pin.point);

export function pinGroup({ pin, frame, number }: SheetPin, colours: CanvasColours): SvgElement {
  if (pin.mark === 'scale') return measuredLine(pin, frame, colours);
  const at = toScreen(frame, pin.point);
  const sign = pin.mark === 'site' ? siteSign(at, colours) : noteSign(at, colours);
  const beside: Point = [at[0] + 9, at[1] + 5];
  const label = number === null ? [] : [wordsOnLeg(String(number), beside, colours)];
  return svgElement('g', {}, [sign, ...label]);
}

/** Words that stay legible on whatever they stand. */
function wordsOnLeg(words: string, [x, y]: Point, colours: CanvasColours): SvgElement {
  const how = {
    stroke: colours.surface,
    'stroke-width': 3,
    'stroke-linejoin': 'round',
    'paint-order': 'stroke',
  };
  return svgElement('g', how, [textElement(words, { x, y, px: 12, weight: 700, fill: colours.ink })]);
}

/** The punctures that the frames show; free sites with their names. */
export function dotGroups(
  dots: readonly PunctureDot[],
  frames: readonly ViewFrame[],
  colours: CanvasColours,
): readonly SvgElement[] {
  return frames.flatMap((frame) =>
    dots
      .filter((dot) => sameView(dot, frame.view))
      .map(({ point, state, text }) => {
        const at = toScreen(frame, point);
        const name = text === undefined ? [] : [wordsOnLeg(text, [at[0] + 8, at[1] + 4], colours)];
        return svgElement('g', {}, [dotSign(at, state, colours), ...name]);
      }),
  );
}

function measuredLine(pin: ScaleMark, frame: ViewFrame, colours: CanvasColours): SvgElement {
  const [from, to] = [toScreen(frame, pin.from), toScreen(frame, pin.to)];
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
  const [nx, ny] = [(-(to[1] - from[1]) / length) * 4, ((to[0] - from[0]) / length) * 4];
  const tick = ([x, y]: Point) =>
    `M${(x - nx).toFixed(2)} ${(y - ny).toFixed(2)}l${(2 * nx).toFixed(2)} ${(2 * ny).toFixed(2)}`;
  const d = `M${from[0].toFixed(2)} ${from[1].toFixed(2)}L${to[0].toFixed(2)} ${to[1].toFixed(2)}${tick(from)}${tick(to)}`;
  const words: Point = [(from[0] + to[0]) / 2 + 7, (from[1] + to[1]) / 2 + 4];
  return svgElement('g', {}, [
    svgElement('path', { d, stroke: colours.ink, 'stroke-width': 1.3, fill: 'none' }),
    wordsOnLeg(SHEET_TEXT.measured(pin.distanceMm), words, colours),
  ]);
}

const FONT = { px: 11, weight: 400 };
const ROW = 16;
const COLUMNS = 2;
const MOST_ROWS = 4;

/** The words of the marks in two columns, as far as there is room. */
export interface NoteList {
  readonly lines: readonly string[];
  readonly height: number;
}

export function layOutNotes(pins: readonly SheetPin[], width: number, measure: MeasureText): NoteList {
  const numbered = new Map(
    pins.flatMap(({ pin, number }) => (number === null ? [] : [[number, pin] as const])),
  );
  const all = [...numbered].map(([number, pin]) => `${String(number)}  ${wordsOf(pin)}`);
  const most = COLUMNS * MOST_ROWS;
  const shown = all.length > most ? all.slice(0, most - 1) : all;
  const columnWidth = width / COLUMNS - 12;
  const lines = shown.map((line) => cutToFit(line, columnWidth, measure, FONT));
  const rest = all.length - shown.length;
  const told = rest === 0 ? lines : [...lines, SHEET_TEXT.moreNotes(rest)];
  return { lines: told, height: Math.ceil(told.length / COLUMNS) * ROW };
}

export function noteListGroup(
  { lines }: NoteList,
  [left, top]: Point,
  width: number,
  colours: CanvasColours,
): SvgElement {
  const rows = Math.ceil(lines.length / COLUMNS);
  return svgElement(
    'g',
    { id: 'notes' },
    lines.map((line, index) =>
      textElement(line, {
        x: left + Math.floor(index / rows) * (width / COLUMNS),
        y: top + (index % rows) * ROW + 12,
        ...FONT,
        fill: colours.ink,
      }),
    ),
  );
}
