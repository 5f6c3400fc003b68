import type { SessionHindrance } from '../../shared/contract/today.ts';
import type { CalendarDate } from '../../shared/kernel/time.ts';
import { assertNever } from '../../shared/kernel/assert-never.ts';
import { dateText, dayMonthText, weekdayDateText } from './format.ts';

const plural = (count: number, one: string, many: string) => `${String(count)} ${count === 1 ? one : many}`;

/** Words of Today. */
export const todayText = {
  title: 'Today',
  search: 'Name, record number or birth date',
  searchExample: 'e.g. lind · 00417 · 14.03.1981',
  searchKeys: 'Ctrl K',
  noHits: 'No patient fits. Check the spelling, or add a new patient.',
  hits: (count: number) => plural(count, 'patient', 'patients'),
  newPatient: 'New patient',
  sessions: 'Sessions',
  columns: ['Time', 'Patient', 'Leg', 'Session', 'State', 'Nurse'],
  counts: (total: number, open: number, toSign: number) =>
    [
      plural(total, 'session', 'sessions'),
      ...(open > 0 ? [`${String(open)} open`] : []),
      ...(toSign > 0 ? [`${String(toSign)} to sign`] : []),
    ].join(' · '),
  dayBefore: 'The day before',
  dayAfter: 'The day after',
  backToToday: 'Today',
  noSessions: (date: CalendarDate) => `No sessions on ${weekdayDateText(date)}`,
  noSessionsHint: 'Sessions appear here from the plans of the patients.',
  of: (count: number) => `of ${String(count)}`,
  unfinished: 'Unfinished',
  records: (count: number) => plural(count, 'record', 'records'),
  nothingUnfinished: 'Every session is closed and signed.',
  reviewsDue: 'Reviews due',
  reviews: (count: number) => plural(count, 'review', 'reviews'),
  noReviews: 'No review is due in the next two weeks.',
  session: (number: number) => `session ${String(number)}`,
  stillOpen: (date: CalendarDate) => `${dayMonthText(date)} · not closed yet`,
  toSign: (date: CalendarDate) => `${dayMonthText(date)} · closed, signature missing`,
  afterSession: (number: number, date: CalendarDate) =>
    `12 weeks after S${String(number)} · due ${dayMonthText(date)}`,
  dueToday: 'Today',
  late: (days: number) => `${plural(days, 'day', 'days')} late`,
  inDays: (days: number) => `In ${plural(days, 'day', 'days')}`,
  lotExpired: (lot: string, strength: string, date: CalendarDate) =>
    `Lot ${lot}, ${strength}, expired ${dateText(date)}`,
  lotExpires: (lot: string, strength: string, days: number) =>
    days === 0
      ? `Lot ${lot}, ${strength}, expires today`
      : `Lot ${lot}, ${strength}, expires in ${plural(days, 'day', 'days')}`,
  moreLots: (count: number) => `and ${String(count)} more`,
  states: {
    ready: 'Ready',
    notHeld: 'Not held',
    open: 'Open',
    closed: 'Closed, to sign',
    signed: 'Signed',
  },
  actions: {
    open: 'Open',
    continue: 'Continue',
    sign: 'Sign',
    show: 'Show',
    finish: 'Finish',
    review: 'Open',
  },
} as const;

/** Why a session of the day cannot simply begin. */
export function hindranceText(hindrance: SessionHindrance): string {
  switch (hindrance) {
    case 'contraindicated':
      return 'Contraindicated';
    case 'acceptance-needed':
      return 'Surgeon to accept';
    case 'duplex-first':
      return 'Duplex first';
    case 'feeder-first':
      return 'Feeder first';
    case 'no-consent':
      return 'Consent missing';
    case 'no-eligibility':
      return 'Not assessed';
    case 'no-allergy-statement':
      return 'Allergies not asked';
    case 'other-session-open':
      return 'Other session open';
    default:
      return assertNever(hindrance);
  }
}
