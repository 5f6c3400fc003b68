import { insertAssessment, readLastAssessment } from '../../db/repositories/assessments.ts';
import { insertCase, insertConsent, readCase, readConsent } from '../../db/repositories/cases.ts';
import { readPatientHeader } from '../../db/repositories/patients.ts';
import { readAnswersOf } from '../../db/repositories/sessions.ts';
import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import type { Failure } from '../../shared/contract/failure.ts';
import type {
  AssessmentView,
  OpenCase,
  RecordConsent,
  SaveAssessment,
} from '../../shared/contract/patient.ts';
import type { Assessment } from '../../shared/domain/patient/assessment.ts';
import type { TreatmentCase } from '../../shared/domain/patient/patient.ts';
import { saidBefore } from '../../shared/domain/patient/said-before.ts';
import { idOf, type CaseId } from '../../shared/kernel/ids.ts';
import { ok, type Result } from '../../shared/kernel/result.ts';
import { carryMapOver } from './carry-map-over.ts';
import type { ServiceContext } from './context.ts';
import { invalid, notFound } from './invalid.ts';
import { profileInUse } from './profiles.ts';
import { write } from './write.ts';

/** Opens a course of treatment. Its map starts from the last one of the patient, marked as carried over. */
export function openCase(context: ServiceContext, input: OpenCase): Promise<Result<TreatmentCase, Failure>> {
  return write(context, async (writing) => {
    const { trx, at, audit, changed } = writing;
    if (!(await readPatientHeader(trx, input.patientId))) return notFound('patient');
    const opened: TreatmentCase = {
      id: idOf<'case'>(context.newUuid()),
      patientId: input.patientId,
      openedOn: context.today(),
      reason: input.reason,
    };
    await insertCase(trx, { ...opened, openedAt: at, openedBy: context.actor.id });
    await audit({ action: 'case/open', entity: 'case', entityId: opened.id, after: opened });
    await carryMapOver(context, writing, opened);
    changed({ topic: 'patient', id: opened.patientId });
    changed({ topic: 'case', id: opened.id });
    return ok(opened);
  });
}

/** The last assessment of a case and the consent on record. */
export async function readAssessment(
  { db }: ServiceContext,
  caseId: CaseId,
): Promise<Result<AssessmentView, Failure>> {
  if (!(await readCase(db, caseId))) return notFound('case');
  return ok(await assessmentViewOf(db, caseId));
}

async function assessmentViewOf(db: Kysely<Database>, caseId: CaseId): Promise<AssessmentView> {
  const assessment = await readLastAssessment(db, caseId);
  return {
    assessment,
    saidBefore: saidBefore(assessment, await readAnswersOf(db, caseId)),
    consent: await readConsent(db, caseId),
  };
}

/**
 * Adds an assessment; earlier ones stay. Questions that the profile in use does not ask, answers given twice, and an
 * acceptance where nothing relative is present are refused as `invalid-input`.
 */
export function saveAssessment(
  context: ServiceContext,
  input: SaveAssessment,
): Promise<Result<AssessmentView, Failure>> {
  return write(context, async ({ trx, at, audit, changed }) => {
    if (!(await readCase(trx, input.caseId))) return notFound('case');
    const { profile } = await profileInUse(trx);
    const seen = new Set<string>();
    for (const [n, answer] of input.eligibility.entries()) {
      const path = `eligibility.${String(n)}`;
      const question = profile.contraindications.find(({ id }) => id === answer.contraindicationId);
      if (!question) return invalid(`${path}.contraindicationId`, 'unknown');
      if (seen.has(question.id)) return invalid(`${path}.contraindicationId`, 'twice');
      seen.add(question.id);
      const mayBeAccepted = answer.present && question.grade === 'relative';
      if (answer.acceptedBecause !== null && !mayBeAccepted) {
        return invalid(`${path}.acceptedBecause`, 'not-relative');
      }
    }
    const assessment: Assessment = {
      ...input,
      id: idOf<'assessment'>(context.newUuid()),
      recordedAt: at,
      recordedBy: context.actor.id,
    };
    const before = await readLastAssessment(trx, input.caseId);
    await insertAssessment(trx, assessment);
    await audit({
      action: 'assessment/save',
      entity: 'assessment',
      entityId: assessment.id,
      before,
      after: assessment,
    });
    changed({ topic: 'case', id: input.caseId });
    return ok(await assessmentViewOf(trx, input.caseId));
  });
}

/** Records that consent was given on a day, not in the future. */
export function recordConsent(
  context: ServiceContext,
  input: RecordConsent,
): Promise<Result<AssessmentView, Failure>> {
  if (input.onDate > context.today()) return Promise.resolve(invalid('onDate', 'in-future'));
  return write(context, async ({ trx, at, audit, changed }) => {
    if (!(await readCase(trx, input.caseId))) return notFound('case');
    await insertConsent(trx, { ...input, recordedAt: at, recordedBy: context.actor.id });
    const { caseId, ...after } = input;
    await audit({ action: 'consent/record', entity: 'case', entityId: caseId, after });
    changed({ topic: 'case', id: caseId });
    return ok(await assessmentViewOf(trx, caseId));
  });
}
