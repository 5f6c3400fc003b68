import { assertNever } from '../../kernel/assert-never.ts';
import type { PersonId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import { MG, ML, wholeNumber, type AmountUnit } from './amount-entry.ts';
import { capOf } from './assess-dose.ts';
import type { Limit } from './label-profile.ts';
import type { DosePatient } from './ledger.ts';

/** A cap that a surgeon sets for one session, tighter than the profile's: for this patient, in the unit of the limit's quantity. */
export interface TighterCap {
  readonly limitId: string;
  /** Whole, 0 or more. */
  readonly amount: number;
}

/** The same, and who set it when. */
export interface TighterCapSet extends TighterCap {
  readonly setBy: PersonId;
  readonly setAt: Instant;
  /** Null where it came with the plan. */
  readonly reason: string | null;
}

/**
 * The limits with what a surgeon set for a session. A cap only ever narrows a limit: one that is wider than the profile's (the
 * weight or the profile may have changed since it was set) leaves the limit as it is, and so does one for a limit that is not there.
 */
export function withTighterCaps(
  limits: readonly Limit[],
  caps: readonly TighterCap[],
  patient: Pick<DosePatient, 'weightG'>,
): readonly Limit[] {
  if (caps.length === 0) return limits;
  return limits.map((limit) => {
    const amount = capFor(limit, caps);
    return amount !== null && amount < capOf(limit, patient)
      ? { ...limit, cap: { per: 'person', amount } }
      : limit;
  });
}

/** Whether a cap would be wider than what the profile has for this patient; then it is none. The same amount is not wider. */
export function isWider(limit: Limit, amount: number, patient: Pick<DosePatient, 'weightG'>): boolean {
  return amount > capOf(limit, patient);
}

/** The tightest of the caps set for a limit, or null. */
function capFor(limit: Limit, caps: readonly TighterCap[]): number | null {
  const amounts = caps.filter(({ limitId }) => limitId === limit.id).map(({ amount }) => amount);
  return amounts.length === 0 ? null : Math.min(...amounts);
}

/** In what a cap for a limit is typed: mL, mg or a number of injections, from nothing at all up to the profile's cap for the patient. */
export function capUnit(limit: Pick<Limit, 'quantity'>, most: number): AmountUnit {
  switch (limit.quantity) {
    case 'mass':
      return { ...MG, least: 0, most };
    case 'injections':
      return wholeNumber(0, most);
    case 'liquid-volume':
    case 'foam-volume':
    case 'total-volume':
      return { ...ML, least: 0, most };
    default:
      return assertNever(limit.quantity);
  }
}
