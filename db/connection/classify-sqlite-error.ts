import type { Failure } from '../../shared/contract/failure.ts';

const failures: readonly (readonly [RegExp, Failure])[] = [
  [/^(SQLITE_FULL|ENOSPC|EDQUOT)$/, { code: 'storage/full' }],
  [/^(SQLITE_BUSY|SQLITE_LOCKED|EBUSY$)/, { code: 'storage/busy' }],
  // The key has been checked by then: what cannot be decrypted is damaged.
  [/^(SQLITE_CORRUPT|SQLITE_NOTADB)/, { code: 'storage/corrupt' }],
  [/^SQLITE_(CANTOPEN|READONLY|IOERR|PERM|AUTH)/, { code: 'storage/unreadable' }],
  [
    /^(ENOENT|EACCES|EPERM|EROFS|EIO|EISDIR|ENOTDIR|EEXIST|ENXIO|EMFILE|ENFILE)$/,
    { code: 'storage/unreadable' },
  ],
];

/**
 * The failure behind an error of the database or of the file system. Null for everything else, a broken constraint among
 * it: those are bugs and should be thrown on.
 */
export function classifySqliteError(error: unknown): Failure | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  const { code } = error;
  return failures.find(([pattern]) => pattern.test(code))?.[1] ?? null;
}
