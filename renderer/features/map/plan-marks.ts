import type { PlanView } from '../../../shared/contract/plan.ts';
import type { Vein } from '../../../shared/domain/leg-map/vein.ts';
import type { PlanItem } from '../../../shared/domain/plan/plan.ts';
import type { VeinId } from '../../../shared/kernel/ids.ts';
import type { VeinMark } from '../../canvas/vein-mark.ts';

/** The next session that each vein is planned for, an open one while it is still due there. */
export function plannedSessions(plan: PlanView | null): ReadonlyMap<VeinId, number> {
  const sessions = new Map<VeinId, number>();
  if (!plan?.plan) return sessions;
  for (const item of plan.plan.items) {
    const { veinId, sessionNumber } = item;
    if (sessionNumber === null || isDone(plan, item, sessionNumber)) continue;
    sessions.set(veinId, Math.min(sessionNumber, sessions.get(veinId) ?? sessionNumber));
  }
  return sessions;
}

function isDone({ held, given }: PlanView, { veinId, punctures }: PlanItem, sessionNumber: number): boolean {
  const session = held.find(({ number }) => number === sessionNumber);
  if (!session) return false;
  const injections = given.find((gift) => gift.veinId === veinId && gift.sessionNumber === sessionNumber);
  return session.state !== 'open' || (injections?.injections ?? 0) >= punctures;
}

/** What each treated vein was given in all sessions, in µL. */
export function givenVolumes(plan: PlanView | null): ReadonlyMap<VeinId, number> {
  const volumes = new Map<VeinId, number>();
  for (const { veinId, volumeUl } of plan?.given ?? []) {
    volumes.set(veinId, (volumes.get(veinId) ?? 0) + volumeUl);
  }
  return volumes;
}

/** How the map page marks each vein: to be confirmed, planned, injected before, or just mapped. */
export function planMarks(
  veins: readonly Vein[],
  plan: PlanView | null,
  showPlan: boolean,
): ReadonlyMap<VeinId, VeinMark> {
  const sessions = plannedSessions(showPlan ? plan : null);
  const given = givenVolumes(showPlan ? plan : null);
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
