import type { Kysely } from 'kysely';
import { moment, onlyAdded, run, text } from './statements.ts';

/** The chain of what was changed by whom. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const hash = (column: string) => `${column} text not null unique check (length(${column}) = 64)`;
  await run(db, [
    // AUTOINCREMENT keeps the highest number ever given, so that a chain whose end was cut off shows it.
    `create table audit (
      seq integer primary key autoincrement,
      ${moment('at')},
      person_id text references people (id),
      ${text('action', 100)},
      ${text('entity', 100)},
      ${text('entity_id', 200)},
      "before" text check (json_valid("before")),
      "after" text check (json_valid("after")),
      ${hash('previous_hash')},
      ${hash('hash')}
    ) strict`,
    'create index audit_by_entity on audit (entity, entity_id)',
    ...onlyAdded('audit'),
  ]);
}
