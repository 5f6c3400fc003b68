import type { Kysely } from 'kysely';
import type { AuditPage, ReadAudit } from '../../shared/contract/clinic.ts';
import type { Database } from '../schema.ts';

/** Rows of the audit from before a sequence number, the newest first, with the names of who acted (empty: the program itself). */
export async function readAuditPage(db: Kysely<Database>, { before, limit }: ReadAudit): Promise<AuditPage> {
  let query = db
    .selectFrom('audit')
    .leftJoin('people', 'people.id', 'audit.person_id')
    .selectAll('audit')
    .select('people.name as by')
    .orderBy('audit.seq', 'desc')
    .limit(limit);
  if (before !== null) query = query.where('audit.seq', '<', before);
  const rows = await query.execute();
  const { total } = await db
    .selectFrom('audit')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return {
    rows: rows.map((row) => ({
      seq: row.seq,
      at: row.at,
      by: row.by ?? '',
      action: row.action,
      entity: row.entity,
      entityId: row.entity_id,
      before: row.before,
      after: row.after,
      hash: row.hash,
    })),
    total,
  };
}
