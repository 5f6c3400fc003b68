import type { Failure } from '../../shared/contract/failure.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { classifySqliteError } from './classify-sqlite-error.ts';

/** Runs work on files or the database; a storage failure comes back as a value, a bug is thrown on. */
export async function guardStorage<T>(work: () => T | Promise<T>): Promise<Result<T, Failure>> {
  try {
    return ok(await work());
  } catch (error) {
    const failure = classifySqliteError(error);
    if (failure) return err(failure);
    throw error;
  }
}
