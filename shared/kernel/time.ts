import type { Brand } from './brand.ts';

/** A moment as an ISO 8601 string in UTC with milliseconds, so that text order is time order. */
export type Instant = Brand<string, 'instant'>;
/** A day in the clinic's own calendar, `YYYY-MM-DD`. */
export type CalendarDate = Brand<string, 'date'>;

/** A stretch of time: from its first moment to the first one after it. */
export interface Moments {
  readonly from: Instant;
  readonly before: Instant;
}

const MS_PER_DAY = 86_400_000;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** The instant at so many milliseconds since 1970. */
export function instantOf(epochMs: number): Instant {
  return new Date(epochMs).toISOString() as Instant;
}

/** Whether a text is a moment as `instantOf` writes it. */
export function isInstant(text: string): text is Instant {
  const time = Date.parse(text);
  return Number.isFinite(time) && new Date(time).toISOString() === text;
}

/** Milliseconds since 1970 of an instant. */
export function epochMs(instant: Instant): number {
  return Date.parse(instant);
}

/** The instant that lies so many hours before another, whatever the clocks on the wall do in between. */
export function hoursBefore(instant: Instant, hours: number): Instant {
  return instantOf(epochMs(instant) - hours * 3_600_000);
}

/** Whether a text is a real day of the calendar (29 February only in leap years). */
export function isCalendarDate(text: string): text is CalendarDate {
  if (!DATE.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00.000Z`);
  return Number.isFinite(time) && new Date(time).toISOString().slice(0, 10) === text;
}

/** A day from a text that is known to be one. Throws on anything else. */
export function calendarDate(text: string): CalendarDate {
  if (!isCalendarDate(text)) throw new RangeError(`not a calendar date: ${text}`);
  return text;
}

/** The day that lies so many days after (or, negative, before) another. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return calendarDate(
    new Date(Date.parse(`${date}T00:00:00.000Z`) + days * MS_PER_DAY).toISOString().slice(0, 10),
  );
}

/** The same day of a later month; the last of that month where it is shorter. `months`: 0 or more. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const time = Date.UTC(year, month - 1 + months, Math.min(day, lastDay));
  return calendarDate(new Date(time).toISOString().slice(0, 10));
}

/** Whole days from one day to another; negative if the second is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return (Date.parse(`${to}T00:00:00.000Z`) - Date.parse(`${from}T00:00:00.000Z`)) / MS_PER_DAY;
}

/** Age in whole years on a day. */
export function ageInYears(birthDate: CalendarDate, on: CalendarDate): number {
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return on.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
