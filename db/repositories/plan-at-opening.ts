import type { Kysely } from 'kysely';
import type { LastOpening } from '../../shared/domain/plan/plan-situation.ts';
import type { CaseId } from '../../shared/kernel/ids.ts';
import type { Database } from '../schema.ts';
import { itemOf } from './plans.ts';

/** The plan of a case as it stood when its last session was opened; null when there was no session, or no plan. */
export async function readLastOpening(db: Kysely<Database>, caseId: CaseId): Promise<LastOpening | null> {
  const session = await db
    .selectFrom('sessions')
    .select(['number', 'opened_at'])
    .where('case_id', '=', caseId)
    .orderBy('opened_at', 'desc')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!session) return null;
  const plan = await db
    .selectFrom('plans')
    .select('id')
    .where('case_id', '=', caseId)
    .where('saved_at', '<=', session.opened_at)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!plan) return null;
  const items = await db
    .selectFrom('plan_items')
    .selectAll()
    .where('plan_id', '=', plan.id)
    .orderBy('position')
    .execute();
  return { sessionNumber: session.number, items: items.map(itemOf) };
}
