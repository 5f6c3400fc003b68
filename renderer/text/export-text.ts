import type { LegView, VeinColour } from '../../shared/domain/leg-map/vein.ts';
import type { CalendarDate } from '../../shared/kernel/time.ts';
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
  faint: 'faint: not due',
  site: 'injection site',
  note: 'note',
  measured: (mm: number) => `measured: ${String(mm)} mm`,
  born: (date: CalendarDate) => `Born ${dateText(date)}`,
  record: (recordNumber: string) => `Record ${recordNumber}`,
  map: (date: CalendarDate) => `Leg map ${dateText(date)}`,
  demo: 'DEMO CLINIC · fictional patient',
  sides: 'Right is left on the page in anterior views, as the viewer faces the patient',
  noRoom: (labels: readonly string[]) => `Drawn without a label, for want of room: ${labels.join(', ')}`,
  moreNotes: (count: number) => `and ${String(count)} more ${count === 1 ? 'note' : 'notes'} on the map`,
} as const;

/** `LEFT LEG`, `RIGHT LEG`, or on two lines `BOTH` and `LEGS`. */
export function legBlockWords(views: readonly LegView[]): readonly [string, string] {
  const legs = new Set(views.map(({ leg }) => leg));
  if (legs.size > 1) return ['BOTH', 'LEGS'];
  return [legs.has('left') ? 'LEFT' : 'RIGHT', 'LEG'];
}
