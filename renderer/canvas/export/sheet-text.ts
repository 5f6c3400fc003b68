import type { MeasureText, SheetFont } from './map-sheet.ts';
import { svgElement, type SvgElement } from './svg-element.ts';

/** Where a text stands: `y` is its base line. */
export interface TextPlace extends SheetFont {
  readonly x: number;
  readonly y: number;
  readonly fill: string;
  readonly anchor?: 'start' | 'middle' | 'end';
}

export function textElement(text: string, place: TextPlace): SvgElement {
  const { x, y, px, weight, fill, anchor } = place;
  const how = { x, y, fill, 'font-size': px, 'font-weight': weight };
  return svgElement('text', anchor === undefined ? how : { ...how, 'text-anchor': anchor }, [text]);
}

const SIGNS = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The text, cut off with an ellipsis where it is wider than its room. */
export function cutToFit(text: string, room: number, measure: MeasureText, font: SheetFont): string {
  if (measure(text, font) <= room) return text;
  const ends = Array.from(SIGNS.segment(text), ({ index }) => index);
  const cut = (count: number) => `${text.slice(0, ends[count] ?? 0).trimEnd()}…`;
  let [fits, tooMany] = [0, ends.length];
  while (tooMany - fits > 1) {
    const count = Math.floor((fits + tooMany) / 2);
    if (measure(cut(count), font) <= room) fits = count;
    else tooMany = count;
  }
  return cut(fits);
}

/** The largest size, not above `font.px`, at which a text fits its room; 8 px at least. */
export function sizeToFit(text: string, room: number, measure: MeasureText, font: SheetFont): number {
  const width = measure(text, font);
  return width <= room ? font.px : Math.max(8, Math.floor((font.px * room * 10) / width) / 10);
}

/** The text in lines no wider than its room; a word that is wider by itself is cut. */
export function wrapText(
  text: string,
  room: number,
  measure: MeasureText,
  font: SheetFont,
): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && measure(longer, font) <= room) lines[lines.length - 1] = longer;
    else lines.push(cutToFit(word, room, measure, font));
  }
  return lines;
}
