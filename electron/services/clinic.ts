import type { ClinicStatus, FirstStart } from '../../shared/contract/clinic.ts';
import type { Failure } from '../../shared/contract/failure.ts';
import type { Result } from '../../shared/kernel/result.ts';
import type { PublicContext } from './context.ts';

interface ClinicStatusOptions {
  readonly isDemo: boolean;
  readonly lastBackupAt: ClinicStatus['lastBackupAt'];
}

export function readStatus(
  _context: PublicContext,
  _input: ClinicStatusOptions,
): Promise<Result<ClinicStatus, Failure>> {
  throw new Error('not built');
}

export function setUpClinic(
  _context: PublicContext,
  _input: FirstStart,
): Promise<Result<undefined, Failure>> {
  throw new Error('not built');
}
