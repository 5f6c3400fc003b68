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

/** What is doubtful about the day of a session that is still to come. */
export type DateCaution =
  | { readonly code: 'past'; readonly sessionNumber: number }
  /** On an earlier day than a session with a lower number: the plan takes numbers for the order. */
  | { readonly code: 'out-of-order'; readonly sessionNumber: number; readonly beforeNumber: number }
  /** Perhaps, or surely, within 24 hours of another session: limits of 24 hours count both together. */
  | { readonly code: 'within-24-hours'; readonly sessionNumber: number }
  | {
      readonly code: 'too-soon';
      readonly sessionNumber: number;
      readonly days: number;
      readonly minimumDays: number;
    };

export interface DateCautionQuestion {
  /** All sessions of the plan; of those held the day on which they were. */
  readonly sessions: readonly (Pick<PlannedSession, 'number' | 'onDate' | 'atTime'> & {
    readonly isHeld: boolean;
  })[];
  readonly lastTreatedElsewhereOn: CalendarDate | null;
  readonly interval: Interval;
  readonly today: CalendarDate;
}

/** What is to be said of the days of a plan, by session. Nothing of it is forbidden: it is the surgeon's to judge. */
export function dateCautions(question: DateCautionQuestion): readonly DateCaution[] {
  const { sessions, interval, today } = question;
  return sessions
    .filter(({ isHeld }) => !isHeld)
    .toSorted((a, b) => a.number - b.number)
    .flatMap((session): readonly DateCaution[] => {
      const { number: sessionNumber, onDate } = session;
      const later = sessions.find((other) => other.number < sessionNumber && other.onDate > onDate);
      const gap = gapBefore(session, question);
      return [
        ...(onDate < today ? [{ code: 'past', sessionNumber } as const] : []),
        ...(later ? [{ code: 'out-of-order', sessionNumber, beforeNumber: later.number } as const] : []),
        ...(gap?.isWithin24Hours ? [{ code: 'within-24-hours', sessionNumber } as const] : []),
        ...(gap && gap.days < interval.minimumDays
          ? [{ code: 'too-soon', sessionNumber, days: gap.days, minimumDays: interval.minimumDays } as const]
          : []),
      ];
    });
}

/** How long the last treatment before a session lies back; null: there is none. */
function gapBefore(
  session: DateCautionQuestion['sessions'][number],
  { sessions, lastTreatedElsewhereOn }: DateCautionQuestion,
): { readonly days: number; readonly isWithin24Hours: boolean } | null {
  const { number, onDate } = session;
  const before = sessions
    .filter((other) => other.onDate < onDate || (other.onDate === onDate && other.number < number))
    .map((other) => ({ onDate: other.onDate, atTime: other.isHeld ? null : other.atTime }));
  const elsewhere =
    lastTreatedElsewhereOn !== null && lastTreatedElsewhereOn <= onDate
      ? [{ onDate: lastTreatedElsewhereOn, atTime: null }]
      : [];
  const last = [...elsewhere, ...before].toSorted((a, b) => (a.onDate < b.onDate ? -1 : 1)).at(-1);
  if (!last) return null;
  const days = daysBetween(last.onDate, onDate);
  const isSurelyLater =
    days === 1 && last.atTime !== null && session.atTime !== null && session.atTime >= last.atTime;
  return { days, isWithin24Hours: days < CLEAR_OF_24_HOURS_DAYS && !isSurelyLater };
}
