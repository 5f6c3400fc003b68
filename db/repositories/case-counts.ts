import type { Kysely } from 'kysely';
import type { CaseSummary } from '../../shared/contract/patient.ts';
import type { CaseId, PatientId } from '../../shared/kernel/ids.ts';
import type { Database } from '../schema.ts';
import { mappedVeins } from './map.ts';

// Each counts one thing in all cases of a patient at once.

/** How many veins the map of each case shows now; a case without any is left out. */
export async function readVeinCounts(
  db: Kysely<Database>,
  patientId: PatientId,
): Promise<ReadonlyMap<CaseId, number>> {
  const rows = await mappedVeins(db)
    .innerJoin('cases', 'cases.id', 'veins.case_id')
    .select((eb) => ['veins.case_id', eb.fn.countAll<number>().as('count')])
    .where('cases.patient_id', '=', patientId)
    .groupBy('veins.case_id')
    .execute();
  return new Map(rows.map((row) => [row.case_id, row.count]));
}

/** The sessions that the plan of each case holds now, by number. */
export async function readPlannedSessions(
  db: Kysely<Database>,
  patientId: PatientId,
): Promise<ReadonlyMap<CaseId, readonly NonNullable<CaseSummary['next']>[]>> {
  const rows = await db
    .selectFrom('cases')
    .innerJoin('plans', 'plans.case_id', 'cases.id')
    .innerJoin('plan_sessions as planned', 'planned.plan_id', 'plans.id')
    .select(['plans.case_id', 'planned.number', 'planned.on_date', 'planned.at_time'])
    .where('cases.patient_id', '=', patientId)
    .where('plans.version', '=', (eb) =>
      eb
        .selectFrom('plans as any')
        .select((inner) => inner.fn.max('any.version').as('newest'))
        .whereRef('any.case_id', '=', 'plans.case_id'),
    )
    .orderBy('planned.number')
    .execute();
  const byCase = Map.groupBy(rows, (row) => row.case_id);
  return new Map(
    [...byCase].map(([caseId, of]) => [
      caseId,
      of.map((row) => ({ number: row.number, onDate: row.on_date, atTime: row.at_time })),
    ]),
  );
}

/** The reviews of each case that hold, the newest first: one whose place a later one took is left out. */
export async function readReviewLines(
  db: Kysely<Database>,
  patientId: PatientId,
): Promise<ReadonlyMap<CaseId, readonly NonNullable<CaseSummary['lastReview']>[]>> {
  const rows = await db
    .selectFrom('cases')
    .innerJoin('reviews', 'reviews.case_id', 'cases.id')
    .select([
      'reviews.id',
      'reviews.case_id',
      'reviews.on_date',
      'reviews.improvement_percent',
      'reviews.replaces_id',
    ])
    .where('cases.patient_id', '=', patientId)
    .orderBy('reviews.on_date', 'desc')
    .orderBy('reviews.recorded_at', 'desc')
    .execute();
  const replaced = new Set(rows.map((row) => row.replaces_id));
  const byCase = Map.groupBy(
    rows.filter(({ id }) => !replaced.has(id)),
    (row) => row.case_id,
  );
  return new Map(
    [...byCase].map(([caseId, of]) => [
      caseId,
      of.map((row) => ({ onDate: row.on_date, improvementPercent: row.improvement_percent })),
    ]),
  );
}
