import type { Transaction } from 'kysely';
import { appendAudit, type AuditEntry } from '../../db/audit/append-audit.ts';
import { inTransaction } from '../../db/connection/in-transaction.ts';
import type { AuditedKind } from '../../db/repositories/audited-things.ts';
import type { Database } from '../../db/schema.ts';
import type { Failure } from '../../shared/contract/failure.ts';
import type { PersonId } from '../../shared/kernel/ids.ts';
import type { Result } from '../../shared/kernel/result.ts';
import type { Instant } from '../../shared/kernel/time.ts';
import type { Change, PublicContext, ServiceContext } from './context.ts';

/** What a use case writes with. */
export interface Write {
  readonly trx: Transaction<Database>;
  /** The moment of the write, taken once it has the database to itself: later writes have later moments. */
  readonly at: Instant;
  /** Adds a row to the audit chain. */
  audit(entry: Omit<AuditEntry, 'at' | 'personId'> & { readonly entity: AuditedKind }): Promise<void>;
  /** Says something changed, once it is committed. */
  changed(change: Change): void;
}

/** Runs a use case that writes: its facts and audit rows in one transaction, and after the commit the announcement. */
export function write<T>(
  context: ServiceContext,
  work: (write: Write) => Promise<Result<T, Failure>>,
): Promise<Result<T, Failure>> {
  return writeAs(context, context.actor.id, work);
}

/** The same on behalf of somebody, or, for null, of the program itself. */
export async function writeAs<T>(
  context: PublicContext,
  personId: PersonId | null,
  work: (write: Write) => Promise<Result<T, Failure>>,
): Promise<Result<T, Failure>> {
  const changes: Change[] = [];
  const result = await inTransaction(context.db, (trx) => {
    const at = context.now();
    return work({
      trx,
      at,
      audit: (entry) => appendAudit(trx, { ...entry, at, personId }),
      changed: (change) => changes.push(change),
    });
  });
  if (result.ok)
    changes.forEach((change) => {
      context.announce(change);
    });
  return result;
}
