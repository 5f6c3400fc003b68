import { sql, type Transaction } from 'kysely';
import type { CaseId, PersonId, PlanId } from '../../shared/kernel/ids.ts';
import type { CalendarDate, Instant } from '../../shared/kernel/time.ts';
import type { Database } from '../schema.ts';

/** A new version of a plan in which one session has another day, and nothing else differs. */
export interface MovedPlan {
  readonly id: PlanId;
  readonly caseId: CaseId;
  readonly version: number;
  readonly copiedFrom: PlanId;
  readonly number: number;
  readonly onDate: CalendarDate;
  readonly savedAt: Instant;
  readonly savedBy: PersonId;
}

/** Copies every row as it stands, those of erased veins too: what a vein was when it was planned stays with it. */
export async function insertMovedPlan(trx: Transaction<Database>, plan: MovedPlan): Promise<void> {
  await trx
    .insertInto('plans')
    .values({
      id: plan.id,
      case_id: plan.caseId,
      version: plan.version,
      saved_at: plan.savedAt,
      saved_by: plan.savedBy,
      copied_from: plan.copiedFrom,
    })
    .execute();
  await sql`insert into plan_sessions (plan_id, number, on_date, at_time)
    select ${plan.id}, number, case number when ${plan.number} then ${plan.onDate} else on_date end, at_time
    from plan_sessions where plan_id = ${plan.copiedFrom}`.execute(trx);
  await sql`insert into plan_session_caps (plan_id, number, limit_id, amount, set_at, set_by)
    select ${plan.id}, number, limit_id, amount, set_at, set_by
    from plan_session_caps where plan_id = ${plan.copiedFrom}`.execute(trx);
  await sql`insert into plan_items (plan_id, position, vein_id, session_number, form, strength_ug_per_ml, gas_parts,
      punctures, volume_per_puncture_ul, locked, vein_kind, vein_pattern, vein_extent)
    select ${plan.id}, position, vein_id, session_number, form, strength_ug_per_ml, gas_parts,
      punctures, volume_per_puncture_ul, locked, vein_kind, vein_pattern, vein_extent
    from plan_items where plan_id = ${plan.copiedFrom}`.execute(trx);
}
