import type { AllergyInput } from '../../../shared/contract/patient.ts';
import type { CeapClass, FitzpatrickType, VcssScore } from '../../../shared/domain/patient/assessment.ts';
import type { Sex } from '../../../shared/domain/patient/patient.ts';
import type { Leg } from '../../../shared/domain/leg-map/vein.ts';
import type { CaseId, PatientId } from '../../../shared/kernel/ids.ts';
import { calendarDate } from '../../../shared/kernel/time.ts';
import { grams } from '../../../shared/kernel/units.ts';
import { openCase, recordConsent, saveAssessment } from '../../services/cases.ts';
import type { ServiceContext } from '../../services/context.ts';
import { createPatient } from '../../services/patients.ts';
import { readPlan } from '../../services/plan.ts';
import { done } from '../demo-clinic.ts';
import type { output } from 'zod';

/** Who somebody is, as the front desk writes it down. */
export interface Newcomer {
  readonly recordNumber: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly birthDate: string;
  readonly sex?: Sex;
  readonly heightMm: number;
  /** Null: not weighed yet. */
  readonly weightG: number | null;
  /** Null: not asked yet. */
  readonly allergies: output<typeof AllergyInput> | null;
}

export const NO_ALLERGIES = { substances: [], polidocanol: false, proneToHypersensitivity: false };

/** Writes down a new patient. */
export async function admit(context: ServiceContext, who: Newcomer): Promise<PatientId> {
  const patient = await done(
    createPatient(context, {
      recordNumber: who.recordNumber,
      familyName: who.familyName,
      givenName: who.givenName,
      birthDate: calendarDate(who.birthDate),
      sex: who.sex ?? 'female',
      heightMm: who.heightMm,
      weightG: who.weightG === null ? null : grams(who.weightG),
      allergies: who.allergies,
    }),
  );
  return patient.id;
}

/** What was found at the first visit. */
export interface Findings {
  readonly ceap?: Partial<Record<Leg, CeapClass>>;
  readonly symptomatic?: boolean;
  readonly vcss?: Partial<Record<Leg, Partial<VcssScore>>>;
  readonly fitzpatrick?: FitzpatrickType;
  readonly earlierTreatment?: string;
  readonly duplex?: string | null;
  /** Contraindications that are present, and why the surgeon treats all the same, where that may be. */
  readonly present?: Readonly<Record<string, string | null>>;
}

/** A leg without any sign of venous disease. */
export const NO_SIGNS: VcssScore = {
  pain: 0,
  'varicose-veins': 0,
  oedema: 0,
  pigmentation: 0,
  inflammation: 0,
  induration: 0,
  'ulcer-count': 0,
  'ulcer-duration': 0,
  'ulcer-size': 0,
  compression: 0,
};

/** Opens a case. */
export async function beginCase(
  context: ServiceContext,
  patientId: PatientId,
  reason: string,
): Promise<CaseId> {
  const opened = await done(openCase(context, { patientId, reason }));
  return opened.id;
}

/** Answers every question of the eligibility check, and writes down what was found. */
export async function assess(context: ServiceContext, caseId: CaseId, findings: Findings): Promise<void> {
  const { profile } = await done(readPlan(context, caseId));
  const present = findings.present ?? {};
  const leg = (side: Leg) => {
    const ceap = findings.ceap?.[side] ?? null;
    const vcss = ceap === null ? null : { ...NO_SIGNS, ...findings.vcss?.[side] };
    return { ceap, symptomatic: ceap === null ? null : (findings.symptomatic ?? false), vcss };
  };
  await done(
    saveAssessment(context, {
      caseId,
      legs: { right: leg('right'), left: leg('left') },
      fitzpatrick: findings.fitzpatrick ?? 'II',
      earlierTreatment: findings.earlierTreatment ?? '',
      duplexFindings: findings.duplex ?? null,
      eligibility: profile.contraindications.map(({ id }) => ({
        contraindicationId: id,
        present: id in present,
        acceptedBecause: present[id] ?? null,
      })),
    }),
  );
}

/** The patient signs the consent form today. */
export async function consent(context: ServiceContext, caseId: CaseId): Promise<void> {
  await done(
    recordConsent(context, {
      caseId,
      onDate: context.today(),
      formName: 'Microsclerotherapy of the legs, 4',
    }),
  );
}
