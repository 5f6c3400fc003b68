import { isCalendarDate, type CalendarDate } from '../../../shared/kernel/time.ts';

const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const DAY_FIRST = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})\.?$/;

/**
 * The days that somebody may mean who writes 14.03.1981, 14/3/81 or 1981-03-14; none if it is no date. The day stands
 * before the month, unless that is no day of the calendar; two digits of a year mean this century and the last.
 */
export function birthDatesIn(text: string): readonly CalendarDate[] {
  const iso = ISO.exec(text);
  if (iso) return realDays([iso[1]], iso[2], iso[3]);
  const [, first, second, year = ''] = DAY_FIRST.exec(text) ?? [];
  const years = year.length === 4 ? [year] : [`19${year}`, `20${year}`];
  const dayFirst = realDays(years, second, first);
  return dayFirst.length > 0 ? dayFirst : realDays(years, first, second);
}

function realDays(years: readonly (string | undefined)[], month = '', day = ''): readonly CalendarDate[] {
  return years
    .map((year = '') => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
    .filter(isCalendarDate);
}
