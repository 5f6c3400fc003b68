import type { Failure } from '../../shared/contract/failure.ts';
import type { PlanView, SavePlan } from '../../shared/contract/plan.ts';
import type { CaseId } from '../../shared/kernel/ids.ts';
import type { Result } from '../../shared/kernel/result.ts';
import type { ServiceContext } from './context.ts';

export function readPlan(_context: ServiceContext, _input: CaseId): Promise<Result<PlanView, Failure>> {
  throw new Error('not built');
}

export function savePlan(_context: ServiceContext, _input: SavePlan): Promise<Result<PlanView, Failure>> {
  throw new Error('not built');
}
