import { open, type FileHandle } from 'node:fs/promises';

const SLICE_BYTES = 1_048_576;
/** In the page that begins here SQLite keeps its locks and nothing else; Windows lets nobody else read them. */
const LOCKS_AT = 1_073_741_824;

export interface CopyOptions {
  readonly pageBytes: number;
  readonly signal: AbortSignal;
}

/**
 * Copies a database whose pages stand still to a name that must be free, slice by slice, so that everything else goes on;
 * comes back when the copy is on the disk. Throws the signal's reason where it was called off.
 */
export async function copySlices(from: FileHandle, target: string, options: CopyOptions): Promise<void> {
  const { pageBytes, signal } = options;
  const { size } = await from.stat();
  const copy = await open(target, 'wx', 0o600);
  try {
    const slice = Buffer.allocUnsafe(SLICE_BYTES);
    let at = 0;
    while (at < size) {
      signal.throwIfAborted();
      if (at === LOCKS_AT) at += pageBytes;
      const { bytesRead } = await from.read(slice, 0, Math.min(SLICE_BYTES, size - at), at);
      if (bytesRead === 0) break;
      await writeAll(copy, slice.subarray(0, bytesRead), at);
      at += bytesRead;
    }
    await copy.sync();
  } finally {
    await copy.close();
  }
}

/** A disk that has just become full takes a part without a word, and refuses only the next. */
async function writeAll(to: FileHandle, bytes: Buffer, at: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await to.write(bytes, done, bytes.length - done, at + done);
    done += bytesWritten;
  }
}
