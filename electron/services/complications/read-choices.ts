import { readChoices } from '../../../db/repositories/complication-choices.ts';
import { readPatientHeader } from '../../../db/repositories/patients.ts';
import type { ComplicationChoices } from '../../../shared/contract/complications.ts';
import type { Failure } from '../../../shared/contract/failure.ts';
import type { PatientId } from '../../../shared/kernel/ids.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import type { ServiceContext } from '../context.ts';
import { notFound } from '../invalid.ts';

/** What a complication of a patient can be put down to: cases, their veins, their sessions and what was opened in them. */
export async function readComplicationChoices(
  { db }: Pick<ServiceContext, 'db'>,
  patientId: PatientId,
): Promise<Result<ComplicationChoices, Failure>> {
  const header = await readPatientHeader(db, patientId);
  if (!header) return notFound('patient');
  const { id, recordNumber, familyName, givenName, birthDate, sex } = header;
  const patient = { id, recordNumber, familyName, givenName, birthDate, sex };
  return ok({ patient, cases: await readChoices(db, patientId) });
}
