import type { Kysely } from 'kysely';
import { moment, oneOf, onlyAdded, reference, run, text } from './statements.ts';

/**
 * Each PIN that was tried, for what, and whether it was right; never the PIN. How soon a screen locks. And what the list of the
 * audit looks in: it grows by every write.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await run(db, [
    `create table sign_in_attempts (
      seq integer primary key,
      ${reference('person_id', 'people')},
      ${text('purpose', 60)},
      ${oneOf('outcome', ['right', 'wrong', 'reset'])},
      ${moment('tried_at')}
    ) strict`,
    'create index sign_in_attempts_by_person on sign_in_attempts (person_id)',
    ...onlyAdded('sign_in_attempts'),

    // Never, 0, is for the demo alone: nothing real lies open there.
    `alter table clinic add column lock_after_minutes integer not null default 10
      check (lock_after_minutes between 1 and 60 or (lock_after_minutes = 0 and is_demo = 1))`,

    'create index audit_by_person on audit (person_id)',
    'create index audit_by_moment on audit (at)',
    'create index audit_by_thing on audit (entity_id)',
  ]);
}
