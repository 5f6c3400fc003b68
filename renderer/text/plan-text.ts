import type { OffLabelReason } from '../../shared/domain/dose/off-label.ts';
import type { NotPlacedReason } from '../../shared/domain/plan/planner.ts';
import { assertNever } from '../../shared/kernel/assert-never.ts';
import type { ItemDose } from '../features/plan/plan-draft.ts';
import { mlEntered, NBSP, preparationText } from './format.ts';

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

/** `2 sessions: fewest, proven` without its number, which stands large beside it; `more` once sessions have been held. */
export function proposalTitle(sessions: number, anyHeld: boolean, proven: boolean): string {
  const noun = sessions === 1 ? 'session' : 'sessions';
  return `${anyHeld ? 'more ' : ''}${noun}: ${proven ? 'fewest, proven' : 'fewest found'}`;
}

/** How a card says that somebody changed it from what the planner proposed. */
export const NOT_AS_PROPOSED = 'not as proposed';

/** `3 vein`, `1 vein`: a count with its noun. */
export function counted(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
}
