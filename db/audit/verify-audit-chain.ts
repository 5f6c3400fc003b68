import { sql, type Kysely } from 'kysely';
import type { AuditVerdict } from '../../shared/contract/clinic.ts';
import type { Database } from '../schema.ts';
import { auditHash, FIRST_PREVIOUS_HASH } from './audit-hash.ts';

const ROWS_AT_ONCE = 500;

/**
 * Walks the whole audit chain and recomputes every hash. `brokenAt` is the sequence number of the first row that was
 * changed, moved, put in or taken out (of the first missing one, if the end was cut off). Can be given any open database.
 */
export async function verifyAuditChain(db: Kysely<Database>): Promise<AuditVerdict> {
  let [checked, previousHash] = [0, FIRST_PREVIOUS_HASH];
  for (;;) {
    const rows = await db
      .selectFrom('audit')
      .selectAll()
      .where('seq', '>', checked)
      .orderBy('seq')
      .limit(ROWS_AT_ONCE)
      .execute();
    for (const row of rows) {
      const fits =
        row.seq === checked + 1 && row.previous_hash === previousHash && row.hash === auditHash(row);
      if (!fits) return { checked, brokenAt: checked + 1 };
      checked += 1;
      previousHash = row.hash;
    }
    if (rows.length < ROWS_AT_ONCE) break;
  }
  const isCut = (await highestSeqEver(db)) !== checked || (await hasRowsBelowOne(db));
  return { checked, brokenAt: isCut ? checked + 1 : null };
}

async function highestSeqEver(db: Kysely<Database>): Promise<number> {
  const given = await sql<{ seq: number }>`select seq from sqlite_sequence where name = 'audit'`.execute(db);
  return given.rows[0]?.seq ?? 0;
}

async function hasRowsBelowOne(db: Kysely<Database>): Promise<boolean> {
  const row = await db.selectFrom('audit').select('seq').where('seq', '<', 1).executeTakeFirst();
  return row !== undefined;
}
