import type { CourseProposal, WithoutPlace } from '../../../shared/domain/plan/course-proposal.ts';
import { usualDoseFor } from '../../../shared/domain/plan/plan-shares.ts';
import type { PlanningOptions } from '../../../shared/domain/plan/plan-situation.ts';
import { proposeCourse } from '../../../shared/domain/plan/propose-course.ts';
import { veinLabel, type Vein } from '../../../shared/domain/leg-map/vein.ts';
import type { CalendarDate } from '../../../shared/kernel/time.ts';
import { situationOf, type PlanFacts } from './plan-facts.ts';
import type { ItemDose, PlanDraft } from './plan-draft.ts';

/** What the planner proposes, with what the page shows beside it. */
export interface ShownProposal extends CourseProposal {
  /** Veins that found no place, with their label. */
  readonly notPlaced: readonly (WithoutPlace & { readonly label: string })[];
  /** Of all that is still to be given. */
  readonly volumeUl: number;
  /** Whether the plan is like this already. */
  readonly isThePlan: boolean;
}

/** Proposes sessions for everything that has not been held; doses are proposed where there are none. Null when there is nothing to plan. */
export function planProposal(
  draft: PlanDraft,
  facts: PlanFacts,
  options: PlanningOptions,
  today: CalendarDate,
): ShownProposal | null {
  const proposal = proposeCourse(draft, situationOf(facts), options, today);
  if (!proposal) return null;
  const labelOf = new Map(facts.veins.map((vein) => [vein.id, veinLabel(vein)]));
  return {
    ...proposal,
    notPlaced: proposal.notPlaced.map((place) => ({ ...place, label: labelOf.get(place.veinId) ?? '' })),
    volumeUl: proposal.shares
      .filter(({ isDropped }) => !isDropped)
      .reduce((sum, { dose }) => sum + dose.punctures * dose.volumePerPunctureUl, 0),
    isThePlan: proposal.moves.length === 0 && proposal.dateChanges.length === 0,
  };
}

/** The dose to begin with for a vein, from the profile; null where the label has nothing for it. */
export function doseFor(vein: Vein, facts: PlanFacts): ItemDose | null {
  return usualDoseFor(vein, situationOf(facts));
}
