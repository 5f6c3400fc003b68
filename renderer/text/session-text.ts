import type { Gauge } from '../../shared/domain/dose/assess-dose.ts';
import type { Contraindication } from '../../shared/domain/dose/label-profile.ts';
import type { DoseTotals, Preparation } from '../../shared/domain/dose/ledger.ts';
import type { VolumeEntryFailure } from '../../shared/domain/dose/volume-entry.ts';
import { fitWord, type VeinFit } from '../../shared/domain/session/fit-veins.ts';
import type { CompressionClass } from '../../shared/domain/session/session.ts';
import { assertNever } from '../../shared/kernel/assert-never.ts';
import { mgText, mlEnteredText, mlTotalText, NBSP, preparationText } from './format.ts';
import type { OpeningCheck } from '../features/session/opening-model.ts';
import { limitAmount, limitName, quantityUnit } from './limit-text.ts';

/** Reasons that are often right when more is given in one place than the label says. */
export const SOFT_REASONS = ['Larger calibre', 'Filled slowly', 'Surgeon’s word'];
/** Reasons that are often right when another strength is given than planned. */
export const STRENGTH_REASONS = ['Surgeon’s word', 'Finer vessel', 'Larger vessel'];
/** Reasons why a record was a mistake. */
export const STRIKE_REASONS = ['Wrong vein', 'Wrong volume', 'Entered twice', 'Was not given'];

/** Reasons that are often right when a vein is left for another session. */
export const LATER_REASONS = ['Patient’s wish', 'Pain', 'Vein not found', 'Out of time'];
/** Why veins are left that a limit has no room for. */
export const NO_ROOM_REASON = 'No room within the limit';

/** `left for later: pain`; the reason is added where one was given. */
export function leftText(reason: string): string {
  return reason === '' ? 'left for later' : `left for later: ${lowerFirst(reason)}`;
}

/** `pain`: for the middle of a sentence; what begins with two capitals stays. */
function lowerFirst(text: string): string {
  return /^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLocaleLowerCase('en') + text.slice(1);
}

/** The reason of what was taken back within seconds. */
export const UNDONE_AT_ONCE = 'Undone at once';

/** Why what was typed is not a volume. */
export function volumeEntryText(failure: VolumeEntryFailure): string {
  switch (failure.code) {
    case 'volume/empty':
      return 'Type a volume in mL.';
    case 'volume/not-a-number':
      return 'That is not a volume: type it like 0.15.';
    case 'volume/negative':
      return 'A volume cannot be negative.';
    case 'volume/zero':
      return 'Nothing would be injected: type more than 0.';
    case 'volume/ambiguous':
      return 'That can be read in two ways: use one point or comma, like 0.15.';
    case 'volume/too-fine':
      return `A syringe shows steps of ${mlEnteredText(failure.stepUl)}.`;
    case 'volume/too-large':
      return `More than a syringe holds: at most ${mlEnteredText(failure.mostUl)}.`;
    default:
      return assertNever(failure);
  }
}

/** `89.0 of 88.0 mg`: how a limit would stand. */
export function projectedText({ limit, projected, cap }: Gauge): string {
  const unit = quantityUnit(limit.quantity);
  return `${limitAmount(limit, projected, 'up')} of ${limitAmount(limit, cap, 'down')}${NBSP}${unit}`;
}

/** `0.3 mL would pass a hard limit`; of a limit that is full already, that nothing is left. */
export function hardLimitTitle(volumeUl: number): string {
  return `${mlEnteredText(volumeUl)} would pass a hard limit`;
}

/** `Polidocanol, 24 h: 89.0 of 88.0 mg.` */
export function limitSentence(gauge: Gauge): string {
  return `${limitName(gauge.limit)}: ${projectedText(gauge)}.`;
}

/** `2.4 mL, 18.0 mg`; foam by itself. */
export function totalsText(totals: DoseTotals): string {
  const parts = [
    totals.liquidUl > 0 || totals.foamUl === 0 ? mlTotalText(totals.liquidUl) : null,
    totals.foamUl > 0 ? `${mlTotalText(totals.foamUl)} foam` : null,
    mgText(totals.massUg),
  ];
  return parts.filter((part) => part !== null).join(', ');
}

/** `liquid`, `foam 1 + 4` */
export function formText(preparation: Preparation): string {
  return preparation.form === 'liquid' ? 'liquid' : `foam 1${NBSP}+${NBSP}${String(preparation.gasParts)}`;
}

/** `1 % liquid`, `1 % foam 1 + 4` */
export function preparationWords(preparation: Preparation): string {
  const text = preparationText(preparation);
  return preparation.form === 'liquid' ? `${text} liquid` : text;
}

/** `2nd` */
export function ordinal(n: number): string {
  const last = n % 100 >= 11 && n % 100 <= 13 ? 0 : n % 10;
  return `${String(n)}${last === 1 ? 'st' : last === 2 ? 'nd' : last === 3 ? 'rd' : 'th'}`;
}

/** `0:38`: hours and minutes. */
export function elapsedText(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / 60_000));
  return `${String(Math.floor(minutes / 60))}:${String(minutes % 60).padStart(2, '0')}`;
}

export const COMPRESSION_WORDS: Readonly<Record<CompressionClass, string>> = {
  none: 'None',
  bandage: 'Bandage',
  '1': 'Stocking, class 1',
  '2': 'Stocking, class 2',
  '3': 'Stocking, class 3',
};

/** What setting a tighter limit does. */
export const TIGHTEN_HINT =
  'From the next injection on. Only tighter than the profile; it stays in the record.';

/** `0 to 10.0 mL`: what a tighter cap may be. */
export function capRangeText(limit: Gauge['limit'], most: number): string {
  return `0 to ${limitAmount(limit, most, 'down')}${NBSP}${quantityUnit(limit.quantity)}`;
}

/** What is still to be done of a check, for a list. */
export function checkTodoText(check: OpeningCheck): string {
  return {
    identity: 'identity',
    leg: 'the leg, named aloud',
    consent: 'consent',
    allergies: 'allergies',
    eligibility: 'the assessment',
    weight: 'the weight',
    questions: 'the questions',
    duplex: 'duplex, or a surgeon’s word',
    feeder: 'the feeder, or a surgeon’s word',
  }[check];
}

/** An absolute contraindication is refused, whoever asks; with the reason of each. */
export function refusedText(contraindications: readonly Pick<Contraindication, 'text' | 'source'>[]): string {
  const reasons = contraindications.map(({ text, source }) => `${text} (${source.text})`);
  return `Not treated today: ${reasons.join('; ')}. No one can allow it here.`;
}

/** `next session`, `2 of 5 fit`: of a vein that today’s room cannot hold as planned; null where it can. */
export function fitText(fit: VeinFit | undefined): string | null {
  switch (fitWord(fit)) {
    case 'fits':
      return null;
    case 'next-session':
      return 'next session';
    case 'partly':
      return fit ? `${String(fit.fitting)} of ${String(fit.planned)} fit` : null;
  }
}
