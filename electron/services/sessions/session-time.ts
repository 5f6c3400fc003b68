import type { Kysely, Transaction } from 'kysely';
import { readClockSets } from '../../../db/repositories/clock-sets.ts';
import { readLastFactOf, type SessionOfPatient } from '../../../db/repositories/last-fact.ts';
import type { Database } from '../../../db/schema.ts';
import { earliestReading } from '../../../shared/kernel/clock-set.ts';
import type { Instant } from '../../../shared/kernel/time.ts';

/**
 * The moment that a fact of a session gets, whatever it is: now, or, where the clock was set back meanwhile, the moment of the last
 * fact. So the times of a patient's sessions never run backwards, and nothing falls out of its order.
 */
export async function momentFor(
  trx: Transaction<Database>,
  session: SessionOfPatient,
  now: Instant,
): Promise<Instant> {
  const last = await readLastFactOf(trx, session);
  return last !== null && last > now ? last : now;
}

/** From when on injections count towards the limits of 24 hours: hours that truly passed, however the clock was set in them. */
export async function startOf24h(db: Kysely<Database>, now: Instant): Promise<Instant> {
  return earliestReading(now, 24, await readClockSets(db));
}
