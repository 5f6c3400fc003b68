import type { Kysely, Selectable, Transaction } from 'kysely';
import type { Plan, PlanItem } from '../../shared/domain/plan/plan.ts';
import type { TighterCapSet } from '../../shared/domain/dose/tighter-caps.ts';
import type { VeinKind, VeinPattern } from '../../shared/domain/leg-map/vein.ts';
import type { CaseId, PlanId, VeinId } from '../../shared/kernel/ids.ts';
import type { Database } from '../schema.ts';
import { inBatches } from './batches.ts';
import { preparationColumns, preparationOf } from './preparation.ts';

/** The plan of a case as it stands now, or null. */
export async function readCurrentPlan(db: Kysely<Database>, caseId: CaseId): Promise<Plan | null> {
  const head = await db
    .selectFrom('plans')
    .select(['id', 'version', 'saved_at', 'saved_by'])
    .where('case_id', '=', caseId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!head) return null;
  const sessions = await db
    .selectFrom('plan_sessions')
    .select(['number', 'on_date', 'at_time'])
    .where('plan_id', '=', head.id)
    .orderBy('number')
    .execute();
  const items = await db
    .selectFrom('plan_items')
    .selectAll()
    .where('plan_id', '=', head.id)
    .orderBy('position')
    .execute();
  const caps = await readPlanCaps(db, head.id);
  return {
    id: head.id,
    caseId,
    version: head.version,
    sessions: sessions.map((row) => ({
      number: row.number,
      onDate: row.on_date,
      atTime: row.at_time,
      tighterCaps: caps
        .filter(({ sessionNumber }) => sessionNumber === row.number)
        .map(({ limitId, amount }) => ({ limitId, amount })),
    })),
    items: items.map(itemOf),
    savedAt: head.saved_at,
    savedBy: head.saved_by,
  };
}

/** What the plan of a case, as it stands now, means for one vein in one session, in the order of the plan. */
export async function readItemsOfVein(
  db: Kysely<Database>,
  { caseId, sessionNumber, veinId }: { caseId: CaseId; sessionNumber: number; veinId: VeinId },
): Promise<readonly PlanItem[]> {
  const rows = await db
    .selectFrom('plan_items')
    .selectAll()
    .where('plan_id', '=', (eb) =>
      eb.selectFrom('plans').select('id').where('case_id', '=', caseId).orderBy('version', 'desc').limit(1),
    )
    .where('session_number', '=', sessionNumber)
    .where('vein_id', '=', veinId)
    .orderBy('position')
    .execute();
  return rows.map(itemOf);
}

/** A tighter cap of a planned session, and who set it. */
export type PlanCap = TighterCapSet & { readonly sessionNumber: number };

/** The tighter caps of a version of a plan, by session and limit. */
export async function readPlanCaps(db: Kysely<Database>, planId: PlanId): Promise<readonly PlanCap[]> {
  const rows = await db
    .selectFrom('plan_session_caps')
    .selectAll()
    .where('plan_id', '=', planId)
    .orderBy('number')
    .orderBy('limit_id')
    .execute();
  return rows.map((row) => ({
    sessionNumber: row.number,
    limitId: row.limit_id,
    amount: row.amount,
    setAt: row.set_at,
    setBy: row.set_by,
    reason: null,
  }));
}

/** How many sessions the plan of a case holds now. */
export async function countPlannedSessions(db: Kysely<Database>, caseId: CaseId): Promise<number> {
  const row = await db
    .selectFrom('plan_sessions')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('plan_id', '=', (eb) =>
      eb.selectFrom('plans').select('id').where('case_id', '=', caseId).orderBy('version', 'desc').limit(1),
    )
    .executeTakeFirstOrThrow();
  return row.count;
}

/** The time of day that the plan has for a session, or null. */
export async function readPlannedTime(
  db: Kysely<Database>,
  caseId: CaseId,
  number: number,
): Promise<string | null> {
  const row = await db
    .selectFrom('plan_sessions')
    .innerJoin('plans', 'plans.id', 'plan_sessions.plan_id')
    .select('plan_sessions.at_time')
    .where('plans.case_id', '=', caseId)
    .where('plan_sessions.number', '=', number)
    .orderBy('plans.version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.at_time ?? null;
}

/** What goes with a plan into the file: who set its caps, and what each vein is as it is planned. */
export interface PlanContext {
  readonly caps: readonly PlanCap[];
  readonly vesselOf: (veinId: VeinId) => PlannedVessel;
}

export interface PlannedVessel {
  readonly kind: VeinKind;
  readonly pattern: VeinPattern;
  /** Millimetres of a line, square millimetres of a web. */
  readonly extent: number;
}

/** Writes a version of a plan. The caps are those of `context`, which knows who set them. */
export async function insertPlan(
  trx: Transaction<Database>,
  plan: Plan,
  { caps, vesselOf }: PlanContext,
): Promise<void> {
  await trx
    .insertInto('plans')
    .values({
      id: plan.id,
      case_id: plan.caseId,
      version: plan.version,
      saved_at: plan.savedAt,
      saved_by: plan.savedBy,
    })
    .execute();
  for (const batch of inBatches(plan.sessions)) {
    await trx
      .insertInto('plan_sessions')
      .values(
        batch.map(({ number, onDate, atTime }) => ({
          plan_id: plan.id,
          number,
          on_date: onDate,
          at_time: atTime,
        })),
      )
      .execute();
  }
  for (const batch of inBatches(caps)) {
    await trx
      .insertInto('plan_session_caps')
      .values(
        batch.map((cap) => ({
          plan_id: plan.id,
          number: cap.sessionNumber,
          limit_id: cap.limitId,
          amount: cap.amount,
          set_at: cap.setAt,
          set_by: cap.setBy,
        })),
      )
      .execute();
  }
  for (const batch of inBatches(plan.items.map((item, position) => ({ item, position })))) {
    await trx
      .insertInto('plan_items')
      .values(
        batch.map(({ item, position }) => ({
          plan_id: plan.id,
          position,
          vein_id: item.veinId,
          session_number: item.sessionNumber,
          ...preparationColumns(item.preparation),
          punctures: item.punctures,
          volume_per_puncture_ul: item.volumePerPunctureUl,
          locked: item.locked ? (1 as const) : (0 as const),
          ...vesselColumns(vesselOf(item.veinId)),
        })),
      )
      .execute();
  }
}

function vesselColumns({ kind, pattern, extent }: PlannedVessel) {
  return { vein_kind: kind, vein_pattern: pattern, vein_extent: extent };
}

export function itemOf(row: Selectable<Database['plan_items']>): PlanItem {
  return {
    veinId: row.vein_id,
    sessionNumber: row.session_number,
    preparation: preparationOf(row),
    punctures: row.punctures,
    volumePerPunctureUl: row.volume_per_puncture_ul,
    locked: row.locked === 1,
  };
}
