import type { KnownHindrance } from '../../shared/domain/session/known-hindrance.ts';
import type { SigningRole } from '../../shared/domain/session/session.ts';
import type { CalendarDate } from '../../shared/kernel/time.ts';
import { assertNever } from '../../shared/kernel/assert-never.ts';
import { dateText, dayMonthText, weekdayDateText } from './format.ts';

const plural = (count: number, one: string, many: string) => `${String(count)} ${count === 1 ? one : many}`;

/** Words of Today. */
export const todayText = {
  title: 'Today',
  search: 'Name, record number or birth date, or a lot',
  searchExample: 'e.g. lind · 00417 · 14.03.1981 · P4471',
  searchKeys: 'Ctrl K',
  noHits: (text: string) => `No patient and no lot fits “${text}”.`,
  noHitsHint: (withLots: boolean) =>
    `Looked for in names, record numbers, birth dates${withLots ? ' and lot numbers' : '; lot numbers from three characters on'}. Check the spelling, or add a new patient.`,
  hits: (patients: number, lots: number) =>
    [plural(patients, 'patient', 'patients'), ...(lots > 0 ? [plural(lots, 'lot', 'lots')] : [])].join(', '),
  lot: (lotNumber: string) => `Lot ${lotNumber}`,
  lotPatients: (count: number) =>
    count === 0 ? 'given to nobody' : `given to ${plural(count, 'patient', 'patients')}`,
  lotRecalled: 'recalled',
  newPatient: 'New patient',
  sessions: 'Sessions',
  columns: ['Time', 'Patient', 'Leg', 'Session', 'State', 'Room · person'],
  action: 'Action',
  order: 'Order of the sessions',
  orders: { time: 'By time', room: 'By room', person: 'By person' },
  unassigned: { room: 'No room yet', person: 'Nobody yet' },
  mineOnly: 'Mine only',
  ofOthers: (count: number) => `${plural(count, 'session', 'sessions')} of others not shown`,
  noneOfMine: 'None of this day’s sessions is yours',
  noneOfMineHint: 'A session is yours when it was given to you, or when you opened it.',
  showAll: 'Show all',
  clash: (time: string, more: number) => `overlaps ${time}${more > 0 ? ` +${String(more)}` : ''}`,
  place: {
    title: (name: string) => `Room and person for ${name}`,
    change: (name: string) => `: change room and person of ${name}`,
    room: 'Room',
    person: 'Person',
    none: 'Assign',
    nothing: '–',
    noRoom: 'No room',
    nobody: 'Nobody yet',
    noRooms: 'An administrator lists the rooms in Setup.',
  },
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
  nextHint: (date: CalendarDate) => `The next ones are on ${weekdayDateText(date)}.`,
  goToNext: (date: CalendarDate) => `Go to ${weekdayDateText(date)}`,
  of: (count: number) => `of ${String(count)}`,
  unfinished: 'Unfinished',
  records: (count: number) => plural(count, 'record', 'records'),
  nothingUnfinished: 'Every session is closed and signed.',
  reviewsDue: 'Reviews due',
  reviews: (count: number) => plural(count, 'review', 'reviews'),
  noReviews: 'No review is due in the next two weeks.',
  session: (number: number) => `session ${String(number)}`,
  stillOpen: (by: string) => `Open today, by ${by}`,
  leftOpen: 'Left open',
  leftOpenSince: (date: CalendarDate, by: string) => `Open since ${weekdayDateText(date)}, by ${by}`,
  unsigned: 'Unsigned',
  yoursToSign: 'Yours to sign',
  toSign: (date: CalendarDate, missing: readonly SigningRole[]) =>
    `${dayMonthText(date)} · to sign: ${missing.join(', ')}`,
  afterRest: (date: CalendarDate) => `veins rested until ${dayMonthText(date)}`,
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
export function hindranceText(hindrance: KnownHindrance): string {
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
