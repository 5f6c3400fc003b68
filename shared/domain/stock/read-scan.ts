import { addDays, calendarDate, isCalendarDate, type CalendarDate } from '../../kernel/time.ts';
import { GS1_ELEMENTS } from './gs1-elements.ts';
import { isGtin } from './gtin.ts';

/** What a box says of itself, as far as its code has it. */
export interface ScannedPack {
  /** 14 digits with a right check digit; null where the code names the product otherwise. */
  readonly gtin: string | null;
  /** The German pharmacy product number, where the code has that. */
  readonly ppn: string | null;
  readonly lotNumber: string | null;
  readonly expiresOn: CalendarDate | null;
}

export type ScanReading =
  | { readonly kind: 'read'; readonly pack: ScannedPack }
  /** A separator is missing and the code can be read in several ways: somebody has to look at the box. */
  | { readonly kind: 'ambiguous'; readonly packs: readonly ScannedPack[] }
  | {
      readonly kind: 'unreadable';
      readonly because: 'not-a-pack-code' | 'wrong-check-digit' | 'no-such-day';
    };

export interface ScanSettings {
  /** Years of two digits are read around this day: up to 49 years back, 50 ahead, as GS1 has it. */
  readonly today: CalendarDate;
  /** The character that the scanner types in place of the separator, if it was set up to do so. */
  readonly separator: string | null;
  /** Whether the scanner is known to send separators: then what has none has none. */
  readonly sendsSeparators: boolean;
}

const GROUP_SEPARATOR = '\u001d';
/** What is not printed at the end: record separator and end of transmission, as the German code has it. */
const END_OF_MESSAGE = /[^ -~]+$/;
/** Enough to see that there is a choice. */
const MOST_READINGS = 8;

type Elements = ReadonlyMap<string, string>;

/**
 * Reads what a scanner typed from the code on a box: GS1 (also with its identifiers in brackets, as printed) or the German
 * pharmacy code. The separator behind a lot may come as ASCII 29, as `Alt+029`, as an agreed character, or be lost: if the rest
 * can then be read in more than one way, nothing is guessed.
 */
export function readScan(typed: string, settings: ScanSettings): ScanReading {
  const code = normalised(typed, settings.separator);
  const found = code.startsWith('[)>') ? readIfa(code) : readGs1(code, settings.sendsSeparators);
  if (found.length === 0) return { kind: 'unreadable', because: 'not-a-pack-code' };
  const readings = found.map((elements) => packOf(elements, settings.today));
  const packs = distinct(readings.flatMap((reading) => (typeof reading === 'string' ? [] : [reading])));
  const [pack] = packs;
  if (pack) return packs.length === 1 ? { kind: 'read', pack } : { kind: 'ambiguous', packs };
  const because = readings.find((reading) => typeof reading === 'string');
  return { kind: 'unreadable', because: because ?? 'not-a-pack-code' };
}

/** What names the product on its box, to be remembered: `gtin:` or `ppn:` and the number. Null if the code names none. */
export function packCode({ gtin, ppn }: Pick<ScannedPack, 'gtin' | 'ppn'>): string | null {
  if (gtin !== null) return `gtin:${gtin}`;
  return ppn === null ? null : `ppn:${ppn}`;
}

/** The symbology prefix taken off (`]d2`, `]C1`, `]Q3`), every kind of separator made one. */
function normalised(typed: string, separator: string | null): string {
  const agreed =
    separator === null || separator === '' ? typed : typed.replaceAll(separator, GROUP_SEPARATOR);
  const plain = agreed
    .trim()
    .replace(/^\](?:d2|C1|Q3|e0|d1)/, '')
    .replace(/Alt\+0?29/gi, GROUP_SEPARATOR);
  return withoutFirst(GROUP_SEPARATOR, plain);
}

function withoutFirst(first: string, text: string): string {
  return text.startsWith(first) ? text.slice(first.length) : text;
}

/** Every way in which a GS1 code can be read; none if it is no such code. */
function readGs1(code: string, sendsSeparators: boolean): readonly Elements[] {
  if (/^\(\d{2,4}\)/.test(code)) {
    const elements = readBracketed(code);
    return elements ? [elements] : [];
  }
  const readings: Elements[] = [];
  const mayBeLost = !sendsSeparators && !code.includes(GROUP_SEPARATOR);
  readFrom(code, new Map(), { mayBeLost, found: readings });
  return readings;
}

/** `(01)…(17)…(10)…`, as it is printed beside the code. */
function readBracketed(code: string): Elements | null {
  const elements = new Map<string, string>();
  const parts = [...code.matchAll(/\((\d{2,4})\)([^(]*)/g)];
  if (parts.map(([whole]) => whole).join('') !== code) return null;
  for (const [, identifier = '', content = ''] of parts) {
    const form = GS1_ELEMENTS.find((element) => element.identifier === identifier);
    const value = content.replaceAll(GROUP_SEPARATOR, '').trim();
    if (!form || elements.has(identifier) || !fitsForm(form, value)) return null;
    elements.set(identifier, value);
  }
  return elements;
}

interface Readings {
  /** Whether an element of open length may end anywhere. */
  readonly mayBeLost: boolean;
  readonly found: Elements[];
}

function readFrom(rest: string, before: Elements, readings: Readings): void {
  if (readings.found.length >= MOST_READINGS) return;
  if (rest === '') {
    if (before.size > 0) readings.found.push(before);
    return;
  }
  for (const form of GS1_ELEMENTS) {
    if (!rest.startsWith(form.identifier) || before.has(form.identifier)) continue;
    const content = rest.slice(form.identifier.length);
    for (const length of lengthsOf(form, content, readings.mayBeLost)) {
      const value = content.slice(0, length);
      if (!fitsForm(form, value)) continue;
      const behind = withoutFirst(GROUP_SEPARATOR, content.slice(length));
      readFrom(behind, new Map(before).set(form.identifier, value), readings);
    }
  }
}

/** How long the content of an element may be here: as fixed, to the separator, or where that may be lost, anything, the longest first. */
function lengthsOf(form: ElementForm, content: string, mayBeLost: boolean): readonly number[] {
  if (form.length !== null) return content.length >= form.length ? [form.length] : [];
  const end = content.indexOf(GROUP_SEPARATOR);
  const longest = Math.min(form.most, end < 0 ? content.length : end);
  if (!mayBeLost) return end < 0 ? [content.length] : [end];
  return Array.from({ length: longest }, (_, shorter) => longest - shorter);
}

type ElementForm = (typeof GS1_ELEMENTS)[number];

function fitsForm(form: ElementForm, value: string): boolean {
  if (form.length !== null && value.length !== form.length) return false;
  return value.length <= form.most && form.content.test(value);
}

/** The German code: `[)>` RS `06` GS, then elements of the letters that ANSI MH10.8.2 has, each behind a separator. */
function readIfa(code: string): readonly Elements[] {
  const [head = '', ...parts] = code.split(GROUP_SEPARATOR);
  if (!/^\[\)>\W?0[56]$/.test(head)) return [];
  const names: readonly (readonly [string, string])[] = [
    ['9N', 'ppn'],
    ['8P', '01'],
    ['1T', '10'],
    ['D', '17'],
    ['S', '21'],
  ];
  const elements = new Map<string, string>();
  for (const part of parts.map((text) => text.replace(END_OF_MESSAGE, ''))) {
    const name = names.find(([letters]) => part.startsWith(letters));
    if (name && !elements.has(name[1])) elements.set(name[1], part.slice(name[0].length));
  }
  return elements.size > 0 ? [elements] : [];
}

function packOf(
  elements: Elements,
  today: CalendarDate,
): ScannedPack | 'wrong-check-digit' | 'no-such-day' | 'not-a-pack-code' {
  const gtin = elements.get('01') ?? null;
  const ppn = elements.get('ppn') ?? null;
  if (gtin === null && ppn === null) return 'not-a-pack-code';
  if (gtin !== null && !isGtin(gtin.padStart(14, '0'))) return 'wrong-check-digit';
  const expiry = elements.get('17');
  const expiresOn = expiry === undefined ? null : expiryOf(expiry, today);
  if (expiry !== undefined && expiresOn === null) return 'no-such-day';
  return { gtin: gtin && gtin.padStart(14, '0'), ppn, lotNumber: elements.get('10') ?? null, expiresOn };
}

/** `YYMMDD`; day 00 is the last of the month. */
function expiryOf(text: string, today: CalendarDate): CalendarDate | null {
  const [, figures, month, day] = /^(\d{2})(\d{2})(\d{2})$/.exec(text) ?? [];
  if (figures === undefined || month === undefined || day === undefined) return null;
  const year = fullYear(Number(figures), Number(today.slice(0, 4)));
  if (day !== '00') return dayOf(`${String(year)}-${month}-${day}`);
  const first = dayOf(`${String(year)}-${month}-01`);
  return first && addDays(calendarDate(`${addDays(first, 31).slice(0, 8)}01`), -1);
}

function dayOf(text: string): CalendarDate | null {
  return isCalendarDate(text) ? text : null;
}

/** Two figures of a year: 51 or more ahead of this year's mean the century before, 50 or more behind it the next. */
function fullYear(figures: number, thisYear: number): number {
  const century = thisYear - (thisYear % 100);
  const ahead = figures - (thisYear % 100);
  if (ahead >= 51) return century - 100 + figures;
  return ahead <= -50 ? century + 100 + figures : century + figures;
}

function distinct(packs: readonly ScannedPack[]): readonly ScannedPack[] {
  const seen = new Map(packs.map((pack) => [JSON.stringify(pack), pack]));
  return [...seen.values()];
}
