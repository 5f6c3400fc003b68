import type { Kysely, Transaction } from 'kysely';
import type { TighterCapSet } from '../../shared/domain/dose/tighter-caps.ts';
import type { PersonId, PlanId, SessionId } from '../../shared/kernel/ids.ts';
import type { Instant } from '../../shared/kernel/time.ts';
import type { Database } from '../schema.ts';
import { readPlanCaps } from './plans.ts';

/** A cap that was set while a session was open; null: from then on the profile's again. */
export interface SessionCap {
  readonly limitId: string;
  readonly amount: number | null;
  readonly reason: string;
  readonly setAt: Instant;
  readonly setBy: PersonId;
}

/**
 * The tighter caps that hold in a session: those of the plan that it was opened under, and over them, for each limit, the last that
 * was set while it was open.
 */
export async function readSessionCaps(
  db: Kysely<Database>,
  session: { readonly id: SessionId; readonly planId: PlanId; readonly number: number },
): Promise<readonly TighterCapSet[]> {
  const planned = await readPlanCaps(db, session.planId);
  const set = await db
    .selectFrom('session_caps')
    .selectAll()
    .where('session_id', '=', session.id)
    .orderBy('seq')
    .execute();
  const caps = new Map<string, TighterCapSet>();
  for (const { sessionNumber, ...cap } of planned) {
    if (sessionNumber === session.number) caps.set(cap.limitId, cap);
  }
  for (const row of set) {
    const { limit_id: limitId, amount, reason, set_at: setAt, set_by: setBy } = row;
    if (amount === null) caps.delete(limitId);
    else caps.set(limitId, { limitId, amount, reason, setAt, setBy });
  }
  return [...caps.values()];
}

export async function insertSessionCap(
  trx: Transaction<Database>,
  sessionId: SessionId,
  cap: SessionCap,
): Promise<void> {
  await trx
    .insertInto('session_caps')
    .values({
      session_id: sessionId,
      limit_id: cap.limitId,
      amount: cap.amount,
      reason: cap.reason,
      set_at: cap.setAt,
      set_by: cap.setBy,
    })
    .execute();
}
