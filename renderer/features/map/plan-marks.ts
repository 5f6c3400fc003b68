import type { PlanView } from '../../../shared/contract/plan.ts';
import type { PlanItem } from '../../../shared/domain/plan/plan.ts';
import type { VeinId } from '../../../shared/kernel/ids.ts';

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

/** What is planned for each vein in the session that it is planned for next. */
export function plannedItems(plan: PlanView | null): ReadonlyMap<VeinId, PlanItem> {
  const sessions = plannedSessions(plan);
  const items = plan?.plan?.items ?? [];
  return new Map(
    items
      .filter(({ veinId, sessionNumber }) => sessionNumber !== null && sessions.get(veinId) === sessionNumber)
      .map((item) => [item.veinId, item]),
  );
}

/** What each treated vein was given in all sessions, in µL. */
export function givenVolumes(plan: PlanView | null): ReadonlyMap<VeinId, number> {
  const volumes = new Map<VeinId, number>();
  for (const { veinId, volumeUl } of plan?.given ?? []) {
    volumes.set(veinId, (volumes.get(veinId) ?? 0) + volumeUl);
  }
  return volumes;
}
