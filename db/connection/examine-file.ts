import { open, stat } from 'node:fs/promises';
import type { Failure } from '../../shared/contract/failure.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { guardStorage } from './guard-storage.ts';
import { keyFingerprint } from './database-key.ts';

const FINGERPRINT_BYTES = 16;
const PREFACE_BYTES = 24;

/**
 * Looks at the clear bytes at the front of a database, without opening it: the wrong key, or a file that is no database
 * of ours, must not reach SQLite, which would tidy up a log beside it. Reads only.
 */
export async function examineFile(file: string, key: Uint8Array): Promise<Result<undefined, Failure>> {
  const read = await guardStorage(() => readPreface(file));
  if (!read.ok) return read;
  if (read.value === null) return err({ code: 'not-found', what: 'database' });
  const { preface, size } = read.value;
  if (!looksEncrypted(preface, size)) return err({ code: 'storage/corrupt' });
  if (!preface.subarray(0, FINGERPRINT_BYTES).equals(keyFingerprint(key)))
    return err({ code: 'storage/wrong-key' });
  return ok();
}

async function readPreface(file: string): Promise<{ preface: Buffer; size: number } | null> {
  const found = await stat(file).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  });
  if (found === null) return null;
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(PREFACE_BYTES), 0, PREFACE_BYTES, 0);
    return { preface: buffer.subarray(0, bytesRead), size: found.size };
  } finally {
    await handle.close();
  }
}

/** Bytes 16 to 23 of SQLite's header stay in clear: the size of a page, and constants. */
function looksEncrypted(preface: Buffer, size: number): boolean {
  if (preface.length < PREFACE_BYTES || preface.toString('latin1', 0, 15) === 'SQLite format 3') return false;
  const pageBytes = preface.readUInt16BE(16);
  const constants = preface.subarray(21, 24);
  return pageBytes >= 512 && size % pageBytes === 0 && constants.equals(Buffer.from([64, 32, 32]));
}
