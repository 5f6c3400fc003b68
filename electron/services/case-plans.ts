import { readCase } from '../../db/repositories/cases.ts';
import { readPlannedAtOpenings } from '../../db/repositories/plan-at-opening.ts';
import { readSessionsOf } from '../../db/repositories/sessions.ts';
import type { Failure } from '../../shared/contract/failure.ts';
import type { CasePlans } from '../../shared/contract/patient-history.ts';
import type { CaseId } from '../../shared/kernel/ids.ts';
import { ok, type Result } from '../../shared/kernel/result.ts';
import type { ServiceContext } from './context.ts';
import { notFound } from './invalid.ts';
import { readPlanOfMappedVeins } from './plan.ts';

/** What was planned for each session of a case when it was opened, and what is planned now. Fails with `not-found`. */
export async function readCasePlans(
  { db }: ServiceContext,
  caseId: CaseId,
): Promise<Result<CasePlans, Failure>> {
  if (!(await readCase(db, caseId))) return notFound('case');
  const planned = await readPlannedAtOpenings(db, caseId);
  const sessions = await readSessionsOf(db, caseId);
  const plan = await readPlanOfMappedVeins(db, caseId);
  return ok({
    sessions: sessions.map((session) => ({ ...session, caseId, planned: planned.get(session.number) ?? [] })),
    planNow: plan?.items ?? [],
    daysNow: (plan?.sessions ?? []).map(({ number, onDate }) => ({ number, onDate })),
  });
}
