import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readAuditHead } from '../../db/audit/audit-head.ts';
import { guardStorage } from '../../db/connection/guard-storage.ts';
import type { OpenDatabase } from '../../db/connection/open-database.ts';
import type { BackupView } from '../../shared/contract/clinic.ts';
import type { Failure } from '../../shared/contract/failure.ts';
import { ok, type Result } from '../../shared/kernel/result.ts';
import type { Instant } from '../../shared/kernel/time.ts';
import type { Backups } from '../services/backups.ts';
import { backupFileName, byAge, parseBackupName, shortHead } from './backup-name.ts';
import { checkCopy } from './check-copy.ts';
import { renameDurably, syncFile } from './durable-files.ts';

/** The newest so many are kept. */
export const BACKUPS_KEPT = 14;

export interface StoredBackups extends Backups {
  /** Makes one if something changed that none of them holds; null if nothing did. */
  makeIfChanged(): Promise<Result<BackupView | null, Failure>>;
  /** Calls off what is being made, so that the database can be closed: whoever waits for it gets the reason thrown. */
  stop(): Promise<void>;
}

export interface BackupOptions {
  /** The folder of the backups; made when it is needed. */
  readonly folder: string;
  readonly database: OpenDatabase;
  readonly key: Uint8Array;
  readonly now: () => Instant;
}

const EMPTY_HEAD = '0'.repeat(64);

/** Dated copies of a database, encrypted with its own key, each reopened and read whole before it gets its name. */
export function createBackups(options: BackupOptions): StoredBackups {
  const list = () => listBackups(options.folder);
  const oneAtATime = queue();
  const stopping = new AbortController();
  let failure: Failure | null = null;
  const make = async (): Promise<Result<BackupView, Failure>> => {
    const made = await makeBackup(options, stopping.signal);
    failure = made.ok ? null : made.error;
    if (made.ok) await prune(options.folder, made.value);
    return made;
  };
  return {
    list,
    failure: () => failure,
    make: () => oneAtATime(make),
    makeIfChanged: () =>
      oneAtATime(async () => {
        const head = await readAuditHead(options.database.db);
        const isHeld = (await list()).some(({ fileName }) => holds(fileName, head));
        return head === null || isHeld ? ok(null) : make();
      }),
    stop: async () => {
      stopping.abort();
      await oneAtATime(() => Promise.resolve());
    },
  };
}

/** The backups in a folder, the newest first; none if there is no such folder. */
export async function listBackups(folder: string): Promise<readonly BackupView[]> {
  const names = await readdir(folder).catch(() => []);
  const found = names.flatMap((fileName) => {
    const name = parseBackupName(fileName);
    return name ? [{ fileName, ...name }] : [];
  });
  return Promise.all(
    found.toSorted(byAge).map(async ({ fileName, madeAt }) => {
      const { size } = await stat(join(folder, fileName));
      return { fileName, madeAt, bytes: size };
    }),
  );
}

function holds(fileName: string, head: string | null): boolean {
  return head !== null && parseBackupName(fileName)?.head === shortHead(head);
}

async function makeBackup(
  { folder, database, key, now }: BackupOptions,
  signal: AbortSignal,
): Promise<Result<BackupView, Failure>> {
  const unfinished = join(folder, 'unfinished.db');
  const prepared = await guardStorage(async () => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await removeDatabase(unfinished);
  });
  if (!prepared.ok) return prepared;
  try {
    const copied = await database.copyInto(unfinished, signal);
    const head = copied.ok ? await checkCopy({ file: unfinished, key }, signal) : copied;
    if (!head.ok) return head;
    const madeAt = now();
    const fileName = backupFileName({ madeAt, head: shortHead(head.value ?? EMPTY_HEAD) });
    return await guardStorage(async () => {
      await syncFile(unfinished);
      await renameDurably(unfinished, join(folder, fileName));
      const { size } = await stat(join(folder, fileName));
      return { fileName, madeAt, bytes: size };
    });
  } finally {
    await removeDatabase(unfinished);
  }
}

/** The one just made stays whatever the clock says; files that are not backups are none of ours. */
async function prune(folder: string, justMade: BackupView): Promise<void> {
  const others = (await listBackups(folder)).filter(({ fileName }) => fileName !== justMade.fileName);
  for (const { fileName } of others.slice(BACKUPS_KEPT - 1))
    await rm(join(folder, fileName), { force: true });
}

/** Removes an unfinished database and what SQLite keeps beside it. */
export async function removeDatabase(file: string): Promise<void> {
  for (const suffix of ['', '-wal', '-shm', '-journal']) await rm(`${file}${suffix}`, { force: true });
}

/** Runs one piece of work after the other. */
function queue() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
}
