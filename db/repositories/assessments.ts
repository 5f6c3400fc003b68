import type { Kysely, Transaction } from 'kysely';
import type { z } from 'zod';
import { SaveAssessment } from '../../shared/contract/patient.ts';
import type { Assessment } from '../../shared/domain/patient/assessment.ts';
import type { CaseId } from '../../shared/kernel/ids.ts';
import type { Instant } from '../../shared/kernel/time.ts';
import type { Database } from '../schema.ts';
import { fromJson } from './json.ts';

const Content = SaveAssessment.omit({ caseId: true });
type Content = z.output<typeof Content>;

/** The last assessment of a case, or null. */
export async function readLastAssessment(db: Kysely<Database>, caseId: CaseId): Promise<Assessment | null> {
  const row = await assessmentsOf(db, caseId).orderBy('seq', 'desc').limit(1).executeTakeFirst();
  return row ? assessmentOf(caseId, row) : null;
}

/** How a case was assessed before a moment: the last assessment up to then, else the first after it; null without any. */
export async function readAssessmentBefore(
  db: Kysely<Database>,
  caseId: CaseId,
  moment: Instant,
): Promise<Assessment | null> {
  const query = assessmentsOf(db, caseId);
  const row =
    (await query.where('recorded_at', '<=', moment).orderBy('seq', 'desc').limit(1).executeTakeFirst()) ??
    (await query.orderBy('seq').limit(1).executeTakeFirst());
  return row ? assessmentOf(caseId, row) : null;
}

function assessmentsOf(db: Kysely<Database>, caseId: CaseId) {
  return db
    .selectFrom('assessments')
    .select(['id', 'content', 'recorded_at', 'recorded_by'])
    .where('case_id', '=', caseId);
}

type AssessmentRow = Awaited<ReturnType<ReturnType<typeof assessmentsOf>['executeTakeFirstOrThrow']>>;

function assessmentOf(caseId: CaseId, row: AssessmentRow): Assessment {
  return {
    id: row.id,
    caseId,
    ...fromJson(Content, row.content),
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
  };
}

export async function insertAssessment(trx: Transaction<Database>, assessment: Assessment): Promise<void> {
  const content: Content = {
    legs: assessment.legs,
    fitzpatrick: assessment.fitzpatrick,
    earlierTreatment: assessment.earlierTreatment,
    duplexFindings: assessment.duplexFindings,
    eligibility: [...assessment.eligibility],
  };
  await trx
    .insertInto('assessments')
    .values({
      id: assessment.id,
      case_id: assessment.caseId,
      content: JSON.stringify(content),
      recorded_at: assessment.recordedAt,
      recorded_by: assessment.recordedBy,
    })
    .execute();
}
