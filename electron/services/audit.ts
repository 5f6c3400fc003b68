import { readAuditPage } from '../../db/repositories/audit.ts';
import { verifyAuditChain } from '../../db/audit/verify-audit-chain.ts';
import type { AuditPage, AuditVerdict, ReadAudit } from '../../shared/contract/clinic.ts';
import type { Failure } from '../../shared/contract/failure.ts';
import { ok, type Result } from '../../shared/kernel/result.ts';
import type { ServiceContext } from './context.ts';

/** Rows of the audit, the newest first. */
export async function readAudit(
  { db }: ServiceContext,
  input: ReadAudit,
): Promise<Result<AuditPage, Failure>> {
  return ok(await readAuditPage(db, input));
}

/** Walks the whole chain. */
export async function verifyAudit({ db }: ServiceContext): Promise<Result<AuditVerdict, Failure>> {
  return ok(await verifyAuditChain(db));
}
