import { z } from 'zod';
import type { LabelProfile } from '../../../shared/domain/dose/label-profile.ts';
import type { PlanOrder } from '../../../shared/domain/plan/planner.ts';
import type { PlanningOptions } from '../../../shared/domain/plan/plan-situation.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { isCalendarDate, type CalendarDate } from '../../../shared/kernel/time.ts';

/** What the planner is asked for. It shapes the proposal alone, and is no part of the plan. */
export interface PlanWishes {
  readonly order: PlanOrder;
  readonly oneLegPerSession: boolean;
  /** Null: minutes are not counted. */
  readonly minutesPerSession: number | null;
  /** The first session to come is not before it; null: today. */
  readonly earliest: CalendarDate | null;
}

/** What is asked for in a case in which nobody has asked for anything. */
export const FIRST_WISHES: PlanWishes = {
  order: 'fewest',
  oneLegPerSession: true,
  minutesPerSession: null,
  earliest: null,
};

const KeptWishes = z.strictObject({
  order: z.enum(['fewest', 'balanced', 'feeders-first']),
  oneLegPerSession: z.boolean(),
  minutesPerSession: z.int().min(1).max(600).nullable(),
  earliest: z.string().refine(isCalendarDate).nullable(),
}) satisfies z.ZodType<PlanWishes>;

const keyOf = (caseId: CaseId) => `phleboplan.plan-wishes.${caseId}`;

/** What was last asked for in a case at this computer. */
export function keptWishes(caseId: CaseId): PlanWishes {
  return readWishes(localStorage.getItem(keyOf(caseId)));
}

export function keepWishes(caseId: CaseId, wishes: PlanWishes): void {
  localStorage.setItem(keyOf(caseId), JSON.stringify(wishes));
}

/** Wishes as they were kept; the first ones where they cannot be read. */
export function readWishes(kept: string | null): PlanWishes {
  if (kept === null) return FIRST_WISHES;
  try {
    return KeptWishes.catch(FIRST_WISHES).parse(JSON.parse(kept));
  } catch {
    return FIRST_WISHES;
  }
}

/** The same as the planner takes it. Minutes are not counted under a profile that does not say how long a puncture takes. */
export function optionsOf(wishes: PlanWishes, { pace }: Pick<LabelProfile, 'pace'>): PlanningOptions {
  const { order, oneLegPerSession, minutesPerSession, earliest: earliestDate } = wishes;
  const time =
    minutesPerSession !== null && pace
      ? { minutesPerSession, secondsPerPuncture: pace.secondsPerPuncture }
      : null;
  return { order, oneLegPerSession, time, earliestDate };
}
