import type { PlanView } from '../../../shared/contract/plan.ts';
import type { Vein } from '../../../shared/domain/leg-map/vein.ts';
import type { PlanSituation } from '../../../shared/domain/plan/plan-situation.ts';
import type { CalendarDate } from '../../../shared/kernel/time.ts';
import type { Grams } from '../../../shared/kernel/units.ts';

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
  /** The last day on which the patient had a session in another case; null: none. */
  readonly lastTreatedElsewhereOn: CalendarDate | null;
  readonly today: CalendarDate;
}

/** The same as the planner sees it. */
export function situationOf({ view, today: _, ...facts }: PlanFacts): PlanSituation {
  const { profile, held, given, cleared, further, lastOpening } = view;
  return { ...facts, profile, held, given, cleared, further, lastOpening };
}
