import type { SessionView } from '../../shared/contract/session.ts';
import type { AftercarePoint } from '../../shared/domain/dose/label-profile.ts';
import type { DateCaution } from '../../shared/domain/plan/plan-dates.ts';
import type { CompletenessId, CompletenessItem } from '../../shared/domain/session/completeness.ts';
import type { CompressionClass, SessionClosing } from '../../shared/domain/session/session.ts';
import { minutesAsked } from '../../shared/domain/session/walk.ts';
import { assertNever } from '../../shared/kernel/assert-never.ts';
import { addDays, daysBetween, type CalendarDate } from '../../shared/kernel/time.ts';
import { dateText, mlEnteredText, weekdayDateText } from './format.ts';
import { COMPRESSION_WORDS } from './session-text.ts';

/** Where the ampoules were counted before something was struck out. */
export const CORRECT_CLOSING = 'Correct the closing…';
export const COUNT_FIRST = 'The ampoules are to be counted anew first';

/** Reasons that are often right when a walk ends early. */
export const WALK_REASONS = ['Patient had to leave', 'Unwell, lying down instead', 'Observed sitting'];
/** Reasons that are often right when ampoules do not add up. */
export const DIFFERENCE_REASONS = ['Left in the syringe', 'Spilled', 'Ampoule broken', 'Test dose'];
/** Reasons that are often right for an amendment. */
export const AMENDMENT_REASONS = [
  'Found in the paper notes',
  'Entered twice',
  'Wrong vein',
  'Told by the nurse',
];

const COMPLETENESS_NAMES: Readonly<Record<CompletenessId, string>> = {
  identity: 'Identity confirmed',
  consent: 'Consent on record',
  sites: 'Vein or site of each injection',
  lots: 'Lot in date of each injection',
  limits: 'Limits kept, or passed with a reason',
  reactions: 'Reactions with what was done',
  ampoules: 'Ampoules add up, or it is said why',
  observation: 'Observed for long enough',
  compression: 'Compression',
  aftercare: 'Aftercare explained, leaflet given',
  'next-date': 'Next date',
};

/** What one line of the light is about. */
export function completenessName(id: CompletenessId): string {
  return COMPLETENESS_NAMES[id];
}

/** `done`, `missing`, `not needed`: the sign is never alone. */
export const COMPLETENESS_STATES: Readonly<Record<CompletenessItem['state'], string>> = {
  done: 'done',
  missing: 'missing',
  'not-needed': 'not needed',
};

/** What is missing, in a few words; empty where nothing is to be said. */
export function completenessDetail({ id, state, injections, amount }: CompletenessItem): string {
  if (state !== 'missing') return '';
  switch (id) {
    case 'sites':
    case 'lots':
    case 'limits':
      return `${injections.length === 1 ? 'injection' : 'injections'} ${injections.join(', ')}`;
    case 'reactions':
      return `${String(amount)} without what was done`;
    case 'ampoules':
      return amount === 0 ? '' : `${mlEnteredText(amount)} unexplained`;
    case 'observation':
      return amount === 0 ? '' : `${minutesText(amount)} short`;
    case 'aftercare':
      return amount === 0 ? 'leaflet not given' : `${countedText(amount, 'point')} not ticked`;
    case 'compression':
    case 'next-date':
    case 'identity':
    case 'consent':
      return '';
    default:
      return assertNever(id);
  }
}

/** `Nothing is missing`, `3 things are missing`. */
export function missingSummary(missing: number): string {
  if (missing === 0) return 'Nothing is missing';
  return missing === 1 ? '1 thing is missing' : `${String(missing)} things are missing`;
}

/** `1 minute`, `20 minutes` */
export function minutesText(minutes: number): string {
  return countedText(minutes, 'minute');
}

/** `1 day`, `7 days` */
export function countedText(count: number, word: string): string {
  return `${String(count)} ${word}${count === 1 ? '' : 's'}`;
}

/** `7:05`: minutes and seconds. */
export function stopwatchText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, '0')}`;
}

/** A point of the aftercare, with the day until which it holds. */
export function aftercareText({ text, days }: AftercarePoint, onDate: CalendarDate): string {
  return days === null ? text : `${text}, until ${weekdayDateText(addDays(onDate, days))}`;
}

/** `Bandage, full-length stocking over it`; `Stocking, class 2, full length`. */
export function compressionText(
  worn: Pick<SessionClosing, 'compressionClass' | 'fullLength' | 'compressionDays' | 'compressionUntil'>,
): string {
  const { compressionClass, compressionDays, compressionUntil } = worn;
  if (compressionClass === 'none') return COMPRESSION_WORDS.none;
  const length = worn.fullLength ? `, ${fullLengthWord(compressionClass)}` : '';
  return `${COMPRESSION_WORDS[compressionClass]}${length}, ${countedText(compressionDays, 'day')}, until ${dateText(compressionUntil)}`;
}

/** What "full length" means with a class. */
export function fullLengthWord(compressionClass: CompressionClass): string {
  return compressionClass === 'bandage' ? 'full-length stocking over it' : 'full length';
}

/** `20 minutes, 21 of them walking by the clock`; with what was asked where it was more. */
export function observedText(
  { observedMinutes, walkedMinutes }: SessionClosing,
  view: Pick<SessionView, 'injections' | 'profile'>,
): string {
  const asked = minutesAsked(view, view.profile);
  const walked = walkedMinutes === null ? 'no walk timed' : `walk timed: ${minutesText(walkedMinutes)}`;
  const short = observedMinutes < asked ? ` · asked: ${String(asked)}` : '';
  return `${minutesText(observedMinutes)} · ${walked}${short}`;
}

/** `Mon 23 Nov, in 21 days` */
export function nextDateText(nextOn: CalendarDate, onDate: CalendarDate): string {
  return `${weekdayDateText(nextOn)}, in ${countedText(daysBetween(onDate, nextOn), 'day')}`;
}

/** What is doubtful about a day for the next session. */
export function nextCautionText(caution: DateCaution): string {
  switch (caution.code) {
    case 'past':
      return 'That day has passed.';
    case 'out-of-order':
      return `Session ${String(caution.sessionNumber)} is planned for a day before session ${String(caution.beforeNumber)}: the plan has to be looked at.`;
    case 'within-24-hours':
      return `Session ${String(caution.sessionNumber)} would be within 24 hours of the one before.`;
    case 'too-soon':
      return `Session ${String(caution.sessionNumber)} would come ${countedText(caution.days, 'day')} after the one before; at least ${String(caution.minimumDays)}.`;
    default:
      return assertNever(caution);
  }
}

/** `Amended twice since it was signed` */
export function amendedText(count: number, isSigned: boolean): string {
  const times = count === 1 ? 'once' : count === 2 ? 'twice' : `${String(count)} times`;
  return `Amended ${times} ${isSigned ? 'since it was signed' : 'since it was closed'}`;
}
