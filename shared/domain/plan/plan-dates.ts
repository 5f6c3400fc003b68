import { addDays, daysBetween, type CalendarDate } from '../../kernel/time.ts';
import type { LabelProfile } from '../dose/label-profile.ts';
import type { PlannedSession } from './plan.ts';

/** Days between sessions, as the profile says. */
export type Interval = Pick<LabelProfile['interval'], 'minimumDays' | 'usualDays'>;

/** Two days on the calendar are more than 24 hours apart at any time of day; one may be less. */
const CLEAR_OF_24_HOURS_DAYS = 2;

export interface DatesQuestion {
  /** Sessions that are still to come, with the dates that they have by now; null: none yet. By number. */
  readonly sessions: readonly { readonly number: number; readonly planned: PlannedSession | null }[];
  /** The last day on which the patient was treated, in this case or another, whichever leg it was; null: never. */
  readonly lastTreatedOn: CalendarDate | null;
  /** The first day on which there may be a session. */
  readonly from: CalendarDate;
  readonly interval: Interval;
}

/**
 * Days for the sessions that are still to come, in their order. One with a time of day is an appointment: it stays, whatever is
 * wrong with it (`dateCautions` says what). Any other keeps its day while that is neither before `from` nor too soon after the session
 * before it. New days lie the usual interval apart; before an appointment they are moved together, down to the minimum, and never
 * within 24 hours of one another.
 */
export function proposeDates(question: DatesQuestion): readonly PlannedSession[] {
  const { sessions, from, interval } = question;
  let last = question.lastTreatedOn;
  return sessions.map(({ number, planned }, at) => {
    const earliest = laterOf(from, last && addDays(last, leastDays(interval)));
    const onDate =
      planned && (isAppointment(planned) || planned.onDate >= earliest)
        ? planned.onDate
        : newDate(earliest, last, question, at);
    last = laterOf(onDate, last);
    return { number, onDate, atTime: planned?.atTime ?? null, tighterCaps: planned?.tighterCaps ?? [] };
  });
}

/** A session with a time of day has been arranged with the patient. */
function isAppointment(session: PlannedSession): boolean {
  return session.atTime !== null;
}

function leastDays({ minimumDays }: Interval): number {
  return Math.max(minimumDays, CLEAR_OF_24_HOURS_DAYS);
}

/** The usual interval after the session before; earlier where the sessions up to the next fixed one would not fit otherwise. */
function newDate(
  earliest: CalendarDate,
  last: CalendarDate | null,
  { sessions, from, interval }: DatesQuestion,
  at: number,
): CalendarDate {
  const usual = laterOf(from, last && addDays(last, Math.max(interval.usualDays, leastDays(interval))));
  const fixedAt = sessions.findIndex(({ planned }, index) => index > at && planned !== null);
  const fixed = sessions[fixedAt]?.planned?.onDate;
  if (fixed === undefined) return usual;
  const steps = fixedAt - at;
  const begin = last ?? from;
  const even = addDays(begin, Math.floor(daysBetween(begin, fixed) / (steps + (last ? 1 : 0))));
  const wished = last ? (even < usual ? even : usual) : from;
  return laterOf(earliest, wished);
}

function laterOf(a: CalendarDate, b: CalendarDate | null): CalendarDate {
  return b !== null && b > a ? b : a;
}
