import type { PlanView } from '../../../shared/contract/plan.ts';
import type { Vein } from '../../../shared/domain/leg-map/vein.ts';
import type { VeinId } from '../../../shared/kernel/ids.ts';
import type { VeinMark } from '../../canvas/vein-mark.ts';

/** The next session that each vein is planned for. */
export function plannedSessions(plan: PlanView | null): ReadonlyMap<VeinId, number> {
  const held = new Set(plan?.held.map(({ number }) => number));
  const sessions = new Map<VeinId, number>();
  for (const { veinId, sessionNumber } of plan?.plan?.items ?? []) {
    if (sessionNumber === null || held.has(sessionNumber)) continue;
    sessions.set(veinId, Math.min(sessionNumber, sessions.get(veinId) ?? sessionNumber));
  }
  return sessions;
}

/** How the map page marks each vein: to be confirmed, planned, injected before, or just mapped. */
export function planMarks(
  veins: readonly Vein[],
  plan: PlanView | null,
  showPlan: boolean,
): ReadonlyMap<VeinId, VeinMark> {
  const sessions = plannedSessions(showPlan ? plan : null);
  const given = new Set(showPlan ? plan?.given.map(({ veinId }) => veinId) : []);
  return new Map(
    veins.map((vein) => [vein.id, markOf(vein, sessions.get(vein.id) ?? null, given.has(vein.id))]),
  );
}

function markOf(vein: Vein, session: number | null, given: boolean): VeinMark {
  const sessionNumber = session === null ? {} : { sessionNumber: session };
  if (vein.carriedOverFrom !== null) return { state: 'carried-over', ...sessionNumber };
  if (session !== null) return { state: 'planned', ...sessionNumber };
  return given ? { state: 'injected', label: '✓' } : { state: 'mapped' };
}
