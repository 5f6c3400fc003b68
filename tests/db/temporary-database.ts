import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openDatabase, type OpenDatabase } from '../../db/connection/open-database.ts';
import { migrateToLatest } from '../../db/migrations/migrate.ts';
import type { Failure } from '../../shared/contract/failure.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A key for tests: the same byte 32 times. */
export const testKey = (byte = 7) => new Uint8Array(32).fill(byte);

/** A migrated database in a real file, closed and removed when the test ends. */
export async function temporaryDatabase(
  file = join(temporaryFolder(), 'test.db'),
  key = testKey(),
): Promise<OpenDatabase> {
  const database = valueOf(await openDatabase({ file, key, create: true }));
  onTestFinished(() => database.close());
  valueOf(await migrateToLatest(database.db));
  return database;
}

/** The value of a result that must be one. */
export function valueOf<T>(result: Result<T, Failure>): T {
  if (!result.ok) throw new Error(`unexpected failure ${JSON.stringify(result.error)}`);
  return result.value;
}

/** The failure of a result that must be one. */
export function failureOf(result: Result<unknown, Failure>): Failure {
  if (result.ok) throw new Error('expected a failure');
  return result.error;
}
