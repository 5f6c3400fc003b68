import type { Kysely, Transaction } from 'kysely';
import type { z } from 'zod';
import { SaveAssessment } from '../../shared/contract/patient.ts';
import type { Assessment } from '../../shared/domain/patient/assessment.ts';
import type { CaseId } from '../../shared/kernel/ids.ts';
import type { Database } from '../schema.ts';
import { fromJson } from './json.ts';

const Content = SaveAssessment.omit({ caseId: true });
type Content = z.output<typeof Content>;

/** The last assessment of a case, or null. */
export async function readLastAssessment(db: Kysely<Database>, caseId: CaseId): Promise<Assessment | null> {
  const row = await db
    .selectFrom('assessments')
    .select(['id', 'content', 'recorded_at', 'recorded_by'])
    .where('case_id', '=', caseId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
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
