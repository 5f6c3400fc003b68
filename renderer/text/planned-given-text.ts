import type { PlannedGivenDifference, Portion, WhereNow } from '../../shared/domain/plan/planned-given.ts';
import { assertNever } from '../../shared/kernel/assert-never.ts';
import type { CalendarDate } from '../../shared/kernel/time.ts';
import { dayMonthText, mgText, mlEntered, mlEnteredText, preparationText } from './format.ts';

/** `1 % · 5 × 0.3 = 1.5 mL, 15.0 mg`; where the punctures differ, their sum alone: `1 % · 5 punctures, 1.4 mL, 14.0 mg`. */
export function portionText({ preparation, punctures, volumeUl, massUg }: Portion): string {
  const even = volumeUl % punctures === 0 && (volumeUl / punctures) % 10 === 0;
  const volume = even
    ? `${String(punctures)} × ${mlEntered(volumeUl / punctures)} = ${mlEnteredText(volumeUl)}`
    : `${puncturesText(punctures)}, ${mlEnteredText(volumeUl)}`;
  return `${preparationText(preparation)} · ${volume}, ${mgText(massUg)}`;
}

/** What came of what was planned, in words. `dayOf`: the day of a session by its number, where it has one. */
export function differenceText(
  difference: PlannedGivenDifference,
  dayOf: (sessionNumber: number) => CalendarDate | null,
): string {
  switch (difference.kind) {
    case 'as-planned':
      return 'As planned';
    case 'more':
      return `${mlEnteredText(difference.volumeUl)} more${inPunctures(difference.punctures, 'more')}`;
    case 'less':
      return `${mlEnteredText(difference.volumeUl)} less${inPunctures(difference.punctures, 'fewer')}`;
    case 'other-punctures':
      return `Same volume, ${puncturesText(Math.abs(difference.punctures))} ${difference.punctures > 0 ? 'more' : 'fewer'}`;
    case 'other-preparation':
      return `Other strength or form${volumeText(difference.volumeUl)}`;
    case 'not-given':
      return `Not given${whereText(difference.now, dayOf)}`;
    case 'not-planned':
      return 'Not planned';
    default:
      return assertNever(difference);
  }
}

function inPunctures(punctures: number, word: 'more' | 'fewer'): string {
  if (punctures === 0) return '';
  const other = word === 'more' ? 'fewer' : 'more';
  return `, ${puncturesText(Math.abs(punctures))} ${punctures > 0 ? word : other}`;
}

function volumeText(volumeUl: number): string {
  if (volumeUl === 0) return ', same volume';
  return `, ${mlEnteredText(Math.abs(volumeUl))} ${volumeUl > 0 ? 'more' : 'less'}`;
}

function whereText(now: WhereNow, dayOf: (sessionNumber: number) => CalendarDate | null): string {
  switch (now.kind) {
    case 'given':
      return ` → given in session ${sessionText(now.sessionNumber, dayOf)}`;
    case 'planned':
      return ` → now in session ${sessionText(now.sessionNumber, dayOf)}`;
    case 'unplanned':
      return ' → in the plan, in no session yet';
    case 'dropped':
      return ' → not planned again';
    case 'still-due':
      return ' yet: the session is open';
    default:
      return assertNever(now);
  }
}

function sessionText(number: number, dayOf: (sessionNumber: number) => CalendarDate | null): string {
  const day = dayOf(number);
  return day === null ? String(number) : `${String(number)}, ${dayMonthText(day)}`;
}

function puncturesText(punctures: number): string {
  return `${String(punctures)} puncture${punctures === 1 ? '' : 's'}`;
}
