import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';

/** The hash of the newest audit row: it stands for all that was ever changed. Null while nothing was. */
export async function readAuditHead(db: Kysely<Database>): Promise<string | null> {
  const row = await db.selectFrom('audit').select('hash').orderBy('seq', 'desc').limit(1).executeTakeFirst();
  return row?.hash ?? null;
}
