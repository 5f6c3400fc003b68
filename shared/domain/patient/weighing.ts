import { daysBetween, type CalendarDate } from '../../kernel/time.ts';
import type { Grams } from '../../kernel/units.ts';
import type { LabelProfile } from '../dose/label-profile.ts';
import type { WeightOnDate } from './patient.ts';

/** When a weight is looked at twice, because limits per kilogram hang on it. */
export interface WeighingRule {
  /** The same weight as the last one, if that is older than so many days. */
  readonly confirmAfterDays: number;
  /** A weight that differs from the last one by more than so many per cent. */
  readonly confirmChangePercent: number;
}

/** Holds where a profile says nothing. */
export const USUAL_WEIGHING: WeighingRule = { confirmAfterDays: 90, confirmChangePercent: 5 };

/** The rule of a profile. */
export function weighingRuleOf({ weighing }: Pick<LabelProfile, 'weighing'>): WeighingRule {
  return weighing ?? USUAL_WEIGHING;
}

/** Why a weight has to be confirmed. */
export type WeightDoubt =
  | { readonly because: 'changed'; readonly last: WeightOnDate }
  | { readonly because: 'old'; readonly last: WeightOnDate; readonly days: number };

/**
 * Why the weight of a day asks for a second look; null if it does not, or if there is none to compare it with. Exact: 5 % of 60 kg
 * are 3 kg, and 63 kg pass.
 */
export function weightDoubt(
  weightG: Grams,
  last: WeightOnDate | null,
  today: CalendarDate,
  rule: WeighingRule,
): WeightDoubt | null {
  if (!last) return null;
  const difference = Math.abs(weightG - last.weightG);
  if (difference * 100 > last.weightG * rule.confirmChangePercent) return { because: 'changed', last };
  const days = daysBetween(last.onDate, today);
  return difference === 0 && days > rule.confirmAfterDays ? { because: 'old', last, days } : null;
}
