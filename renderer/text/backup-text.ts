import type { ClinicStatus } from '../../shared/contract/clinic.ts';
import type { Failure } from '../../shared/contract/failure.ts';
import type { Instant } from '../../shared/kernel/time.ts';
import { failureText } from './failure-text.ts';
import { momentText } from './format.ts';

/** When the last backup was made: `Last backup 22 Nov 2026, 07:31, tested`. */
export function lastBackupText({
  lastBackupAt,
  backupFailure,
}: Pick<ClinicStatus, 'lastBackupAt' | 'backupFailure'>): string {
  const last = lastBackupAt ? `Last backup ${momentText(lastBackupAt)}, tested` : 'No backup made yet';
  return backupFailure === null ? last : `${last}; the newest try failed`;
}

/** Why the last backup could not be made, and what follows for the work at hand. */
export function backupFailureText(failure: Failure, lastAt: Instant | null): string {
  const last =
    lastAt === null ? 'There is no other backup.' : `The last good one is of ${momentText(lastAt)}.`;
  if (failure.code === 'storage/corrupt')
    return `The records on this computer’s disk are damaged: the backup could not be read. ${last} Record nothing more here; close Phleboplan and restore that backup.`;
  return `The backup could not be made. ${failureText(failure).what} ${last}`;
}
