import { z } from 'zod';
import type { CaseId, SessionId } from '../kernel/ids.ts';
import type { CalendarDate, Instant } from '../kernel/time.ts';
import type { Micrograms, Microlitres } from '../kernel/units.ts';
import {
  CEAP_CLASSES,
  FITZPATRICK_TYPES,
  type VcssItem,
  type Assessment,
} from '../domain/patient/assessment.ts';
import {
  SEXES,
  type AllergyStatement,
  type HeightOnDate,
  type PatientIdentity,
  type TreatmentCase,
  type WeightOnDate,
} from '../domain/patient/patient.ts';
import type { SaidBefore } from '../domain/patient/said-before.ts';
import type { Leg } from '../domain/leg-map/vein.ts';
import type { SessionState } from '../domain/session/session.ts';
import { date, heightMm, id, note, reason, requiredLine, weightG } from './primitives.ts';

export const SearchPatients = z.strictObject({
  /** Parts of a name, a record number, or a birth date as people write it (14.03.1981, 1981-03-14, 14/3/81). Empty: the last ones changed. */
  text: z.string().max(80),
  limit: z.int().min(1).max(50),
});
export type SearchPatients = z.output<typeof SearchPatients>;

export const AllergyInput = z.strictObject({
  substances: z.array(requiredLine(60)).max(20),
  polidocanol: z.boolean(),
  proneToHypersensitivity: z.boolean(),
});

const identity = {
  recordNumber: requiredLine(30),
  familyName: requiredLine(60),
  givenName: requiredLine(60),
  birthDate: date,
  sex: z.enum(SEXES),
};

export const CreatePatient = z.strictObject({
  ...identity,
  weightG: weightG.nullable(),
  heightMm: heightMm.nullable(),
  /** Null: not asked yet. */
  allergies: AllergyInput.nullable(),
});
export type CreatePatient = z.output<typeof CreatePatient>;

/** Corrects an identity; `baseVersion` is the version that was read. */
export const CorrectIdentity = z.strictObject({
  patientId: id('patient'),
  baseVersion: z.int().min(1).max(1_000_000),
  ...identity,
});
export type CorrectIdentity = z.output<typeof CorrectIdentity>;

export const Measure = z.strictObject({
  patientId: id('patient'),
  onDate: date,
  weightG: weightG.nullable(),
  heightMm: heightMm.nullable(),
});
export type Measure = z.output<typeof Measure>;

export const StateAllergies = AllergyInput.extend({ patientId: id('patient') });
export type StateAllergies = z.output<typeof StateAllergies>;

export const OpenCase = z.strictObject({ patientId: id('patient'), reason: requiredLine(200) });
export type OpenCase = z.output<typeof OpenCase>;

const grade = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]);
export const vcss = z.strictObject({
  pain: grade,
  'varicose-veins': grade,
  oedema: grade,
  pigmentation: grade,
  inflammation: grade,
  induration: grade,
  'ulcer-count': grade,
  'ulcer-duration': grade,
  'ulcer-size': grade,
  compression: grade,
} satisfies Record<VcssItem, typeof grade>);
const legFindings = z.strictObject({
  ceap: z.enum(CEAP_CLASSES).nullable(),
  symptomatic: z.boolean().nullable(),
  vcss: vcss.nullable(),
});

export const SaveAssessment = z.strictObject({
  caseId: id('case'),
  legs: z.strictObject({ right: legFindings, left: legFindings }),
  fitzpatrick: z.enum(FITZPATRICK_TYPES).nullable(),
  earlierTreatment: note,
  duplexFindings: note.nullable(),
  eligibility: z
    .array(
      z.strictObject({
        contraindicationId: requiredLine(60),
        present: z.boolean(),
        acceptedBecause: reason.nullable(),
      }),
    )
    .max(100),
});
export type SaveAssessment = z.output<typeof SaveAssessment>;

export const RecordConsent = z.strictObject({
  caseId: id('case'),
  onDate: date,
  formName: requiredLine(120),
});
export type RecordConsent = z.output<typeof RecordConsent>;

/** A line of the search. */
export interface PatientHit extends PatientIdentity {
  readonly lastCaseId: CaseId | null;
}

/** What stands on top of every page of a patient. */
export interface PatientHeader extends PatientIdentity {
  readonly version: number;
  readonly weight: WeightOnDate | null;
  readonly height: HeightOnDate | null;
  readonly allergies: AllergyStatement | null;
}

/** A session in the list of a case. */
export interface SessionSummary {
  readonly id: SessionId;
  readonly number: number;
  readonly onDate: CalendarDate;
  readonly legs: readonly Leg[];
  readonly state: SessionState;
  readonly openedBy: string;
  readonly injections: number;
  readonly volumeUl: Microlitres;
  readonly massUg: Micrograms;
  readonly struckOut: number;
  readonly overrides: number;
  readonly signedBy: readonly string[];
}

export interface ConsentView {
  readonly onDate: CalendarDate;
  readonly formName: string;
  readonly recordedAt: Instant;
  readonly recordedBy: string;
}

export interface CaseSummary extends TreatmentCase {
  readonly veins: number;
  readonly plannedSessions: number;
  readonly sessions: readonly SessionSummary[];
  readonly reviews: number;
  /** The first planned session that was not held yet; null: none is planned. */
  readonly next: {
    readonly number: number;
    readonly onDate: CalendarDate;
    /** `HH:MM`, or null while it has no time. */
    readonly atTime: string | null;
  } | null;
  /** The last one that holds; null: not reviewed yet. */
  readonly lastReview: {
    readonly onDate: CalendarDate;
    readonly improvementPercent: number | null;
  } | null;
}

/** The patient's page. */
export interface PatientView {
  readonly patient: PatientHeader;
  /** The newest first. */
  readonly cases: readonly CaseSummary[];
  readonly weights: readonly WeightOnDate[];
}

/** What the assessment page of a case shows. */
export interface AssessmentView {
  readonly assessment: Assessment | null;
  /** The last answer to each question, at the assessment or at the opening of a session of this case. */
  readonly saidBefore: readonly SaidBefore[];
  readonly consent: ConsentView | null;
}
