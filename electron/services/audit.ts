import type { AuditPage, AuditVerdict, ReadAudit } from '../../shared/contract/clinic.ts';
import type { Failure } from '../../shared/contract/failure.ts';
import type { Result } from '../../shared/kernel/result.ts';
import type { ServiceContext } from './context.ts';

export function readAudit(_context: ServiceContext, _input: ReadAudit): Promise<Result<AuditPage, Failure>> {
  throw new Error('not built');
}

export function verifyAudit(_context: ServiceContext): Promise<Result<AuditVerdict, Failure>> {
  throw new Error('not built');
}
