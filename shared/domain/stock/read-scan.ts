import { addDays, calendarDate, isCalendarDate, type CalendarDate } from '../../kernel/time.ts';
import { isGtin } from './gtin.ts';
import { readElements, type ElementSettings, type ScanElements } from './scan-elements.ts';
import { TEST_GTIN } from './test-code.ts';

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
      /** `test-code`: the code that the program shows to try a scanner with; it is on no box. */
      readonly because: 'not-a-pack-code' | 'wrong-check-digit' | 'no-such-day' | 'test-code';
    };

export interface ScanSettings extends ElementSettings {
  /** Years of two digits are read around this day: up to 49 years back, 50 ahead, as GS1 has it. */
  readonly today: CalendarDate;
}

/**
 * Reads what a scanner typed from the code on a box: GS1 (also with its identifiers in brackets, as printed) or the German
 * pharmacy code. The separator behind a lot may come as ASCII 29, as `Alt+029`, as an agreed character, or be lost: if the rest
 * can then be read in more than one way, nothing is guessed.
 */
export function readScan(typed: string, settings: ScanSettings): ScanReading {
  const found = readElements(typed, settings);
  if (found.length === 0) return { kind: 'unreadable', because: 'not-a-pack-code' };
  if (found.some((elements) => elements.get('01') === TEST_GTIN))
    return { kind: 'unreadable', because: 'test-code' };
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

function packOf(
  elements: ScanElements,
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
