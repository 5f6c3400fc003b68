import type { Transaction } from 'kysely';
import { readLastAssessment } from '../../../db/repositories/assessments.ts';
import { readConsent } from '../../../db/repositories/cases.ts';
import { readPatientHeader } from '../../../db/repositories/patients.ts';
import type { Database } from '../../../db/schema.ts';
import type { Failure, SessionCheck } from '../../../shared/contract/failure.ts';
import type { OpenSession } from '../../../shared/contract/session.ts';
import type { LabelProfile } from '../../../shared/domain/dose/label-profile.ts';
import {
  judgeEligibility,
  missingFromAssessment,
  type EligibilityJudgement,
} from '../../../shared/domain/patient/eligibility.ts';
import { saysTheSame, type TreatmentCase } from '../../../shared/domain/patient/patient.ts';
import { weighingRuleOf, weightDoubt } from '../../../shared/domain/patient/weighing.ts';
import type { PlanItem } from '../../../shared/domain/plan/plan.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { CalendarDate } from '../../../shared/kernel/time.ts';
import type { Grams } from '../../../shared/kernel/units.ts';
import { invalid } from '../invalid.ts';

export interface PatientQuestion {
  readonly input: OpenSession;
  readonly treated: TreatmentCase;
  readonly due: readonly PlanItem[];
  readonly profile: LabelProfile;
  readonly today: CalendarDate;
}

/** What the checks have found right. */
export interface CheckedPatient {
  readonly weightG: Grams;
  readonly allergies: NonNullable<OpenSession['allergies']>;
}

/**
 * Whether the patient may be treated today: what speaks against it first (`session/contraindicated`), then what has not been checked
 * (`session/check-missing`), then what a surgeon has to accept (`session/acceptance-needed`).
 */
export async function checkPatient(
  trx: Transaction<Database>,
  question: PatientQuestion,
): Promise<Result<CheckedPatient, Failure>> {
  const { input, profile } = question;
  const isKnown = (id: string) => profile.contraindications.some((entry) => entry.id === id);
  const unknown = input.answers.findIndex((answer) => !isKnown(answer.contraindicationId));
  if (unknown >= 0) return invalid(`answers.${String(unknown)}.contraindicationId`, 'unknown');

  const record = await readRecord(trx, question);
  const judgement = judgeEligibility({
    profile,
    answers: [...(record.assessment?.eligibility ?? []), ...input.answers],
    acceptances: input.acceptances,
    allergies: record.allergies,
    foamPlanned: isFoamPlanned(question),
  });
  if (judgement.blocked.length > 0) {
    return err({ code: 'session/contraindicated', contraindicationIds: judgement.blocked });
  }
  const isDone = doneChecks(question, record, judgement);
  const checks = CHECKS.filter((check) => !isDone[check]);
  const { weightG, allergies } = input;
  if (checks.length > 0 || weightG === null || allergies === null) {
    return err({ code: 'session/check-missing', checks });
  }
  if (judgement.needsAcceptance.length > 0) {
    return err({ code: 'session/acceptance-needed', contraindicationIds: judgement.needsAcceptance });
  }
  return ok({ weightG, allergies });
}

/** What is on record about the patient. */
async function readRecord(trx: Transaction<Database>, { treated }: PatientQuestion) {
  const header = await readPatientHeader(trx, treated.patientId);
  return {
    assessment: await readLastAssessment(trx, treated.id),
    consent: await readConsent(trx, treated.id),
    allergies: header?.allergies ?? null,
    lastWeight: header?.weight ?? null,
  };
}

function doneChecks(
  question: PatientQuestion,
  record: Awaited<ReturnType<typeof readRecord>>,
  judgement: EligibilityJudgement,
): Readonly<Record<SessionCheck, boolean>> {
  const { input, profile, today } = question;
  const foamPlanned = isFoamPlanned(question);
  const asked = profile.contraindications.filter(({ foamOnly }) => foamPlanned || !foamOnly);
  const answeredToday = new Set(input.answers.map(({ contraindicationId }) => contraindicationId));
  const { weightG, weightConfirmed } = input;
  const doubt =
    weightG === null ? null : weightDoubt(weightG, record.lastWeight, today, weighingRuleOf(profile));
  return {
    identity: input.identityConfirmed,
    consent: record.consent !== null,
    weight: weightG !== null && (doubt === null || weightConfirmed),
    changes: asked.every(({ id, askEachSession }) => !askEachSession || answeredToday.has(id)),
    eligibility: record.assessment !== null && missingFromAssessment(judgement, profile).length === 0,
    // What was read out to the patient must be what stands on record: somebody else may have added to it meanwhile.
    allergies:
      record.allergies !== null && input.allergies !== null && saysTheSame(record.allergies, input.allergies),
  };
}

function isFoamPlanned({ due }: PatientQuestion): boolean {
  return due.some(({ preparation }) => preparation.form === 'foam');
}

const CHECKS: readonly SessionCheck[] = [
  'identity',
  'consent',
  'weight',
  'changes',
  'eligibility',
  'allergies',
];
