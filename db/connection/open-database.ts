import SqliteFile from 'better-sqlite3';
import { Kysely, sql } from 'kysely';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { Failure } from '../../shared/contract/failure.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { unknownMigration } from '../migrations/migrate.ts';
import type { Database } from '../schema.ts';
import { keyPragma } from './database-key.ts';
import { Dialect } from './dialect.ts';
import { examineFile } from './examine-file.ts';
import { guardStorage } from './guard-storage.ts';
import { onTrialCopy } from './trial-copy.ts';

/** An open, decrypted database, held by this process alone until it is closed or the process ends. */
export interface OpenDatabase {
  readonly file: string;
  readonly db: Kysely<Database>;
  /** Writes a whole, compact copy, encrypted with the same key. The target must not exist. */
  vacuumInto(target: string): Promise<Result<undefined, Failure>>;
  /** Reads every page: `storage/corrupt` if one is damaged. */
  quickCheck(): Promise<Result<undefined, Failure>>;
  close(): Promise<void>;
}

/** How to open a database. */
export interface OpenOptions {
  readonly file: string;
  /** 32 random bytes. */
  readonly key: Uint8Array;
  /** Makes a new, empty database where there is none; without it the file must exist. */
  readonly create?: boolean;
}

/** Pages that are kept decrypted. */
const CACHE_KIB = 65_536;
/** How long to wait for another process that is just closing the file. */
const BUSY_MS = 2_000;

/**
 * Opens an encrypted database after checking key, version and every page. Fails with `not-found`, `storage/wrong-key`,
 * `storage/corrupt`, `storage/newer`, `storage/busy` (another process has it), `storage/full` or `storage/unreadable`,
 * and then leaves the files as they were. Migrations are not run: see `migrateToLatest`.
 */
export async function openDatabase(options: OpenOptions): Promise<Result<OpenDatabase, Failure>> {
  if (options.create && !existsSync(options.file)) return createDatabase(options);
  const examined = await examineFile(options.file, options.key);
  if (!examined.ok) return examined;
  const tried = await onTrialCopy(options.file, async (copy) => {
    const opened = await connect({ file: copy, key: options.key });
    if (opened.ok) await opened.value.close();
    return opened.ok ? ok() : opened;
  });
  return tried.ok ? connect(options) : tried;
}

async function createDatabase(options: OpenOptions): Promise<Result<OpenDatabase, Failure>> {
  const created = await connect(options);
  if (!created.ok) await rm(options.file, { force: true });
  return created;
}

async function connect(options: OpenOptions): Promise<Result<OpenDatabase, Failure>> {
  const connected = await guardStorage(() => connectHandle(options));
  if (!connected.ok) return connected;
  const database = facade(options.file, connected.value);
  const checked = await guardStorage(() => checkContent(database));
  const outcome = checked.ok ? checked.value : checked;
  if (outcome.ok) return ok(database);
  await database.close();
  return outcome;
}

/** The order matters: first the key, then the lock, so that no shared memory file appears, then the log. */
function connectHandle({ file, key, create = false }: OpenOptions): SqliteFile.Database {
  const handle = new SqliteFile(file, { fileMustExist: !create, timeout: BUSY_MS });
  try {
    handle.pragma(keyPragma(key));
    handle.pragma('locking_mode = exclusive');
    handle.pragma('journal_mode = wal');
    handle.pragma('synchronous = full');
    handle.pragma('foreign_keys = on');
    // Without it REPLACE removes rows behind the back of the triggers that refuse deletion.
    handle.pragma('recursive_triggers = on');
    handle.pragma('trusted_schema = off');
    handle.pragma('temp_store = memory');
    handle.pragma(`cache_size = -${String(CACHE_KIB)}`);
    return handle;
  } catch (error) {
    handle.close();
    throw error;
  }
}

async function checkContent({ db, quickCheck }: OpenDatabase): Promise<Result<undefined, Failure>> {
  const fileMigration = await unknownMigration(db);
  if (fileMigration !== null) return err({ code: 'storage/newer', fileMigration });
  return quickCheck();
}

function facade(file: string, handle: SqliteFile.Database): OpenDatabase {
  const db = new Kysely<Database>({ dialect: new Dialect(handle) });
  return {
    file,
    db,
    vacuumInto: (target) =>
      guardStorage(async () => {
        await sql`vacuum into ${target}`.execute(db);
        return undefined;
      }),
    quickCheck: async () => {
      const answer = await guardStorage(() =>
        sql<{ quick_check: string }>`pragma quick_check(1)`.execute(db),
      );
      if (!answer.ok) return answer;
      return answer.value.rows[0]?.quick_check === 'ok' ? ok() : err({ code: 'storage/corrupt' });
    },
    close: async () => {
      // Kysely closes only what it has used; closing twice is harmless.
      await db.destroy();
      handle.close();
    },
  };
}
