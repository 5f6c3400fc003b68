import type { PlanItem } from '../../../../shared/domain/plan/plan.ts';
import type { Vein } from '../../../../shared/domain/leg-map/vein.ts';
import { profileById } from '../../../../shared/domain/dose/profiles/index.ts';
import { calendarDate } from '../../../../shared/kernel/time.ts';
import { grams } from '../../../../shared/kernel/units.ts';
import type { PlanDraft } from '../../../../renderer/features/plan/plan-draft.ts';
import type { PlanFacts } from '../../../../renderer/features/plan/plan-facts.ts';
import { planned } from '../session/session-fixture.ts';

export const TODAY = calendarDate('2026-09-03');

/** Somebody of 44.0 kg under the strictest limits: 88.0 mg in 24 hours, 10.0 mL a session. */
export function planFacts(veins: readonly Vein[], changes: Partial<PlanFacts['view']> = {}): PlanFacts {
  const profile = profileById('strictest');
  if (!profile) throw new Error('no such profile');
  return {
    view: {
      plan: null,
      held: [],
      given: [],
      lastOpening: null,
      cleared: [],
      further: [],
      leftForLater: [],
      capsSet: [],
      profile,
      profileApproved: false,
      ...changes,
    },
    veins,
    heightScale: 1,
    weightG: grams(44_000),
    proneToHypersensitivity: false,
    treatedBefore: false,
    lastTreatedElsewhereOn: null,
    today: TODAY,
  };
}

/** Vein `n` in session `sessionNumber`. */
export function item(n: number, sessionNumber: number | null, changes: Partial<PlanItem> = {}): PlanItem {
  return { ...planned(n, 5, 300), sessionNumber, ...changes };
}

/** Sessions 1, 2 … three weeks apart. */
export function draftWith(count: number, items: readonly PlanItem[]): PlanDraft {
  const dates = ['2026-09-03', '2026-09-24', '2026-10-15', '2026-11-05'];
  return {
    sessions: dates
      .slice(0, count)
      .map((date, at) => ({ number: at + 1, onDate: calendarDate(date), atTime: null, tighterCaps: [] })),
    items,
  };
}
