import type { ApproveProfile, ChooseProfile, ProfileView } from '../../shared/contract/clinic.ts';
import type { Failure } from '../../shared/contract/failure.ts';
import type { Result } from '../../shared/kernel/result.ts';
import type { ServiceContext } from './context.ts';

export function readProfiles(_context: ServiceContext): Promise<Result<readonly ProfileView[], Failure>> {
  throw new Error('not built');
}

export function chooseProfile(
  _context: ServiceContext,
  _input: ChooseProfile,
): Promise<Result<readonly ProfileView[], Failure>> {
  throw new Error('not built');
}

export function approveProfile(
  _context: ServiceContext,
  _input: ApproveProfile,
): Promise<Result<readonly ProfileView[], Failure>> {
  throw new Error('not built');
}
