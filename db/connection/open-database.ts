import SqliteFile from 'better-sqlite3';
import { Kysely, sql } from 'kysely';
import { existsSync } from 'node:fs';
import { open, rm, stat, type FileHandle } from 'node:fs/promises';
import type { Failure } from '../../shared/contract/failure.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { unknownMigration } from '../migrations/migrate.ts';
import type { Database } from '../schema.ts';
import { copySlices } from './copy-slices.ts';
import { keyPragma } from './database-key.ts';
import { Dialect } from './dialect.ts';
import { examineFile } from './examine-file.ts';
import { guardStorage } from './guard-storage.ts';
import { onTrialCopy } from './trial-copy.ts';

/** An open, decrypted database, held by this process alone until it is closed or the process ends. */
export interface OpenDatabase {
  readonly file: string;
  readonly db: Kysely<Database>;
  /**
   * Writes a whole copy of what is committed now, encrypted with the same key. Work goes on meanwhile. The target must not
   * exist. Throws the signal's reason where it was called off, and leaves the rest to whoever did so.
   */
  copyInto(target: string, signal: AbortSignal): Promise<Result<undefined, Failure>>;
  close(): Promise<void>;
}

/** How to open a database. */
export interface OpenOptions {
  readonly file: string;
  /** 32 random bytes. */
  readonly key: Uint8Array;
  /** Makes a new, empty database where there is none; without it the file must exist. */
  readonly create?: boolean;
  /** A file of up to so many bytes is read whole before it is opened; 128 MiB unless told. */
  readonly readWholeBytes?: number;
}

/** Reading this much takes about a second. Longer than that nobody should wait for the first screen. */
const READ_WHOLE_BYTES = 134_217_728;
/** SQLite's own figure: so many pages of changes wait in the log before they go into the file. */
const CHECKPOINT_PAGES = 1_000;

/** Pages that are kept decrypted. */
const CACHE_KIB = 65_536;
/** How long to wait for another process that is just closing the file. */
const BUSY_MS = 2_000;

/**
 * Opens an encrypted database after checking key and version, and every page of a file that is not too long for it. The
 * cipher seals each page, so that a damaged one that was not looked at cannot be read as something else later. Fails with `not-found`, `storage/wrong-key`,
 * `storage/corrupt`, `storage/newer`, `storage/busy` (another process has it), `storage/full` or `storage/unreadable`,
 * and then leaves the files as they were. Migrations are not run: see `migrateToLatest`.
 */
export async function openDatabase(options: OpenOptions): Promise<Result<OpenDatabase, Failure>> {
  if (options.create && !existsSync(options.file)) return createDatabase(options);
  const examined = await examineFile(options.file, options.key);
  if (!examined.ok) return examined;
  const tried = await onTrialCopy(options.file, async (copy) => {
    const opened = await connect({ ...options, file: copy });
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
  const checked = await guardStorage(() =>
    checkContent(database, options.readWholeBytes ?? READ_WHOLE_BYTES),
  );
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

async function checkContent(
  { db, file }: OpenDatabase,
  readWholeBytes: number,
): Promise<Result<undefined, Failure>> {
  const fileMigration = await unknownMigration(db);
  if (fileMigration !== null) return err({ code: 'storage/newer', fileMigration });
  const { size } = await stat(file);
  return size <= readWholeBytes ? checkTables(db) : ok();
}

/** Table by table, so that whoever waits for a long file can be told to stop in between. */
async function checkTables(db: Kysely<Database>): Promise<Result<undefined, Failure>> {
  const tables = await sql<{ name: string }>`select 'sqlite_schema' as name
    union all select name from sqlite_schema where type = 'table'`.execute(db);
  for (const { name } of tables.rows) {
    const { rows } = await sql<{ quick_check: string }>`pragma quick_check(${sql.lit(name)})`.execute(db);
    if (rows[0]?.quick_check !== 'ok') return err({ code: 'storage/corrupt' });
  }
  return ok();
}

function facade(file: string, handle: SqliteFile.Database): OpenDatabase {
  const db = new Kysely<Database>({ dialect: new Dialect(handle) });
  // Closing any handle of the file takes SQLite's locks off it: this one stays open as long as the database.
  let reader: FileHandle | null = null;
  return {
    file,
    db,
    copyInto: (target, signal) =>
      guardStorage(async () => {
        reader ??= await open(file, 'r');
        // What is changed from here on stays in the log, so the pages of the file stand still.
        handle.pragma('wal_autocheckpoint = 0');
        try {
          const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(db);
          if (rows[0]?.busy !== 0) throw new Error('changes are still in the log');
          const pageBytes = Number(handle.pragma('page_size', { simple: true }));
          await copySlices(reader, target, { pageBytes, signal });
        } finally {
          handle.pragma(`wal_autocheckpoint = ${String(CHECKPOINT_PAGES)}`);
        }
        return undefined;
      }),
    close: async () => {
      // Kysely closes only what it has used; closing twice is harmless.
      await db.destroy();
      handle.close();
      await reader?.close();
    },
  };
}
