import type { Kysely } from 'kysely';
import { onlyAdded, run } from './statements.ts';

/**
 * Limits that injections were judged by, each kept once: beside every injection they would be most of the file. Injections from
 * before carry theirs whole.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await run(db, [
    `create table judged_limits (
      id integer primary key,
      content text not null unique check (json_valid(content))
    ) strict`,
    ...onlyAdded('judged_limits'),
  ]);
}
