import type { Kysely } from 'kysely';
import { run } from './statements.ts';

/** What a surgeon let pass at the opening of a session. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await run(db, [
    "alter table sessions add column waivers text not null default '[]' check (json_valid(waivers))",
  ]);
}
