import { addDays, type CalendarDate } from '../../kernel/time.ts';
import type { PlannedSession } from '../plan/plan.ts';
import { dateCautions, type DateCaution, type Interval } from '../plan/plan-dates.ts';

/** Sessions that are nearer than this may lie within 24 hours of one another. */
const CLEAR_OF_24_HOURS_DAYS = 2;
const SATURDAY = 6;
const SUNDAY = 0;

export interface NextDateQuestion {
  /** The day of the session that is being closed. */
  readonly onDate: CalendarDate;
  readonly interval: Interval;
  /** The next session of the plan; null: none is planned. */
  readonly planned: Pick<PlannedSession, 'onDate'> | null;
}

/** When the patient may come again. */
export interface NextDates {
  /** Not before this day: the least interval of the profile. */
  readonly earliest: CalendarDate;
  /** After the usual interval, on a day on which the clinic works. */
  readonly usual: CalendarDate;
  /** What is proposed: the day in the plan while it is not too early, else the usual one. */
  readonly proposed: CalendarDate;
}

/**
 * Days for the next session. Saturdays and Sundays are skipped unless the clinic works then: it does where the session that is
 * being closed, or the planned one, lies on that day of the week.
 */
export function proposeNextDate({ onDate, interval, planned }: NextDateQuestion): NextDates {
  const known = planned ? [onDate, planned.onDate] : [onDate];
  const workedOn = new Set(known.map(weekdayOf));
  const isFree = (day: CalendarDate) => {
    const weekday = weekdayOf(day);
    return (weekday === SATURDAY || weekday === SUNDAY) && !workedOn.has(weekday);
  };
  const working = (day: CalendarDate): CalendarDate => (isFree(day) ? working(addDays(day, 1)) : day);
  const earliest = earliestNext(onDate, interval);
  const usualDay = addDays(onDate, interval.usualDays);
  const usual = working(usualDay > earliest ? usualDay : earliest);
  const proposed = planned && planned.onDate >= earliest ? planned.onDate : usual;
  return { earliest, usual, proposed };
}

/** The first day on which the next session may be, by the profile; a surgeon may plan otherwise. */
export function earliestNext(onDate: CalendarDate, interval: Interval): CalendarDate {
  return addDays(onDate, Math.max(interval.minimumDays, CLEAR_OF_24_HOURS_DAYS));
}

/** What would be doubtful about the sessions to come if the next one were on a day; the first is the next one. */
export function cautionsOfNext(
  nextOn: CalendarDate,
  question: {
    readonly upcoming: readonly Pick<PlannedSession, 'number' | 'onDate' | 'atTime'>[];
    readonly held: { readonly number: number; readonly onDate: CalendarDate };
    readonly interval: Interval;
  },
): readonly DateCaution[] {
  const { upcoming, held, interval } = question;
  const [next, ...later] = upcoming;
  if (!next) return [];
  return dateCautions({
    sessions: [
      { ...held, atTime: null, isHeld: true },
      ...[{ ...next, onDate: nextOn }, ...later].map((session) => ({ ...session, isHeld: false })),
    ],
    lastTreatedElsewhereOn: null,
    interval,
    today: held.onDate,
  });
}

/** 0 is Sunday. */
function weekdayOf(day: CalendarDate): number {
  return new Date(`${day}T00:00:00.000Z`).getUTCDay();
}
