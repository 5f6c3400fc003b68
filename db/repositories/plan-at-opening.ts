import type { Kysely } from 'kysely';
import type { PlanItem } from '../../shared/domain/plan/plan.ts';
import type { LastOpening } from '../../shared/domain/plan/plan-situation.ts';
import type { CaseId } from '../../shared/kernel/ids.ts';
import type { Database } from '../schema.ts';
import { itemOf } from './plans.ts';

/** The plan of a case as it stood when its last session was opened; null when there was no session. */
export async function readLastOpening(db: Kysely<Database>, caseId: CaseId): Promise<LastOpening | null> {
  const session = await db
    .selectFrom('sessions')
    .select(['number', 'plan_id'])
    .where('case_id', '=', caseId)
    .orderBy('opened_at', 'desc')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!session) return null;
  const items = await db
    .selectFrom('plan_items')
    .selectAll()
    .where('plan_id', '=', session.plan_id)
    .orderBy('position')
    .execute();
  return { sessionNumber: session.number, items: items.map(itemOf) };
}

/** What the plan held for each session of a case when it was opened, by the number of the session, in the order of the plan. */
export async function readPlannedAtOpenings(
  db: Kysely<Database>,
  caseId: CaseId,
): Promise<ReadonlyMap<number, readonly PlanItem[]>> {
  const rows = await db
    .selectFrom('sessions')
    .innerJoin('plan_items', (join) =>
      join
        .onRef('plan_items.plan_id', '=', 'sessions.plan_id')
        .onRef('plan_items.session_number', '=', 'sessions.number'),
    )
    .selectAll('plan_items')
    .select('sessions.number')
    .where('sessions.case_id', '=', caseId)
    .orderBy('plan_items.position')
    .execute();
  const byNumber = Map.groupBy(rows, ({ number }) => number);
  return new Map([...byNumber].map(([number, of]) => [number, of.map(itemOf)]));
}
