import { addDays, calendarDate, isCalendarDate, type CalendarDate } from '../../shared/kernel/time.ts';

/** A day as people write it: `14.03.1981`, `14/3/81`, `14 3 1981`, `1981-03-14`; day before month. Null if it is none. Two figures of a year mean the latest such year that is not after `latest`. */
export function readDate(text: string, latest: CalendarDate): CalendarDate | null {
  const trimmed = text.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(trimmed);
  if (iso) return dayOf(iso[1], iso[2], iso[3]);
  const written = /^(\d{1,2})[./\s-]+(\d{1,2})[./\s-]+(\d{4}|\d{2})$/.exec(trimmed);
  if (!written) return null;
  const [, day, month, year = ''] = written;
  return year.length === 4 ? dayOf(year, month, day) : dayOf(fullYear(year, latest), month, day);
}

/** The last day of a lot: a day, or a month as it stands on a box (`08/2027`, `2027-08`), which means its last day. */
export function readExpiry(text: string): CalendarDate | null {
  const trimmed = text.trim();
  const month = /^(\d{1,2})[./-](\d{4})$/.exec(trimmed);
  const isoMonth = /^(\d{4})-(\d{1,2})$/.exec(trimmed);
  const [year, number] = month ? [month[2], month[1]] : [isoMonth?.[1], isoMonth?.[2]];
  if (year === undefined) return readDate(trimmed, calendarDate('2099-12-31'));
  const first = dayOf(year, number, '1');
  return first && addDays(calendarDate(`${addDays(first, 31).slice(0, 8)}01`), -1);
}

/** Body weight in grams of `44`, `44.5`, `44,5 kg`; null if it is none from 20 to 300 kg. At most one decimal. */
export function readWeightG(text: string): number | null {
  const match = /^(\d{2,3})(?:[.,](\d))?\s*(?:kg)?$/i.exec(text.trim());
  if (!match) return null;
  const weightG = Number(match[1]) * 1000 + Number(match[2] ?? 0) * 100;
  return weightG >= 20_000 && weightG <= 300_000 ? weightG : null;
}

/** Body height in millimetres of `152`, `152.5 cm`; null if it is none from 100 to 250 cm. */
export function readHeightMm(text: string): number | null {
  const match = /^(\d{3})(?:[.,](\d))?\s*(?:cm)?$/i.exec(text.trim());
  if (!match) return null;
  const heightMm = Number(match[1]) * 10 + Number(match[2] ?? 0);
  return heightMm >= 1000 && heightMm <= 2500 ? heightMm : null;
}

/** Substances separated by commas or lines, without blanks and doubles. */
export function readSubstances(text: string): readonly string[] {
  const words = text.split(/[,;\n]/).map((word) => word.trim());
  return [...new Set(words.filter((word) => word !== ''))];
}

function dayOf(year = '', month = '', day = ''): CalendarDate | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCalendarDate(text) ? calendarDate(text) : null;
}

function fullYear(twoFigures: string, latest: CalendarDate): string {
  const century = Number(latest.slice(0, 2));
  const inThis = `${String(century)}${twoFigures}`;
  return inThis <= latest.slice(0, 4) ? inThis : `${String(century - 1)}${twoFigures}`;
}
