import type { Kysely } from 'kysely';
import { z } from 'zod';
import { RESPONSES, type Response } from '../../shared/domain/outcome/review.ts';
import type { VeinStep } from '../../shared/domain/patient/map-days.ts';
import type {
  AssessmentFact,
  CaseFact,
  ComplicationFact,
  ConsentFact,
  PlanFact,
  ReviewFact,
} from '../../shared/domain/patient/timeline-facts.ts';
import type { PatientId, ReviewId } from '../../shared/kernel/ids.ts';
import type { Database } from '../schema.ts';

// Each reads one kind of fact of a patient, over all cases in one question.

export async function readCaseFacts(db: Kysely<Database>, id: PatientId): Promise<readonly CaseFact[]> {
  const rows = await db
    .selectFrom('cases')
    .innerJoin('people', 'people.id', 'cases.opened_by')
    .select(['cases.id', 'cases.opened_on', 'cases.reason', 'cases.opened_at', 'people.name'])
    .where('cases.patient_id', '=', id)
    .execute();
  return rows.map((row) => ({
    caseId: row.id,
    onDate: row.opened_on,
    reason: row.reason,
    at: row.opened_at,
    by: row.name,
  }));
}

export async function readAssessmentFacts(
  db: Kysely<Database>,
  id: PatientId,
): Promise<readonly AssessmentFact[]> {
  const rows = await db
    .selectFrom('cases')
    .innerJoin('assessments', 'assessments.case_id', 'cases.id')
    .innerJoin('people', 'people.id', 'assessments.recorded_by')
    .select(['assessments.case_id', 'assessments.recorded_at', 'people.name'])
    .where('cases.patient_id', '=', id)
    .execute();
  return rows.map((row) => ({ caseId: row.case_id, at: row.recorded_at, by: row.name }));
}

export async function readConsentFacts(db: Kysely<Database>, id: PatientId): Promise<readonly ConsentFact[]> {
  const rows = await db
    .selectFrom('cases')
    .innerJoin('consents', 'consents.case_id', 'cases.id')
    .innerJoin('people', 'people.id', 'consents.recorded_by')
    .select([
      'consents.case_id',
      'consents.on_date',
      'consents.form_name',
      'consents.recorded_at',
      'people.name',
    ])
    .where('cases.patient_id', '=', id)
    .execute();
  return rows.map((row) => ({
    caseId: row.case_id,
    onDate: row.on_date,
    formName: row.form_name,
    at: row.recorded_at,
    by: row.name,
  }));
}

/** Every state of every vein of the patient's maps, without its course. */
export async function readVeinSteps(db: Kysely<Database>, id: PatientId): Promise<readonly VeinStep[]> {
  const rows = await db
    .selectFrom('cases')
    .innerJoin('vein_versions as state', 'state.case_id', 'cases.id')
    .innerJoin('map_gestures as gesture', (join) =>
      join.onRef('gesture.case_id', '=', 'state.case_id').onRef('gesture.version', '=', 'state.map_version'),
    )
    .select((eb) => [
      'state.vein_id',
      'state.case_id',
      'state.map_version',
      'gesture.made_on',
      'gesture.made_at',
      'gesture.made_by',
      eb
        .case()
        .when('state.content', 'is', null)
        .then('erased' as const)
        // The text of a note cannot say this: there the quotes would stand behind strokes.
        .when('state.content', 'like', '%"carriedOverFrom":null%')
        .then('mapped' as const)
        .else('carried-over' as const)
        .end()
        .as('state'),
    ])
    .where('cases.patient_id', '=', id)
    .execute();
  return rows.map((row) => ({
    veinId: row.vein_id,
    caseId: row.case_id,
    version: row.map_version,
    onDate: row.made_on,
    madeAt: row.made_at,
    madeBy: row.made_by,
    state: row.state,
  }));
}

export async function readPlanFacts(db: Kysely<Database>, id: PatientId): Promise<readonly PlanFact[]> {
  const rows = await db
    .selectFrom('cases')
    .innerJoin('plans', 'plans.case_id', 'cases.id')
    .innerJoin('people', 'people.id', 'plans.saved_by')
    .select((eb) => [
      'plans.case_id',
      'plans.version',
      'plans.saved_at',
      'people.name',
      eb
        .selectFrom('plan_sessions')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .whereRef('plan_sessions.plan_id', '=', 'plans.id')
        .as('sessions'),
    ])
    .where('cases.patient_id', '=', id)
    .execute();
  return rows.map((row) => ({
    caseId: row.case_id,
    version: row.version,
    sessions: row.sessions ?? 0,
    at: row.saved_at,
    by: row.name,
  }));
}

/** How each complication stood on each day that was written down; what was struck out is left out. */
export async function readComplicationFacts(
  db: Kysely<Database>,
  id: PatientId,
): Promise<readonly ComplicationFact[]> {
  const rows = await db
    .selectFrom('complications')
    .innerJoin('complication_entries as entry', 'entry.complication_id', 'complications.id')
    .innerJoin('people', 'people.id', 'entry.recorded_by')
    .leftJoin('complication_strike_outs as strike', 'strike.complication_id', 'complications.id')
    .leftJoin('complication_entry_strike_outs as entry_strike', 'entry_strike.entry_id', 'entry.id')
    .select([
      'entry.id',
      'complications.case_id',
      'complications.kind',
      'complications.onset_on',
      'entry.on_date',
      'entry.state',
      'entry.grade',
      'entry.serious',
      'entry.recorded_at',
      'people.name',
    ])
    .where('complications.patient_id', '=', id)
    .where('strike.complication_id', 'is', null)
    .where('entry_strike.entry_id', 'is', null)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    caseId: row.case_id,
    onDate: row.on_date,
    onsetOn: row.onset_on,
    complication: row.kind,
    state: row.state,
    grade: row.grade,
    isSerious: row.serious === 1,
    at: row.recorded_at,
    by: row.name,
  }));
}

/** The reviews that hold: one whose place a later one took is left out. */
export async function readReviewFacts(db: Kysely<Database>, id: PatientId): Promise<readonly ReviewFact[]> {
  const rows = await db
    .selectFrom('cases')
    .innerJoin('reviews', 'reviews.case_id', 'cases.id')
    .innerJoin('people', 'people.id', 'reviews.recorded_by')
    .select([
      'reviews.id',
      'reviews.case_id',
      'reviews.on_date',
      'reviews.improvement_percent',
      'reviews.replaces_id',
      'reviews.recorded_at',
      'people.name',
    ])
    .where('cases.patient_id', '=', id)
    .execute();
  const replaced = new Set(rows.map(({ replaces_id }) => replaces_id));
  const counts = await readResponseCounts(db, id);
  return rows
    .filter((row) => !replaced.has(row.id))
    .map((row) => ({
      reviewId: row.id,
      caseId: row.case_id,
      onDate: row.on_date,
      improvementPercent: row.improvement_percent,
      counts: { ...NO_RESPONSE, ...counts.get(row.id) },
      at: row.recorded_at,
      by: row.name,
    }));
}

const NO_RESPONSE: Readonly<Record<Response, number>> = {
  cleared: 0,
  better: 0,
  same: 0,
  worse: 0,
  'not-seen': 0,
};
const StoredResponse = z.enum(RESPONSES);

async function readResponseCounts(
  db: Kysely<Database>,
  id: PatientId,
): Promise<ReadonlyMap<ReviewId, Partial<Record<Response, number>>>> {
  const rows = await db
    .selectFrom('cases')
    .innerJoin('reviews', 'reviews.case_id', 'cases.id')
    .innerJoin('review_responses as rated', 'rated.review_id', 'reviews.id')
    .select((eb) => ['rated.review_id', 'rated.response', eb.fn.countAll<number>().as('count')])
    .where('cases.patient_id', '=', id)
    .groupBy(['rated.review_id', 'rated.response'])
    .execute();
  const counts = new Map<ReviewId, Partial<Record<Response, number>>>();
  for (const { review_id, response, count } of rows) {
    counts.set(review_id, { ...counts.get(review_id), [StoredResponse.parse(response)]: count });
  }
  return counts;
}
