import type { Kysely } from 'kysely';
import type { PatientId } from '../../shared/kernel/ids.ts';
import type { Instant } from '../../shared/kernel/time.ts';
import type { Database } from '../schema.ts';

/** The latest moment that stands in the sessions of a patient, or null where there was none. */
export async function readLastFactOf(db: Kysely<Database>, patientId: PatientId): Promise<Instant | null> {
  const given = await db
    .selectFrom('injections')
    .select((eb) => eb.fn.max('given_at').as('at'))
    .where('patient_id', '=', patientId)
    .executeTakeFirst();
  const held = await db
    .selectFrom('sessions')
    .leftJoin('session_closings as closing', 'closing.session_id', 'sessions.id')
    .select((eb) => [
      eb.fn.max('sessions.opened_at').as('opened'),
      eb.fn.max('closing.closed_at').as('closed'),
    ])
    .where('sessions.patient_id', '=', patientId)
    .executeTakeFirst();
  const moments = [given?.at, held?.opened, held?.closed].flatMap((moment) => moment ?? []);
  return moments.toSorted().at(-1) ?? null;
}
