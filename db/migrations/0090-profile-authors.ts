import type { Kysely } from 'kysely';
import { run } from './statements.ts';

/** Who saved a version of a label profile; null: it came with the program. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await run(db, ['alter table label_profiles add column added_by text references people (id)']);
}
