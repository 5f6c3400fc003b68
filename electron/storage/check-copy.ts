import { Worker } from 'node:worker_threads';
import type { Failure } from '../../shared/contract/failure.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { CopyCheck } from './copy-check.ts';

/** As source the thread lies beside this file; built, beside the program. */
const THREAD = import.meta.url.endsWith('.ts') ? './check-copy-thread.ts' : './check-copy-thread.js';

/**
 * The audit head of a copy that opens with the key and whose pages are all sound; null if nothing was ever changed in it.
 * Fails as `openDatabase` does, and throws the signal's reason where it was called off.
 */
export async function checkCopy(
  copy: { readonly file: string; readonly key: Uint8Array },
  signal: AbortSignal,
): Promise<Result<string | null, Failure>> {
  signal.throwIfAborted();
  const thread = new Worker(new URL(THREAD, import.meta.url), { workerData: copy });
  const { promise, resolve, reject } = Promise.withResolvers<Result<string | null, Failure>>();
  thread.once('message', (message: unknown) => {
    resolve(CopyCheck.parse(message));
  });
  thread.once('error', reject);
  thread.once('exit', () => {
    reject(new Error('the copy was not checked'));
  });
  const stop = () => {
    reject(signal.reason);
  };
  signal.addEventListener('abort', stop);
  try {
    return await promise;
  } finally {
    signal.removeEventListener('abort', stop);
    await thread.terminate();
  }
}
