import type { Kysely } from 'kysely';
import { readLastAssessment } from '../../../db/repositories/assessments.ts';
import { readConsent } from '../../../db/repositories/cases.ts';
import { readGivenInCase } from '../../../db/repositories/injections.ts';
import { readCurrentVeins } from '../../../db/repositories/map.ts';
import { readPatientHeader } from '../../../db/repositories/patients.ts';
import type { Database } from '../../../db/schema.ts';
import type { TreatmentCase } from '../../../shared/domain/patient/patient.ts';
import type { OpeningRecord } from '../../../shared/domain/session/hindrance.ts';
import { readClearedVeins } from '../plan/read-cleared-veins.ts';

/** The session that is to be opened, and what is known of it already. */
export interface SessionToOpen extends Pick<OpeningRecord, 'due' | 'profile' | 'today' | 'isOtherOpen'> {
  readonly treated: Pick<TreatmentCase, 'id' | 'patientId'>;
}

/** What is on record of a patient and a case when a session is to be opened. */
export async function readOpeningRecord(
  db: Kysely<Database>,
  { treated, ...known }: SessionToOpen,
): Promise<OpeningRecord> {
  const header = await readPatientHeader(db, treated.patientId);
  const given = await readGivenInCase(db, treated.id);
  const cleared = await readClearedVeins(db, treated.id);
  return {
    ...known,
    veins: await readCurrentVeins(db, treated.id),
    treated: new Set(given.map(({ veinId }) => veinId)),
    cleared: new Set(cleared.map(({ veinId }) => veinId)),
    assessment: await readLastAssessment(db, treated.id),
    hasConsent: (await readConsent(db, treated.id)) !== null,
    allergies: header?.allergies ?? null,
    lastWeight: header?.weight ?? null,
  };
}
