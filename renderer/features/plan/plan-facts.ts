import type { PlanView } from '../../../shared/contract/plan.ts';
import type { Limit } from '../../../shared/domain/dose/label-profile.ts';
import type { DosePatient } from '../../../shared/domain/dose/ledger.ts';
import type { Vein } from '../../../shared/domain/leg-map/vein.ts';
import { grams, type Grams } from '../../../shared/kernel/units.ts';

/** Stands in where there is no weight; the limits per kilogram are left out then. */
const NO_WEIGHT = grams(0);

/** What the plan page knows beside the draft. */
export interface PlanFacts {
  readonly view: PlanView;
  readonly veins: readonly Vein[];
  readonly heightScale: number;
  /** Null: never weighed; limits per kilogram cannot be told then. */
  readonly weightG: Grams | null;
  readonly proneToHypersensitivity: boolean;
  /** Whether the patient has been treated before, in any case. */
  readonly treatedBefore: boolean;
}

/** Without a weight, limits per kilogram are left out; the page says so. */
export function usableLimits(facts: PlanFacts): readonly Limit[] {
  const { limits } = facts.view.profile;
  return facts.weightG === null ? limits.filter(({ cap }) => cap.per === 'person') : limits;
}

/** Who the limits are for. */
export function dosePatientOf(facts: PlanFacts, isFirstSession: boolean): DosePatient {
  const { weightG, proneToHypersensitivity } = facts;
  return { weightG: weightG ?? NO_WEIGHT, proneToHypersensitivity, isFirstSession };
}
