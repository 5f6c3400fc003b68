import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { guardStorage } from '../db/connection/guard-storage.ts';
import { takeProcessLock } from '../db/connection/process-lock.ts';
import type { Failure } from '../shared/contract/failure.ts';
import { ok, type Result } from '../shared/kernel/result.ts';
import { buildDemoClinic } from './demo/build-demo-clinic.ts';
import type { Surroundings } from './services/context.ts';
import type { KeyStore } from './storage/key-store.ts';
import { openStorage, type OpenStorage } from './storage/open-storage.ts';
import { storagePaths } from './storage/paths.ts';

export interface DemoStorageOptions {
  /** The folder of the clinic's own records. */
  readonly folder: string;
  readonly keyStoreFor: (folder: string) => KeyStore;
  readonly surroundings: Surroundings;
}

/** Opens the demo clinic, which lies in a folder of its own and is made afresh where it was not made today. */
export async function openDemoStorage({
  folder,
  keyStoreFor,
  surroundings,
}: DemoStorageOptions): Promise<Result<OpenStorage, Failure>> {
  const demoFolder = join(folder, 'demo');
  const madeOn = join(demoFolder, 'made-on');
  const today = surroundings.today();
  const isOfToday = (await textOf(madeOn)) === today;
  if (!isOfToday) {
    const emptied = await emptyFolder(demoFolder);
    if (!emptied.ok) return emptied;
  }
  const opened = await openStorage({
    folder: demoFolder,
    keyStore: keyStoreFor(demoFolder),
    now: surroundings.now,
  });
  if (!opened.ok || isOfToday) return opened;
  try {
    await buildDemoClinic({ db: opened.value.database.db, today, now: surroundings.now() });
    await writeFile(madeOn, today);
  } catch (error) {
    await opened.value.close();
    throw error;
  }
  return ok(opened.value);
}

/** Nothing but the demo ever lies in there. Another program that still shows it is not robbed of it: `storage/busy`. */
async function emptyFolder(demoFolder: string): Promise<Result<undefined, Failure>> {
  const made = await guardStorage(() => mkdir(demoFolder, { recursive: true, mode: 0o700 }));
  if (!made.ok) return made;
  const lock = await takeProcessLock(storagePaths(demoFolder).lock);
  if (!lock.ok) return lock;
  lock.value.release();
  const removed = await guardStorage(() => rm(demoFolder, { recursive: true, force: true }));
  return removed.ok ? ok() : removed;
}

async function textOf(file: string): Promise<string | null> {
  return readFile(file, 'utf8').catch(() => null);
}
