import type { Kysely, Selectable, Transaction } from 'kysely';
import type { TighterCapSet } from '../../shared/domain/dose/tighter-caps.ts';
import type { PatientId, PersonId, PlanId, SessionId } from '../../shared/kernel/ids.ts';
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
  return capsHeld(
    planned.flatMap(({ sessionNumber, ...cap }) => (sessionNumber === session.number ? [cap] : [])),
    set.map(setCapOf),
  );
}

/** Over those of the plan, for each limit, the last that was set since. */
function capsHeld(planned: readonly TighterCapSet[], set: readonly SessionCap[]): readonly TighterCapSet[] {
  const caps = new Map(planned.map((cap) => [cap.limitId, cap]));
  for (const { amount, ...cap } of set) {
    if (amount === null) caps.delete(cap.limitId);
    else caps.set(cap.limitId, { ...cap, amount });
  }
  return [...caps.values()];
}

function setCapOf(row: Selectable<Database['session_caps']>): SessionCap {
  const { limit_id: limitId, amount, reason, set_at: setAt, set_by: setBy } = row;
  return { limitId, amount, reason, setAt, setBy };
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

/** The same for every session of a patient at once; sessions without any are left out. */
export async function readSessionCapsOf(
  db: Kysely<Database>,
  patientId: PatientId,
): Promise<ReadonlyMap<SessionId, readonly TighterCapSet[]>> {
  const planned = await db
    .selectFrom('sessions')
    .innerJoin('plan_session_caps as cap', (join) =>
      join.onRef('cap.plan_id', '=', 'sessions.plan_id').onRef('cap.number', '=', 'sessions.number'),
    )
    .select(['sessions.id', 'cap.limit_id', 'cap.amount', 'cap.set_at', 'cap.set_by'])
    .where('sessions.patient_id', '=', patientId)
    .orderBy('cap.limit_id')
    .execute();
  const set = await db
    .selectFrom('sessions')
    .innerJoin('session_caps as cap', 'cap.session_id', 'sessions.id')
    .selectAll('cap')
    .where('sessions.patient_id', '=', patientId)
    .orderBy('cap.seq')
    .execute();
  const inPlans = Map.groupBy(planned, ({ id }) => id);
  const since = Map.groupBy(set, ({ session_id }) => session_id);
  return new Map(
    [...new Set([...inPlans.keys(), ...since.keys()])].map((id) => [
      id,
      capsHeld(
        (inPlans.get(id) ?? []).map((row) => ({
          limitId: row.limit_id,
          amount: row.amount,
          setAt: row.set_at,
          setBy: row.set_by,
          reason: null,
        })),
        (since.get(id) ?? []).map(setCapOf),
      ),
    ]),
  );
}
