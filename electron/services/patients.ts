import type { Failure } from '../../shared/contract/failure.ts';
import type {
  CorrectIdentity,
  CreatePatient,
  Measure,
  PatientHeader,
  PatientHit,
  PatientView,
  SearchPatients,
  StateAllergies,
} from '../../shared/contract/patient.ts';
import type { PatientId } from '../../shared/kernel/ids.ts';
import type { Result } from '../../shared/kernel/result.ts';
import type { ServiceContext } from './context.ts';

export function searchPatients(
  _context: ServiceContext,
  _input: SearchPatients,
): Promise<Result<readonly PatientHit[], Failure>> {
  throw new Error('not built');
}

export function createPatient(
  _context: ServiceContext,
  _input: CreatePatient,
): Promise<Result<PatientHeader, Failure>> {
  throw new Error('not built');
}

export function correctIdentity(
  _context: ServiceContext,
  _input: CorrectIdentity,
): Promise<Result<PatientHeader, Failure>> {
  throw new Error('not built');
}

export function readPatient(
  _context: ServiceContext,
  _input: PatientId,
): Promise<Result<PatientView, Failure>> {
  throw new Error('not built');
}

export function measure(_context: ServiceContext, _input: Measure): Promise<Result<PatientHeader, Failure>> {
  throw new Error('not built');
}

export function stateAllergies(
  _context: ServiceContext,
  _input: StateAllergies,
): Promise<Result<PatientHeader, Failure>> {
  throw new Error('not built');
}
