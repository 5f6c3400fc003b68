import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openDatabase, type OpenDatabase } from '../../db/connection/open-database.ts';
import { migrations } from '../../db/migrations/index.ts';
import { migrateToLatest } from '../../db/migrations/migrate.ts';
import { failureOf, valueOf } from '../support/outcome.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A key for tests: the same byte 32 times. */
export const testKey = (byte = 7) => new Uint8Array(32).fill(byte);

/** A database in a real file, migrated (by all migrations unless some are named), closed and removed when the test ends. */
export async function temporaryDatabase(
  file = join(temporaryFolder(), 'test.db'),
  key = testKey(),
  known = migrations,
): Promise<OpenDatabase> {
  const database = valueOf(await openDatabase({ file, key, create: true }));
  onTestFinished(() => database.close());
  valueOf(await migrateToLatest(database.db, known));
  return database;
}

export { failureOf, valueOf };
