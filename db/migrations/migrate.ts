import { sql, type Kysely } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import type { Failure } from '../../shared/contract/failure.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { classifySqliteError } from '../connection/classify-sqlite-error.ts';
import type { Database } from '../schema.ts';
import { migrations } from './index.ts';

type Migrations = Readonly<Record<string, Migration>>;

/** The newest migration in the file that this version does not know; null if it knows all. */
export async function unknownMigration(db: Kysely<Database>): Promise<string | null> {
  const applied = await appliedMigrations(db);
  return applied.findLast((name) => !(name in migrations)) ?? null;
}

/** The migrations that the file still needs, in their order. */
export async function pendingMigrations(
  db: Kysely<Database>,
  known: Migrations = migrations,
): Promise<readonly string[]> {
  const applied = new Set(await appliedMigrations(db));
  return Object.keys(known)
    .toSorted()
    .filter((name) => !applied.has(name));
}

/**
 * Brings the file to this version, each migration in a transaction of its own: one that fails leaves nothing behind.
 * Gives the names of those that ran; storage failures come back as values, a faulty migration throws.
 */
export async function migrateToLatest(
  db: Kysely<Database>,
  known: Migrations = migrations,
): Promise<Result<readonly string[], Failure>> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve({ ...known }) } });
  const ran: string[] = [];
  for (;;) {
    const { error, results = [] } = await migrator.migrateUp();
    if (error !== undefined) {
      const failure = classifySqliteError(error);
      if (failure) return err(failure);
      throw error instanceof Error ? error : new Error('a migration failed', { cause: error });
    }
    if (results.length === 0) return ok(ran);
    ran.push(...results.map((result) => result.migrationName));
  }
}

async function appliedMigrations(db: Kysely<Database>): Promise<readonly string[]> {
  const table = await sql`select 1 from sqlite_schema where name = 'kysely_migration'`.execute(db);
  if (table.rows.length === 0) return [];
  const applied = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return applied.rows.map((row) => row.name);
}
