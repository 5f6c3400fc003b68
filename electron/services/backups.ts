import type { BackupView } from '../../shared/contract/clinic.ts';
import type { Failure } from '../../shared/contract/failure.ts';
import type { Result } from '../../shared/kernel/result.ts';

/** The dated copies of the database. */
export interface Backups {
  /** The newest first. */
  list(): Promise<readonly BackupView[]>;
  /** Makes one now, reopens and checks it. */
  make(): Promise<Result<BackupView, Failure>>;
  /** Why the last one that was tried could not be made; null if it was, or none was tried yet. */
  failure(): Failure | null;
}
