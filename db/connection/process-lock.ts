import SqliteFile from 'better-sqlite3';
import type { Failure } from '../../shared/contract/failure.ts';
import { ok, type Result } from '../../shared/kernel/result.ts';
import { guardStorage } from './guard-storage.ts';

/** Something that one process at a time can hold. */
export interface ProcessLock {
  release(): void;
}

/** How long to wait for a process that is just ending. */
const WAIT_MS = 1_000;

/**
 * Takes a lock that is named by an (empty) file, or fails with `storage/busy`. The system gives it back when the process
 * ends, however it ends; so nothing has to be tidied up after a crash.
 */
export async function takeProcessLock(file: string): Promise<Result<ProcessLock, Failure>> {
  const taken = await guardStorage(() => {
    const handle = new SqliteFile(file, { timeout: WAIT_MS });
    try {
      handle.exec('begin exclusive');
      return handle;
    } catch (error) {
      handle.close();
      throw error;
    }
  });
  if (!taken.ok) return taken;
  return ok({
    release: () => {
      taken.value.close();
    },
  });
}
