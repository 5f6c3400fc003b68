import { copyFile, link, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { guardStorage } from '../../db/connection/guard-storage.ts';
import { openDatabase } from '../../db/connection/open-database.ts';
import { takeProcessLock } from '../../db/connection/process-lock.ts';
import type { Failure } from '../../shared/contract/failure.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { Instant } from '../../shared/kernel/time.ts';
import { removeDatabase } from './backups.ts';
import { exists, renameDurably, syncFile, syncFolder } from './durable-files.ts';
import type { KeyStore } from './key-store.ts';
import { storagePaths, type StoragePaths } from './paths.ts';

export interface RestoreOptions {
  readonly folder: string;
  /** The backup; it is only read. */
  readonly file: string;
  readonly keyStore: KeyStore;
  readonly now: () => Instant;
}

export interface Restored {
  /** Where the former records now lie, whole; null if there were none. */
  readonly keptFile: string | null;
}

/**
 * Brings a backup back. A copy of it is opened with the key and checked first. Then the present records get a dated name
 * of their own, `phleboplan-before-restore-….db`, beside which the copy takes their place: the next start works with the
 * backup, and nothing is ever written over. A power cut in between leaves either the former records or the backup in
 * place. Fails as `openDatabase` does, with `storage/key-missing` without a key, `storage/busy` while the program runs.
 */
export async function restoreBackup(options: RestoreOptions): Promise<Result<Restored, Failure>> {
  const paths = storagePaths(options.folder);
  const lock = await takeProcessLock(paths.lock);
  if (!lock.ok) return lock;
  try {
    const restored = await guardStorage(() => restoreLocked(paths, options));
    return restored.ok ? restored.value : restored;
  } finally {
    lock.value.release();
  }
}

async function restoreLocked(
  paths: StoragePaths,
  options: RestoreOptions,
): Promise<Result<Restored, Failure>> {
  const key = await options.keyStore.load();
  if (!key.ok) return key;
  if (key.value === null) return err({ code: 'storage/key-missing' });
  if (!(await exists(options.file))) return err({ code: 'not-found', what: 'backup' });
  const checked = await checkedCopy(options.file, paths.restoring, key.value);
  if (!checked.ok) return checked;
  await mergeLog(paths.database, key.value);
  const keptFile = join(
    paths.folder,
    `phleboplan-before-restore-${options.now().replaceAll(/[:.]/g, '-')}.db`,
  );
  const isKept = await setAside(paths.database, keptFile);
  await renameDurably(paths.restoring, paths.database);
  return ok({ keptFile: isKept ? keptFile : null });
}

async function checkedCopy(file: string, copy: string, key: Uint8Array): Promise<Result<undefined, Failure>> {
  const copied = await guardStorage(async () => {
    await removeDatabase(copy);
    await copyFile(file, copy);
    if (await exists(`${file}-wal`)) await copyFile(`${file}-wal`, `${copy}-wal`);
  });
  const opened = copied.ok ? await openDatabase({ file: copy, key }) : copied;
  if (!opened.ok) {
    await removeDatabase(copy);
    return opened;
  }
  await opened.value.close();
  await syncFile(copy);
  return ok();
}

/** Opening and closing brings what a crash left in the log into the file; records that do not open stay as they are. */
async function mergeLog(database: string, key: Uint8Array): Promise<void> {
  const opened = await openDatabase({ file: database, key });
  if (opened.ok) await opened.value.close();
}

/**
 * Gives the present records a second name; false if there are none. A log that could not be merged goes first: beside the
 * restored file it would be taken for a part of it.
 */
async function setAside(database: string, name: string): Promise<boolean> {
  if (await exists(name)) throw new Error('a restore of this very moment is already there');
  if (await exists(`${database}-wal`)) await rename(`${database}-wal`, `${name}-wal`);
  if (!(await exists(database))) return false;
  // Where the file system knows no second names, the records go without one for a moment.
  await link(database, name).catch(() => rename(database, name));
  await syncFolder(dirname(database));
  return true;
}
