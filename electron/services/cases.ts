import type { Failure } from '../../shared/contract/failure.ts';
import type {
  AssessmentView,
  OpenCase,
  RecordConsent,
  SaveAssessment,
} from '../../shared/contract/patient.ts';
import type { TreatmentCase } from '../../shared/domain/patient/patient.ts';
import type { CaseId } from '../../shared/kernel/ids.ts';
import type { Result } from '../../shared/kernel/result.ts';
import type { ServiceContext } from './context.ts';

export function openCase(
  _context: ServiceContext,
  _input: OpenCase,
): Promise<Result<TreatmentCase, Failure>> {
  throw new Error('not built');
}

export function readAssessment(
  _context: ServiceContext,
  _input: CaseId,
): Promise<Result<AssessmentView, Failure>> {
  throw new Error('not built');
}

export function saveAssessment(
  _context: ServiceContext,
  _input: SaveAssessment,
): Promise<Result<AssessmentView, Failure>> {
  throw new Error('not built');
}

export function recordConsent(
  _context: ServiceContext,
  _input: RecordConsent,
): Promise<Result<AssessmentView, Failure>> {
  throw new Error('not built');
}
