import type { Kysely, Transaction } from 'kysely';
import type { Failure } from '../../shared/contract/failure.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err } from '../../shared/kernel/result.ts';
import type { Database } from '../schema.ts';
import { classifySqliteError } from './classify-sqlite-error.ts';

/** Carries a failure out of a transaction, so that it is rolled back. */
class Refused extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.code);
    this.failure = failure;
  }
}

/**
 * Runs work in one transaction, which has the write lock from its first statement. It is committed, durably, before an
 * `ok` comes back. A failure that the work gives back, a storage failure or a throw rolls everything back; only bugs
 * are thrown on. Inside, use `trx` alone: the outer `db` would wait for this very transaction to end.
 */
export async function inTransaction<T>(
  db: Kysely<Database>,
  work: (trx: Transaction<Database>) => Promise<Result<T, Failure>>,
): Promise<Result<T, Failure>> {
  try {
    return await db.transaction().execute(async (trx) => {
      const result = await work(trx);
      if (!result.ok) throw new Refused(result.error);
      return result;
    });
  } catch (error) {
    if (error instanceof Refused) return err(error.failure);
    const failure = classifySqliteError(error);
    if (failure) return err(failure);
    throw error;
  }
}
