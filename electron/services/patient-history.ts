import type { Kysely } from 'kysely';
import { readAllergyFacts, readMeasurementFacts } from '../../db/repositories/patient-body-facts.ts';
import {
  readAssessmentFacts,
  readCaseFacts,
  readComplicationFacts,
  readConsentFacts,
  readPlanFacts,
  readReviewFacts,
  readVeinSteps,
} from '../../db/repositories/patient-case-facts.ts';
import { readDoseParts, readStruckOut } from '../../db/repositories/patient-doses.ts';
import {
  readAmendmentFacts,
  readOverrideFacts,
  readPatientSessions,
  readReactionFacts,
  readSignatureFacts,
} from '../../db/repositories/patient-session-facts.ts';
import { readPatientHeader } from '../../db/repositories/patients.ts';
import { readNames } from '../../db/repositories/people.ts';
import type { Database } from '../../db/schema.ts';
import type { Failure } from '../../shared/contract/failure.ts';
import type { PatientEvents } from '../../shared/contract/patient-history.ts';
import { sumOf } from '../../shared/domain/patient/cumulative.ts';
import { mapDays } from '../../shared/domain/patient/map-days.ts';
import type { MapDayFact, SessionFact } from '../../shared/domain/patient/timeline-facts.ts';
import type { PatientId } from '../../shared/kernel/ids.ts';
import { ok, type Result } from '../../shared/kernel/result.ts';
import type { ServiceContext } from './context.ts';
import { notFound } from './invalid.ts';

/** Everything dated that is on record of a patient. Fails with `not-found`. */
export async function readPatientEvents(
  { db }: ServiceContext,
  patientId: PatientId,
): Promise<Result<PatientEvents, Failure>> {
  if (!(await readPatientHeader(db, patientId))) return notFound('patient');
  return ok({
    cases: await readCaseFacts(db, patientId),
    assessments: await readAssessmentFacts(db, patientId),
    consents: await readConsentFacts(db, patientId),
    mapDays: await mapDayFacts(db, patientId),
    plans: await readPlanFacts(db, patientId),
    sessions: await sessionFacts(db, patientId),
    signatures: await readSignatureFacts(db, patientId),
    amendments: await readAmendmentFacts(db, patientId),
    reviews: await readReviewFacts(db, patientId),
    reactions: await readReactionFacts(db, patientId),
    complications: await readComplicationFacts(db, patientId),
    overrides: await readOverrideFacts(db, patientId),
    measurements: await readMeasurementFacts(db, patientId),
    allergies: await readAllergyFacts(db, patientId),
  });
}

async function mapDayFacts(db: Kysely<Database>, patientId: PatientId): Promise<readonly MapDayFact[]> {
  const names = await readNames(db);
  const days = mapDays(await readVeinSteps(db, patientId));
  return days.map(({ madeAt, madeBy, ...day }) => ({ ...day, at: madeAt, by: names[madeBy] ?? '' }));
}

async function sessionFacts(db: Kysely<Database>, patientId: PatientId): Promise<readonly SessionFact[]> {
  const sessions = await readPatientSessions(db, patientId);
  const parts = await readDoseParts(db, patientId);
  const struckOut = await readStruckOut(db, patientId);
  return sessions.map(({ sessionId, caseId, number, onDate, legs, openedAt, openedBy, closed }) => ({
    sessionId,
    caseId,
    number,
    onDate,
    legs,
    ...sumOf(parts.get(sessionId) ?? []),
    struckOut: struckOut.get(sessionId)?.injections ?? 0,
    at: openedAt,
    by: openedBy,
    closed,
  }));
}
