import type { Kysely } from 'kysely';
import { moment, onlyAdded, run } from './statements.ts';

/** When the machine's clock was set while the program ran, and how far: the 24-hour limits look back over it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await run(db, [
    `create table clock_sets (
      seq integer primary key,
      ${moment('noticed_at')},
      by_ms integer not null check (by_ms <> 0)
    ) strict`,
    ...onlyAdded('clock_sets'),
  ]);
}
