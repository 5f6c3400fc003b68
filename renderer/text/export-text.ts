import type { LegView, VeinColour } from '../../shared/domain/leg-map/vein.ts';
import type { CalendarDate } from '../../shared/kernel/time.ts';
import type { HandOutcome } from '../features/map/export/hand-out.ts';
import { COLOUR_WORDS } from './map-text.ts';
import { dateText } from './format.ts';

const COLOUR_LETTERS: Readonly<Record<VeinColour, string>> = {
  red: 'r',
  purple: 'p',
  blue: 'b',
  'blue-green': 'bg',
};

/** `r`: the colour of a vein where nothing is printed in colour. */
export function colourLetter(colour: VeinColour): string {
  return COLOUR_LETTERS[colour];
}

/** `r red`: what the letter means. */
export function colourLetterMeaning(colour: VeinColour): string {
  return `${COLOUR_LETTERS[colour]} ${COLOUR_WORDS[colour]}`;
}

/** `→ S3`: planned for session 3. */
export function laterSession(number: number): string {
  return `→ S${String(number)}`;
}

/** `2021?`: taken from a map of that year and not seen since. */
export function seenIn(date: CalendarDate): string {
  return `${date.slice(0, 4)}?`;
}

/** The words on a picture of the map. */
export const SHEET_TEXT = {
  legend: 'Legend',
  reticular: 'reticular',
  varicose: 'varicose',
  web: 'web',
  line: 'telangiectasia, line',
  noVeins: 'no veins mapped here',
  plannedSession: 'planned session',
  plannedSessions: 'planned sessions',
  dashed: 'dashed: not treated, or due again',
  injected: 'injected',
  responding: 'responding',
  cleared: 'cleared',
  recurred: 'recurred',
  new: 'new',
  carriedOver: 'carried over, to be confirmed',
  unchanged: 'unchanged',
  changed: 'changed',
  faint: 'faint: not due',
  volumes: 'mL: injected so far',
  puncture: 'injection',
  punctureToCome: 'injection to come',
  struckOut: 'struck out',
  freeSite: 'free site',
  site: 'site to inject',
  note: 'note',
  measured: (mm: number) => `measured: ${String(mm)} mm`,
  born: (date: CalendarDate) => `Born ${dateText(date)}`,
  record: (recordNumber: string) => `Record ${recordNumber}`,
  map: (date: CalendarDate) => `Leg map ${dateText(date)}`,
  demo: 'DEMO CLINIC · fictional patient',
  sides: 'Right is left on the page in anterior views, as the viewer faces the patient',
  noRoom: (labels: readonly string[]) =>
    `No room for the ${labels.length === 1 ? 'label' : `${String(labels.length)} labels`} of ${labels.join(', ')}`,
  moreNotes: (count: number) => `and ${String(count)} more ${count === 1 ? 'note' : 'notes'} on the map`,
} as const;

/** `LEFT LEG`, `RIGHT LEG`, or on two lines `BOTH` and `LEGS`. */
export function legBlockWords(views: readonly LegView[]): readonly [string, string] {
  const legs = new Set(views.map(({ leg }) => leg));
  if (legs.size > 1) return ['BOTH', 'LEGS'];
  return [legs.has('left') ? 'LEFT' : 'RIGHT', 'LEG'];
}

/** `Spider veins of both legs · case opened 3 Sep 2026`. */
export function caseWords(reason: string, openedOn: CalendarDate): string {
  return `${reason} · case opened ${dateText(openedOn)}`;
}

/** The dialog that saves or copies the map. */
export const EXPORT_TEXT = {
  command: 'Save or copy the map',
  views: 'Views',
  viewChoices: { shown: 'As shown', right: 'Right leg', left: 'Left leg', both: 'Both legs' },
  variant: 'Print',
  variants: { colour: 'Colour', 'black-and-white': 'Black and white' },
  size: 'Size',
  sizes: { a4: 'A4 landscape', slide: 'Slide 16:9' },
  preview: 'Preview of the picture',
  drawing: 'Drawing the picture …',
  notDrawn: 'The picture could not be drawn',
  privacy:
    'The picture shows the patient’s name, record number and birth date. The file name holds only the record number.',
  saveSvg: 'Save as SVG',
  savePng: 'Save as PNG',
  copy: 'Copy as picture',
  svgHint: 'SVG stays sharp at any size and can be edited. PNG goes into letters and slides.',
} as const;

/** What became of a picture that was to be saved or copied. */
export function outcomeText(outcome: HandOutcome): {
  readonly words: string;
  readonly tone: 'ok' | 'plain' | 'hard';
} {
  switch (outcome.type) {
    case 'saved':
      return { words: 'Saved.', tone: 'ok' };
    case 'downloading':
      return {
        words: `Handed to the browser, which puts it among its downloads: ${outcome.fileName}`,
        tone: 'ok',
      };
    case 'cancelled':
      return { words: 'Not saved.', tone: 'plain' };
    case 'copied':
      return { words: 'Copied. It can be pasted now.', tone: 'ok' };
    case 'clipboard-refused':
      return { words: 'The clipboard refused the picture. Save it as PNG instead.', tone: 'hard' };
    case 'not-written':
      return { words: 'The file could not be written. Choose another place.', tone: 'hard' };
    case 'not-drawn':
      return { words: 'The picture could not be drawn. Close this dialog and try again.', tone: 'hard' };
  }
}
