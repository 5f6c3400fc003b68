import type { Transaction } from 'kysely';
import type { PersonId } from '../../shared/kernel/ids.ts';
import type { Instant } from '../../shared/kernel/time.ts';
import type { Database } from '../schema.ts';
import { auditHash, FIRST_PREVIOUS_HASH } from './audit-hash.ts';
import { canonicalJson } from './canonical-json.ts';

/** What was changed. */
export interface AuditEntry {
  readonly at: Instant;
  /** Null: the program itself. */
  readonly personId: PersonId | null;
  /** `injection/record` */
  readonly action: string;
  /** The kind of thing, `injection`, and which one. */
  readonly entity: string;
  readonly entityId: string;
  /** Plain data; `null` or left out: there was nothing before, or nothing is left. */
  readonly before?: unknown;
  readonly after?: unknown;
}

/** Adds a row to the end of the audit chain, in the transaction of the change that it tells of. */
export async function appendAudit(trx: Transaction<Database>, entry: AuditEntry): Promise<void> {
  const last = await trx
    .selectFrom('audit')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  const row = {
    seq: (last?.seq ?? 0) + 1,
    at: entry.at,
    person_id: entry.personId,
    action: entry.action,
    entity: entry.entity,
    entity_id: entry.entityId,
    before: jsonOrNull(entry.before),
    after: jsonOrNull(entry.after),
    previous_hash: last?.hash ?? FIRST_PREVIOUS_HASH,
  };
  await trx
    .insertInto('audit')
    .values({ ...row, hash: auditHash(row) })
    .execute();
}

function jsonOrNull(value: unknown): string | null {
  return value === undefined || value === null ? null : canonicalJson(value);
}
