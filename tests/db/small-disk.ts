import { execFileSync } from 'node:child_process';
import { mkdirSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from './temporary-folder.ts';

/** A file system of two megabytes, or the reason why there cannot be one. */
export function smallDisk(folder = temporaryFolder()): { folder: string } | { reason: string } {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    return { reason: 'only root on Linux can make a small disk' };
  try {
    mkdirSync(folder, { recursive: true });
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return { reason: 'this machine does not allow a small disk to be mounted' };
  }
  onTestFinished(() => {
    execFileSync('umount', [folder]);
  });
  return { folder };
}

/** Fills a disk up to so many bytes; answers with the file that does it, to be taken away again. */
export function fillUpTo(folder: string, bytesLeft: number): string {
  const { bavail, bsize } = statfsSync(folder);
  const filler = join(folder, 'filler');
  writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - bytesLeft)));
  return filler;
}
