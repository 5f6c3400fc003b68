import type { CourseExpectation, Limit, SessionPace } from '../../shared/domain/dose/label-profile.ts';
import type { OffLabelReason } from '../../shared/domain/dose/off-label.ts';
import type { CourseOutlook } from '../../shared/domain/plan/course-outlook.ts';
import type { DateCaution } from '../../shared/domain/plan/plan-dates.ts';
import type { NotPlacedReason } from '../../shared/domain/plan/planner.ts';
import { assertNever } from '../../shared/kernel/assert-never.ts';
import type { ItemDose } from '../features/plan/plan-draft.ts';
import type { CalendarDate } from '../../shared/kernel/time.ts';
import { dateText, dayMonthText, mlEntered, NBSP, preparationText } from './format.ts';
import { limitName } from './limit-text.ts';

/** `7 × 0.3 mL of 1 %` */
export function doseText(dose: ItemDose): string {
  return `${String(dose.punctures)} × ${mlEntered(dose.volumePerPunctureUl)}${NBSP}mL of ${preparationText(dose.preparation)}`;
}

/** Why a dose is outside the label, as a caution. */
export function offLabelText(reason: OffLabelReason): string {
  switch (reason) {
    case 'foam-not-for-this-vein':
      return 'Off label: foam is not foreseen for such a vein.';
    case 'vein-not-in-label':
      return 'Off label: these limits foresee no dose for such a vein.';
    case 'too-strong':
      return 'Off label: stronger than foreseen for such a vein.';
    case 'strength-not-in-label':
      return 'Off label: this strength is not foreseen for such a vein.';
    default:
      return assertNever(reason);
  }
}

/** Why a vein is in no session of the proposal, and what can be done about it. */
export function notPlacedText(
  because: NotPlacedReason | 'no-dose',
  limitIds: readonly string[] = [],
  limits: readonly Limit[] = [],
): string {
  switch (because) {
    case 'too-large': {
      const passed = limits.filter(({ id }) => limitIds.includes(id)).map((limit) => limitName(limit));
      const which = passed.length === 0 ? '' : ` (${passed.join('; ')})`;
      return `is more than one session may hold${which}: make its dose smaller, or give less in each puncture`;
    }
    case 'circle-on-both-legs':
      return 'is fed in a circle over both legs: mend its feeder on the map, or let both legs share a session';
    case 'feeder-not-placed':
      return 'waits for its feeder, which has no session';
    case 'no-room-before-locked':
      return 'has no room before what is locked: unlock what it feeds, or move it later';
    case 'no-dose':
      return 'has no dose yet, and these limits propose none: open it and choose one';
    default:
      return assertNever(because);
  }
}

/**
 * `2 sessions: fewest, proven` or `2 sessions: fewest found, at least 1` without the number in front, which stands large beside it;
 * `more` once sessions have been held.
 */
export function proposalTitle(
  sessions: number,
  anyHeld: boolean,
  { proof, lowerBound }: { readonly proof: 'proven' | 'found'; readonly lowerBound: number },
): string {
  const noun = sessions === 1 ? 'session' : 'sessions';
  const word = proof === 'proven' ? 'fewest, proven' : `fewest found, at least ${String(lowerBound)}`;
  return `${anyHeld ? 'more ' : ''}${noun}: ${word}`;
}

/** How a card says that somebody changed it from what the planner proposed. */
export const NOT_AS_PROPOSED = 'not as proposed';

/** `3 vein`, `1 vein`: a count with its noun. */
export function counted(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** `38 min`, and how that comes about. */
export function minutesText(
  injections: number,
  { secondsPerPuncture }: SessionPace,
): { readonly short: string; readonly full: string } {
  const minutes = Math.ceil((injections * secondsPerPuncture) / 60);
  return {
    short: `${String(minutes)}${NBSP}min`,
    full: `About ${counted(minutes, 'minute')}: ${String(secondsPerPuncture)} seconds for each of ${counted(injections, 'injection')}`,
  };
}

/** Wording of what the planner keeps to beside the limits. */
export const OPTION_WORDS = {
  title: 'What the planner keeps to',
  button: (minutes: number | null, earliest: CalendarDate | null): string =>
    [
      minutes === null ? null : `${String(minutes)} min`,
      earliest === null ? null : `from ${dayMonthText(earliest)}`,
    ]
      .filter((part) => part !== null)
      .join(' · ') || 'Time',
  countMinutes: 'Keep to the minutes of a session',
  minutes: 'Minutes of a session, at most',
  pace: ({ secondsPerPuncture, sessionMinutes, source }: SessionPace): string =>
    `A puncture counts ${String(secondsPerPuncture)} seconds; a session is ${String(sessionMinutes.usual)} to ${String(sessionMinutes.most)} minutes (${source.text}).`,
  earliest: 'First session not before',
  shapeOnly: 'This shapes the proposal alone; the plan stays as it is until the proposal is taken.',
} as const;

/** What is doubtful about the day of a session, in a few words. */
export function dateCautionText(caution: DateCaution): string {
  switch (caution.code) {
    case 'past':
      return 'in the past';
    case 'out-of-order':
      return `before session ${String(caution.beforeNumber)}`;
    case 'within-24-hours':
      return `within 24${NBSP}h of another`;
    case 'too-soon':
      return `${counted(caution.days, 'day')} later: too soon, at least ${String(caution.minimumDays)}`;
    default:
      return assertNever(caution);
  }
}

/** `Done 29 Oct 2026, usually 50–80 % better by 29 Jan`; null while nothing is planned. */
export function datesText({ doneBy, judgedBy, expectation }: CourseOutlook): string | null {
  if (doneBy === null) return null;
  const done = `Done ${dateText(doneBy)}`;
  if (judgedBy === null || expectation === null) return done;
  return `${done}, usually ${betterText(expectation)} by ${dayMonthText(judgedBy)}`;
}

/** `5 sessions in all, within the clinic’s 2–6`; null under a profile that does not say. */
export function expectationText({ held, toCome, expectation, compared }: CourseOutlook): string | null {
  if (!expectation) return null;
  const { sessions, monthsToResult } = expectation;
  const usual = `${String(sessions.from)}–${String(sessions.to)}`;
  const all = `${counted(held + toCome, 'session')} in all`;
  switch (compared) {
    case null:
      return `The clinic expects ${usual} sessions, ${betterText(expectation)} in ${counted(monthsToResult, 'month')}`;
    case 'within':
      return `${all}, within the clinic’s ${usual}`;
    case 'fewer':
      return `${all}, fewer than the clinic’s ${usual}`;
    case 'more':
      return `${all}, more than the clinic’s ${usual}`;
    default:
      return assertNever(compared);
  }
}

const betterText = ({ improvementPercent: { from, to } }: CourseExpectation) =>
  `${String(from)}–${String(to)}${NBSP}% better`;

/** Wording of the proposal beside the plan. */
export const COMPARE_WORDS = {
  title: 'The proposal beside the plan',
  moves: (count: number): string =>
    count === 0 ? 'Nothing would move' : `${counted(count, 'vein')} would be elsewhere`,
  button: (moves: number): string => (moves === 0 ? 'Why' : `Compare (${String(moves)})`),
  now: 'Plan now',
  next: 'With what is chosen',
  since: 'Since the plan was made',
  noSession: 'no such session',
  notPlanned: 'not planned',
  outOfPlan: 'out of the plan',
  comes: 'comes:',
  leaves: 'leaves',
  chooseAll: 'Choose all',
  chooseNone: 'Choose none',
  noneChosen: 'Nothing is chosen',
  cannotSave: 'A feeder would come later than what it feeds',
  close: 'Back to the plan',
  take: (chosen: number, all: number): string =>
    chosen === all ? 'Accept all' : `Accept ${String(chosen)} of ${String(all)}`,
} as const;

/** Wording of a surgeon's tighter limit for one session. */
export const CAP_WORDS = {
  open: 'Tighter for this session',
  lift: 'The profile’s again',
  field: (sessionNumber: number): string => `Limit of session ${String(sessionNumber)}`,
  needsAmount: 'An amount is needed, not above the profile’s',
  set: 'Set it',
} as const;

/** What stands where the sessions will be. */
export const NO_SESSION_YET = {
  title: 'No session is planned yet',
  how: 'Accept the proposal above or compare it first, or add a session and move veins into it.',
} as const;
