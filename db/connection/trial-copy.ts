import { constants, copyFile, mkdir, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Failure } from '../../shared/contract/failure.ts';
import { ok, type Result } from '../../shared/kernel/result.ts';
import { guardStorage } from './guard-storage.ts';

/**
 * After a crash the newest changes stand in the log beside a database, and whoever opens the two merges them. Where that
 * is so, this tries on a copy first, so that a database that has to be refused stays byte for byte as it was. Where there
 * is no room for a copy it goes without: records on a full disk must still open.
 */
export async function onTrialCopy(
  file: string,
  attempt: (copy: string) => Promise<Result<undefined, Failure>>,
): Promise<Result<undefined, Failure>> {
  const log = `${file}-wal`;
  if (!(await hasContent(log))) return ok();
  const folder = `${file}.trial`;
  const copy = join(folder, basename(file));
  try {
    const copied = await guardStorage(async () => {
      await rm(folder, { recursive: true, force: true });
      await mkdir(folder);
      await copyFile(file, copy, constants.COPYFILE_FICLONE);
      await copyFile(log, `${copy}-wal`);
    });
    const tried = copied.ok ? await attempt(copy) : copied;
    return !tried.ok && tried.error.code === 'storage/full' ? ok() : tried;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function hasContent(file: string): Promise<boolean> {
  const found = await stat(file).catch(() => null);
  return found !== null && found.size > 0;
}
