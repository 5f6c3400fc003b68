import type { Gauge } from '../../shared/domain/dose/assess-dose.ts';
import type { DoseSlip } from '../../shared/domain/dose/dose-slip.ts';
import type { DoseDifference } from '../../shared/domain/plan/dose-difference.ts';
import { mlEnteredText, NBSP, strengthText } from './format.ts';
import { limitAmount, quantityUnit } from './limit-text.ts';
import { counted } from './plan-text.ts';
import { ratioText } from './slip-text.ts';

/** `0.086 mL per cm`, of a web `per cm²`: a figure to look at, in thousandths of a mL. */
export function perCmText(ul: number, isWeb: boolean): string {
  const thousandths = String(ul % 1000).padStart(3, '0');
  return `${String(Math.floor(ul / 1000))}.${thousandths}${NBSP}mL per ${isWeb ? 'cm²' : 'cm'}`;
}

/** `0.4 mL more than proposed: 2 punctures more, 0.5 % proposed` */
export function differenceText(difference: DoseDifference): string {
  const { totalUl, punctures, perPunctureUl, strengthInsteadOfUgPerMl, otherForm, gasPartsInsteadOf } =
    difference;
  const parts = [
    punctures === 0 ? null : `${counted(Math.abs(punctures), 'puncture')} ${moreOrLess(punctures)}`,
    perPunctureUl === 0
      ? null
      : `${mlEnteredText(Math.abs(perPunctureUl))} ${moreOrLess(perPunctureUl)} in each`,
    strengthInsteadOfUgPerMl === null ? null : `${strengthText(strengthInsteadOfUgPerMl)} is proposed`,
    otherForm ? 'another form' : null,
    gasPartsInsteadOf === null ? null : `foam of 1 + ${String(gasPartsInsteadOf)} is proposed`,
  ].filter((part) => part !== null);
  const total =
    totalUl === 0
      ? 'As much in all as proposed'
      : `${mlEnteredText(Math.abs(totalUl))} ${moreOrLess(totalUl)} than proposed`;
  return `${total}: ${parts.join(', ')}`;
}

function moreOrLess(difference: number): string {
  return difference > 0 ? 'more' : 'less';
}

/** `ten times your usual 0.24 mL for such a vein (median of 14)`: a planned volume that may be a slip, with both numbers. */
export function plannedSlipText(slip: DoseSlip): string {
  const { against, volumeUl, expectedUl, samples } = slip;
  const times = ratioText(slip);
  const what =
    against === 'plan'
      ? `${mlEnteredText(volumeUl)} in each is ${times} the ${mlEnteredText(expectedUl)} proposed`
      : `${mlEnteredText(volumeUl)} in all is ${times} your usual for such a vein, ${aboutMl(expectedUl)} (median of ${String(samples ?? 0)})`;
  return `${what}. A slip of the decimal point?`;
}

/** An expected volume need not be one that a syringe gives: it is shown in hundredths. */
function aboutMl(ul: number): string {
  return mlEnteredText(Math.max(10, Math.round(ul / 10) * 10));
}

/** `0.4 of 0.3 mL in one place (Asclera label: 0.1–0.3 mL per injection)` */
export function injectionLimitText({ limit, projected, cap }: Gauge): string {
  const amounts = `${limitAmount(limit, projected, 'up')} of ${limitAmount(limit, cap, 'down')}${NBSP}${quantityUnit(limit.quantity)}`;
  return `${amounts} in one place (${limit.source.text})`;
}
