import type { SessionSummary } from '../../shared/contract/patient.ts';
import { ageInYears, daysBetween, type CalendarDate } from '../../shared/kernel/time.ts';
import { dateText } from './format.ts';

/** `Rita Silva has opened session 2`, `Session 2 was held on 8 Oct 2026` */
export function openedText({
  number,
  state,
  openedBy,
  onDate,
}: Pick<SessionSummary, 'number' | 'state' | 'openedBy' | 'onDate'>): string {
  return state === 'open'
    ? `${openedBy} has opened session ${String(number)}`
    : `Session ${String(number)} was held on ${dateText(onDate)}`;
}

interface ConsentAge {
  readonly words: string;
  /** A year or more has passed: whether it still holds is for people to say, no source gives a limit. */
  readonly isOld: boolean;
}

/** How long ago a consent was signed: `signed today`, `3 weeks ago`, `2 years ago: ask whether it still holds`. */
export function consentAgeText(signedOn: CalendarDate, today: CalendarDate): ConsentAge {
  const years = ageInYears(signedOn, today);
  if (years >= 1) return { words: `${ago(years, 'year')}: ask whether it still holds`, isOld: true };
  const days = Math.max(0, daysBetween(signedOn, today));
  if (days === 0) return { words: 'signed today', isOld: false };
  if (days < 14) return { words: ago(days, 'day'), isOld: false };
  // Rounded down, so that no age is said that has not been reached.
  if (days < 92) return { words: ago(Math.floor(days / 7), 'week'), isOld: false };
  return { words: ago(Math.floor(days / 31), 'month'), isOld: false };
}

const ago = (count: number, unit: string) => `${String(count)} ${count === 1 ? unit : `${unit}s`} ago`;
