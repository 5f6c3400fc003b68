import type { MapMark } from '../../../shared/domain/leg-map/map-mark.ts';
import { VEIN_COLOURS, type Vein } from '../../../shared/domain/leg-map/vein.ts';
import { colourLetterMeaning, laterSession, SHEET_TEXT } from '../../text/export-text.ts';
import { COLOUR_WORDS } from '../../text/map-text.ts';
import type { CanvasColours } from '../canvas-colours.ts';
import { colourOfVein } from '../paint/paint-vein.ts';
import type { PunctureDot, VeinMark, VeinState } from '../vein-mark.ts';
import type { MeasureText, SheetVariant } from './map-sheet.ts';
import { dotSign, noteSign, sessionBadge, siteSign, stateSign } from './sheet-signs.ts';
import { textElement } from './sheet-text.ts';
import { isDashed, type SheetVein } from './sheet-veins.ts';
import { svgElement, type SvgElement } from './svg-element.ts';

/** A sign and its meaning. `sample` draws around the middle of its left edge. */
export interface LegendItem {
  readonly words: string;
  readonly wordsColour: string;
  readonly sampleWidth: number;
  readonly sample: (x: number, y: number) => readonly SvgElement[];
}

/** What is on the sheet, as far as the legend goes. */
export interface LegendScope {
  readonly veins: readonly SheetVein[];
  readonly pins: readonly MapMark[];
  readonly dots: readonly PunctureDot[];
  readonly variant: SheetVariant;
  readonly colours: CanvasColours;
}

const FONT = { px: 12, weight: 400 };
const ROW = 21;
const GAP = 18;

/** The signs that are on the sheet, and no others. */
export function legendItems(scope: LegendScope): readonly LegendItem[] {
  return [
    ...kindItems(scope),
    ...colourItems(scope),
    ...dashedItem(scope),
    ...sessionItems(scope),
    ...stateItems(scope),
    ...dotItems(scope),
    ...pinItems(scope),
  ];
}

const words = (text: string, colour: string): LegendItem => ({
  words: text,
  wordsColour: colour,
  sampleWidth: 0,
  sample: () => [],
});

const KINDS = [
  { kind: 'reticular', is: ({ kind, pattern }: Vein) => kind === 'reticular' && pattern === 'line' },
  { kind: 'varicose', is: ({ kind, pattern }: Vein) => kind === 'varicose' && pattern === 'line' },
  { kind: 'web', is: ({ pattern }: Vein) => pattern === 'web' },
  { kind: 'line', is: ({ kind, pattern }: Vein) => kind === 'telangiectasia' && pattern === 'line' },
] as const;
type SampleKind = (typeof KINDS)[number]['kind'];

function kindItems({ veins, variant, colours }: LegendScope): readonly LegendItem[] {
  if (veins.length === 0) return [words(SHEET_TEXT.noVeins, colours.ink)];
  return KINDS.flatMap(({ kind, is }): LegendItem[] => {
    const first = veins.find(({ vein }) => is(vein));
    if (first === undefined) return [];
    const stroke = colourOfVein(colours, first.vein);
    const sample = (x: number, y: number) => [
      svgElement(
        'g',
        { transform: `translate(${x.toFixed(2)} ${y.toFixed(2)})`, fill: 'none', stroke },
        kindSample(kind, variant, colours),
      ),
    ];
    return [{ words: SHEET_TEXT[kind], wordsColour: colours.ink, sampleWidth: 30, sample }];
  });
}

const WAVE = 'M1 2C6 -5 11 4 16 1S25 -3 29 -1';
const WEB =
  'M5 5C9 2 12 -2 22 -5M8 -5C12 -1 17 3 23 4M3 0C10 -1 18 1 26 0M13 -2C14 -4 13 -5 14 -6M16 1C17 3 16 4 17 6';
const HULL = 'M2 0C2 -5 8 -8 15 -7S28 -5 28 0S22 8 15 7S2 5 2 0Z';

function kindSample(kind: SampleKind, variant: SheetVariant, colours: CanvasColours): readonly SvgElement[] {
  switch (kind) {
    case 'reticular':
      return [svgElement('path', { d: WAVE, 'stroke-width': 2.8 })];
    case 'varicose':
      return [
        svgElement('path', { d: WAVE, 'stroke-width': 5 }),
        ...(variant === 'colour'
          ? []
          : [svgElement('path', { d: WAVE, 'stroke-width': 2.8, stroke: colours.surface })]),
      ];
    case 'line':
      return [
        svgElement('path', { d: WAVE, 'stroke-width': 1.1 }),
        svgElement('path', { d: 'M9 0C11 2 12 4 15 5M18 0.6C20 -2 22 -4 24 -5', 'stroke-width': 0.8 }),
      ];
    case 'web':
      return variant === 'colour'
        ? [svgElement('path', { d: WEB, 'stroke-width': 1 })]
        : [
            svgElement('path', { d: WEB, 'stroke-width': 0.8, stroke: colours.ctl }),
            svgElement('path', { d: HULL, 'stroke-width': 1.2 }),
          ];
  }
}

/** The colours that are on the sheet: in their own colour, or as the letters that stand for them. */
function colourItems({ veins, variant, colours }: LegendScope): readonly LegendItem[] {
  const lettered = ({ vein }: SheetVein) =>
    variant === 'colour' || vein.kind === 'telangiectasia' || vein.colour !== 'blue-green';
  const on = VEIN_COLOURS.filter((colour) =>
    veins.some((drawn) => drawn.vein.colour === colour && lettered(drawn)),
  );
  if (variant === 'colour')
    return on.map((colour) => words(COLOUR_WORDS[colour], colourOfVein(colours, { colour })));
  return on.length === 0 ? [] : [words(on.map(colourLetterMeaning).join(', '), colours.ink)];
}

function dashedItem({ veins, colours }: LegendScope): readonly LegendItem[] {
  if (!veins.some(isDashed)) return [];
  const how = { stroke: colours.ink, 'stroke-width': 2, 'stroke-dasharray': '7 3', fill: 'none' };
  const sample = (x: number, y: number) => [
    svgElement('path', { d: `M${x.toFixed(2)} ${y.toFixed(2)}h28`, ...how }),
  ];
  return [{ words: SHEET_TEXT.dashed, wordsColour: colours.ink, sampleWidth: 30, sample }];
}

function sessionItems({ veins, variant, colours }: LegendScope): readonly LegendItem[] {
  const numbers = [...new Set(veins.flatMap(({ mark }) => mark.sessionNumber ?? []))].toSorted(
    (a, b) => a - b,
  );
  if (numbers.length === 0) return [];
  const meaning = numbers.length === 1 ? SHEET_TEXT.plannedSession : SHEET_TEXT.plannedSessions;
  if (variant === 'black-and-white')
    return [words(`${numbers.map(laterSession).join(' ')} ${meaning}`, colours.ink)];
  const sample = (x: number, y: number) =>
    numbers.map((number, index) => sessionBadge([x + 8 + index * 19, y], number, colours));
  return [{ words: meaning, wordsColour: colours.ink, sampleWidth: numbers.length * 19, sample }];
}

const STATE_WORDS: Readonly<Partial<Record<VeinState, string>>> = {
  responding: SHEET_TEXT.responding,
  cleared: SHEET_TEXT.cleared,
  recurred: SHEET_TEXT.recurred,
  new: SHEET_TEXT.new,
  'carried-over': SHEET_TEXT.carriedOver,
  unchanged: SHEET_TEXT.unchanged,
  changed: SHEET_TEXT.changed,
};

function stateItems({ veins, colours }: LegendScope): readonly LegendItem[] {
  const signed = Object.entries(STATE_WORDS).flatMap(([key, meaning]): LegendItem[] => {
    const state = veins.find(({ mark }) => mark.state === key)?.mark.state;
    if (state === undefined) return [];
    const sample = (x: number, y: number) => {
      const sign = stateSign([x + 7, y], state, colours);
      return sign === null ? [] : [sign];
    };
    return [{ words: meaning, wordsColour: colours.ink, sampleWidth: 16, sample }];
  });
  const isOn = (is: (mark: VeinMark) => boolean) => veins.some(({ mark }) => is(mark));
  const ticked = isOn(({ state, label }) => state === 'injected' && (label ?? '✓').includes('✓'));
  const volumes = isOn(({ label }) => label?.endsWith('mL') === true);
  return [
    ...(ticked ? [words(`✓ ${SHEET_TEXT.injected}`, colours.ink)] : []),
    ...(volumes ? [words(SHEET_TEXT.volumes, colours.ink)] : []),
    ...signed,
    ...(isOn(({ dimmed }) => dimmed === true) ? [words(SHEET_TEXT.faint, colours.ink)] : []),
  ];
}

const DOT_WORDS: Readonly<Record<PunctureDot['state'], string>> = {
  given: SHEET_TEXT.puncture,
  'struck-out': SHEET_TEXT.struckOut,
  free: SHEET_TEXT.freeSite,
  next: SHEET_TEXT.punctureToCome,
  'to-come': SHEET_TEXT.punctureToCome,
};

function dotItems({ dots, colours }: LegendScope): readonly LegendItem[] {
  const states = [...new Set(dots.map(({ state }) => state))];
  return states.map((state) => ({
    words: DOT_WORDS[state],
    wordsColour: colours.ink,
    sampleWidth: 16,
    sample: (x, y) => [dotSign([x + 7, y], state, colours)],
  }));
}

function pinItems({ pins, colours }: LegendScope): readonly LegendItem[] {
  const item = (
    mark: MapMark['mark'],
    meaning: string,
    draw: (x: number, y: number) => SvgElement,
  ): readonly LegendItem[] =>
    pins.some((pin) => pin.mark === mark)
      ? [{ words: meaning, wordsColour: colours.ink, sampleWidth: 16, sample: (x, y) => [draw(x + 7, y)] }]
      : [];
  return [
    ...item('site', SHEET_TEXT.site, (x, y) => siteSign([x, y], colours)),
    ...item('note', SHEET_TEXT.note, (x, y) => noteSign([x, y], colours)),
  ];
}

interface PlacedItem {
  readonly item: LegendItem;
  readonly x: number;
  readonly row: number;
}

/** The legend, in as many rows as it takes. */
export interface LegendLayout {
  readonly items: readonly PlacedItem[];
  readonly height: number;
}

/** Sets the items in rows of a width, in pixels. */
export function layOutLegend(
  items: readonly LegendItem[],
  width: number,
  measure: MeasureText,
): LegendLayout {
  const start = measure(SHEET_TEXT.legend, { px: 12, weight: 700 }) + GAP;
  let [x, row] = [start, 0];
  const placed = items.map((item): PlacedItem => {
    const itemWidth = item.sampleWidth + (item.sampleWidth === 0 ? 0 : 5) + measure(item.words, FONT);
    if (x + itemWidth > width && x > start) [x, row] = [start, row + 1];
    const at = { item, x, row };
    x += itemWidth + GAP;
    return at;
  });
  return { items: placed, height: (row + 1) * ROW };
}

/** The legend with its upper left corner at a place. */
export function legendGroup(
  { items }: LegendLayout,
  [left, top]: readonly [number, number],
  colours: CanvasColours,
): SvgElement {
  const baseOf = (row: number) => top + row * ROW + ROW / 2;
  return svgElement('g', { id: 'legend' }, [
    textElement(SHEET_TEXT.legend, {
      x: left,
      y: baseOf(0) + 4,
      px: 12,
      weight: 700,
      fill: colours.ink,
    }),
    ...items.flatMap(({ item, x, row }) => [
      ...item.sample(left + x, baseOf(row)),
      textElement(item.words, {
        x: left + x + item.sampleWidth + (item.sampleWidth === 0 ? 0 : 5),
        y: baseOf(row) + 4,
        ...FONT,
        fill: item.wordsColour,
      }),
    ]),
  ]);
}
