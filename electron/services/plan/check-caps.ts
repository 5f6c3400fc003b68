import type { Transaction } from 'kysely';
import { readWeights } from '../../../db/repositories/patients.ts';
import type { PlanCap } from '../../../db/repositories/plans.ts';
import type { Database } from '../../../db/schema.ts';
import type { Failure } from '../../../shared/contract/failure.ts';
import { capOf } from '../../../shared/domain/dose/assess-dose.ts';
import type { Limit } from '../../../shared/domain/dose/label-profile.ts';
import type { Plan } from '../../../shared/domain/plan/plan.ts';
import type { PatientId } from '../../../shared/kernel/ids.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Grams } from '../../../shared/kernel/units.ts';
import { invalid } from '../invalid.ts';
import { profileInUse } from '../profiles.ts';

interface CapQuestion {
  readonly plan: Plan;
  /** Those of the version before. */
  readonly before: readonly PlanCap[];
  readonly patientId: PatientId;
}

/**
 * The tighter caps of a plan with who set them: one that was there before keeps its name and time and is not asked again, for the
 * profile or the weight may have changed since, and it never widens anything. A new one must not be wider than the profile's:
 * `dose/cap-wider`; `invalid-input` for a limit that the profile does not have, or two caps for one.
 */
export async function checkCaps(
  trx: Transaction<Database>,
  { plan, before, patientId }: CapQuestion,
): Promise<Result<readonly PlanCap[], Failure>> {
  if (plan.sessions.every(({ tighterCaps }) => tighterCaps.length === 0)) return ok([]);
  const { limits } = (await profileInUse(trx)).profile;
  const weightG = (await readWeights(trx, patientId)).at(-1)?.weightG ?? null;
  const caps: PlanCap[] = [];
  for (const [at, { number, tighterCaps }] of plan.sessions.entries()) {
    const path = `sessions.${String(at)}.tighterCaps`;
    if (new Set(tighterCaps.map(({ limitId }) => limitId)).size < tighterCaps.length) {
      return invalid(path, 'limit-twice');
    }
    for (const [index, { limitId, amount }] of tighterCaps.entries()) {
      const known = before.find(
        (cap) => cap.sessionNumber === number && cap.limitId === limitId && cap.amount === amount,
      );
      const limit = limits.find(({ id }) => id === limitId);
      if (!known && !limit) return invalid(`${path}.${String(index)}.limitId`, 'unknown');
      const most = limit ? mostOf(limit, weightG) : null;
      if (!known && limit && most !== null && amount > most) {
        return err({ code: 'dose/cap-wider', limit, most });
      }
      const { savedAt: setAt, savedBy: setBy } = plan;
      caps.push(known ?? { sessionNumber: number, limitId, amount, setAt, setBy, reason: null });
    }
  }
  return ok(caps);
}

/** The profile's cap; null where it goes by a weight that nobody knows: then it is held against the weight of the day. */
function mostOf(limit: Limit, weightG: Grams | null): number | null {
  if (weightG !== null) return capOf(limit, { weightG });
  return limit.cap.per === 'person' ? limit.cap.amount : null;
}
