import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { KEY_BYTES } from '../../db/connection/database-key.ts';
import { guardStorage } from '../../db/connection/guard-storage.ts';
import { openDatabase, type OpenDatabase } from '../../db/connection/open-database.ts';
import { takeProcessLock } from '../../db/connection/process-lock.ts';
import { migrateToLatest, pendingMigrations } from '../../db/migrations/migrate.ts';
import type { Failure } from '../../shared/contract/failure.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { Instant } from '../../shared/kernel/time.ts';
import { createBackups, listBackups, removeDatabase, type StoredBackups } from './backups.ts';
import { exists, renameDurably } from './durable-files.ts';
import type { KeyStore } from './key-store.ts';
import { storagePaths, type StoragePaths } from './paths.ts';

/** The records of one clinic, open and held by this process alone. */
export interface OpenStorage {
  readonly database: OpenDatabase;
  readonly backups: StoredBackups;
  /** Ends a backup that is being made, and closes the records. */
  close(): Promise<void>;
}

export interface StorageOptions {
  readonly folder: string;
  readonly keyStore: KeyStore;
  readonly now: () => Instant;
}

/**
 * Opens the records in a folder, makes them where there are none, and brings them to this version after a backup. Fails, and leaves what it finds as it was, with `storage/busy` while another process has the
 * folder, `storage/key-missing` where there are records and no key, `not-found` where there are backups and no records,
 * or as the key store or `openDatabase` say.
 */
export async function openStorage(options: StorageOptions): Promise<Result<OpenStorage, Failure>> {
  const paths = storagePaths(options.folder);
  const made = await guardStorage(() => mkdir(options.folder, { recursive: true, mode: 0o700 }));
  if (!made.ok) return made;
  const lock = await takeProcessLock(paths.lock);
  if (!lock.ok) return lock;
  const attempt = guardStorage(() => openLocked(paths, options)).then((run) => (run.ok ? run.value : run));
  const opened = await attempt.catch((error: unknown) => {
    lock.value.release();
    throw error;
  });
  if (!opened.ok) {
    lock.value.release();
    return opened;
  }
  const close = async () => {
    await opened.value.backups.stop();
    await opened.value.database.close();
    lock.value.release();
  };
  return ok({ ...opened.value, close });
}

type Opened = Omit<OpenStorage, 'close'>;

async function openLocked(paths: StoragePaths, options: StorageOptions): Promise<Result<Opened, Failure>> {
  const key = await keyOf(paths, options.keyStore);
  if (!key.ok) return key;
  const opened = await openDatabase({ file: paths.database, key: key.value });
  if (!opened.ok) return opened;
  const database = opened.value;
  const backups = createBackups({ folder: paths.backups, database, key: key.value, now: options.now });
  const ready = await bringUpToDate(database, backups).catch(async (error: unknown) => {
    await database.close();
    throw error;
  });
  if (ready.ok) return ok({ database, backups });
  await database.close();
  return ready;
}

/** The key to the records; where there are neither records nor backups, makes them first. */
async function keyOf(paths: StoragePaths, keyStore: KeyStore): Promise<Result<Uint8Array, Failure>> {
  const loaded = await keyStore.load();
  if (!loaded.ok) return loaded;
  const saved = loaded.value;
  if (await exists(paths.database)) return saved ? ok(saved) : err({ code: 'storage/key-missing' });
  if (await hadRecords(paths)) return err({ code: 'not-found', what: 'database' });
  const key = saved ?? new Uint8Array(randomBytes(KEY_BYTES));
  if (!saved) {
    const kept = await keyStore.save(key);
    if (!kept.ok) return kept;
  }
  const created = await createRecords(paths, key);
  return created.ok ? ok(key) : created;
}

/** An empty clinic in place of a lost one would look as if all were well. */
async function hadRecords(paths: StoragePaths): Promise<boolean> {
  return (await exists(`${paths.database}-wal`)) || (await listBackups(paths.backups)).length > 0;
}

/** Makes the database under another name first: whatever bears the real name is whole. */
async function createRecords(paths: StoragePaths, key: Uint8Array): Promise<Result<undefined, Failure>> {
  await removeDatabase(paths.unfinished);
  const created = await openDatabase({ file: paths.unfinished, key, create: true });
  if (!created.ok) return created;
  const migrated = await migrateToLatest(created.value.db).finally(created.value.close);
  if (!migrated.ok) {
    await removeDatabase(paths.unfinished);
    return migrated;
  }
  await renameDurably(paths.unfinished, paths.database);
  return ok();
}

/** Backup, then migrations: without a backup nothing is migrated. */
async function bringUpToDate(
  { db }: OpenDatabase,
  backups: StoredBackups,
): Promise<Result<undefined, Failure>> {
  const pending = await pendingMigrations(db);
  if (pending.length === 0) return ok();
  const backup = await backups.make();
  if (!backup.ok) return backup;
  const migrated = await migrateToLatest(db);
  return migrated.ok ? ok() : migrated;
}
