import type { PersonId } from '../../kernel/ids.ts';
import { capOf } from './assess-dose.ts';
import type { Limit, Quantity } from './label-profile.ts';
import type { DosePatient } from './ledger.ts';
import { withTighterCaps, type TighterCapSet } from './tighter-caps.ts';

/** A hard limit on all that a session gives, as it held on its day. */
export interface HeldCap {
  /** With what a surgeon set tighter for that session. */
  readonly limit: Limit;
  /** For the weight of that day, in the unit of the limit's quantity, rounded down. */
  readonly amount: number;
  /** Who set it tighter than the profile; null: the profile's own. */
  readonly tighterBy: PersonId | null;
}

/**
 * The hard limits that hold for everything that is given in a session or in 24 hours: none for a single injection, one leg, or
 * certain vessels, patients or forms.
 */
export function heldCaps(
  limits: readonly Limit[],
  tighter: readonly TighterCapSet[],
  patient: Pick<DosePatient, 'weightG'>,
): readonly HeldCap[] {
  return withTighterCaps(limits, tighter, patient).flatMap((limit, at): readonly HeldCap[] => {
    const isForAll = Object.keys(limit.scope).length === 0;
    const isForSession = limit.window === 'session' || limit.window === '24-hours';
    if (limit.severity !== 'hard' || !isForAll || !isForSession) return [];
    const isTighter = limit !== limits[at];
    const setter = tighter.findLast(({ limitId }) => limitId === limit.id);
    return [{ limit, amount: capOf(limit, patient), tighterBy: isTighter ? (setter?.setBy ?? null) : null }];
  });
}

/** Of several caps on a quantity the one with the least room; null: none was held. */
export function tightestCap(caps: readonly HeldCap[], quantity: Quantity): HeldCap | null {
  const of = caps.filter(({ limit }) => limit.quantity === quantity);
  return of.reduce<HeldCap | null>(
    (least, cap) => (least === null || cap.amount < least.amount ? cap : least),
    null,
  );
}
