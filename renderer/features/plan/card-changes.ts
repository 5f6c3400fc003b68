import type { PlanItem } from '../../../shared/domain/plan/plan.ts';
import type { PlanCard } from './plan-cards.ts';
import type { PlanFacts } from './plan-facts.ts';
import { addItem, moveItem, setDose, setLocked, type PlanDraft } from './plan-draft.ts';
import { doseFor } from './plan-proposal.ts';

/** A card that has no dose yet gets the proposed one when it is put into a session. */
export function putCard(
  draft: PlanDraft,
  card: PlanCard,
  target: number | null,
  facts: PlanFacts,
): PlanDraft {
  if (card.index !== null) return moveItem(draft, card.index, target);
  const dose = card.dose ?? doseFor(card.vein, facts);
  return dose ? addItem(draft, card.vein.id, dose, target) : draft;
}

/** A card with the dose, session and lock that were chosen for it. */
export function withDose(draft: PlanDraft, card: PlanCard, item: Omit<PlanItem, 'veinId'>): PlanDraft {
  const { sessionNumber, locked, ...dose } = item;
  const { index } = card;
  // A new or moved item comes last; one that stays in its session is where it was.
  if (index === null || draft.items[index]?.sessionNumber !== sessionNumber) {
    const placed =
      index === null
        ? addItem(draft, card.vein.id, dose, sessionNumber)
        : moveItem(setDose(draft, index, dose), index, sessionNumber);
    return setLocked(placed, placed.items.length - 1, locked);
  }
  return setLocked(setDose(draft, index, dose), index, locked);
}

/** Cards without a dose get the one that the profile proposes; they stay unplanned. */
export function withProposedDoses(draft: PlanDraft, cards: readonly PlanCard[]): PlanDraft {
  return cards.reduce(
    (now, { vein, proposed }) => (proposed ? addItem(now, vein.id, proposed, null) : now),
    draft,
  );
}
