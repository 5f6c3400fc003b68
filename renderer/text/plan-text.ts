import type { OffLabelReason } from '../../shared/domain/dose/off-label.ts';
import type { NotPlacedReason } from '../../shared/domain/plan/planner.ts';
import { assertNever } from '../../shared/kernel/assert-never.ts';
import type { ItemDose } from '../features/plan/plan-draft.ts';
import type { SessionPace } from '../../shared/domain/dose/label-profile.ts';
import type { CalendarDate } from '../../shared/kernel/time.ts';
import { dayMonthText, mlEntered, NBSP, preparationText } from './format.ts';

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

/** Why a vein is in no session of the proposal. */
export function notPlacedText(because: NotPlacedReason | 'no-dose'): string {
  switch (because) {
    case 'too-large':
      return 'more than one session may hold: make its dose smaller, or split it';
    case 'circle-on-both-legs':
      return 'fed in a circle over both legs';
    case 'feeder-not-placed':
      return 'its feeder has no session';
    case 'no-room-before-locked':
      return 'no room before what is locked';
    case 'no-dose':
      return 'no dose yet: these limits propose none';
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
