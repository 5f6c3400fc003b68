import type { Transaction } from 'kysely';
import {
  findPatients,
  insertAllergyStatement,
  insertMeasurement,
  insertPatient,
  ownerOfRecordNumber,
  readPatientHeader,
  readWeights,
  updateIdentity,
} from '../../db/repositories/patients.ts';
import { plainText } from '../../db/repositories/search-text.ts';
import type { Database } from '../../db/schema.ts';
import type { Failure } from '../../shared/contract/failure.ts';
import type {
  CorrectIdentity,
  CreatePatient,
  Measure,
  PatientHeader,
  PatientHit,
  PatientView,
  SearchPatients,
  StateAllergies,
} from '../../shared/contract/patient.ts';
import type { PatientIdentity } from '../../shared/domain/patient/patient.ts';
import { idOf, type PatientId } from '../../shared/kernel/ids.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { CalendarDate } from '../../shared/kernel/time.ts';
import { readCaseSummaries } from './case-summaries.ts';
import type { ServiceContext } from './context.ts';
import { invalid, notFound } from './invalid.ts';
import { birthDatesIn } from './patients/birth-dates.ts';
import { write, type Write } from './write.ts';

/** Patients whose name, record number or birth date holds every part of the text. */
export async function searchPatients(
  { db }: ServiceContext,
  { text, limit }: SearchPatients,
): Promise<Result<readonly PatientHit[], Failure>> {
  const words = plainText(text.replace(/[\p{Cc},;]/gu, ' '))
    .split(' ')
    .filter((word) => word !== '');
  const dated = words.map((word) => ({ word, days: birthDatesIn(word) }));
  return ok(
    await findPatients(db, {
      parts: dated.filter(({ days }) => days.length === 0).map(({ word }) => word),
      birthDates: dated.map(({ days }) => days).filter((days) => days.length > 0),
      limit,
    }),
  );
}

/** Adds a patient. Fails with `patient/record-number-taken`, or `invalid-input` for a birth date in the future. */
export function createPatient(
  context: ServiceContext,
  input: CreatePatient,
): Promise<Result<PatientHeader, Failure>> {
  const today = context.today();
  if (input.birthDate > today) return Promise.resolve(invalid('birthDate', 'in-future'));
  return write(context, async (writing) => {
    const { trx, at, audit, changed } = writing;
    const patient: PatientIdentity = { id: idOf<'patient'>(context.newUuid()), ...identityIn(input) };
    if (await ownerOfRecordNumber(trx, patient.recordNumber)) {
      return err({ code: 'patient/record-number-taken' });
    }
    await insertPatient(trx, patient, at);
    await audit({ action: 'patient/create', entity: 'patient', entityId: patient.id, after: patient });
    const { weightG, heightMm, allergies } = input;
    if (weightG !== null || heightMm !== null) {
      await addMeasurement(context, writing, { patientId: patient.id, onDate: today, weightG, heightMm });
    }
    if (allergies) await addStatement(context, writing, { patientId: patient.id, ...allergies });
    changed({ topic: 'patient', id: patient.id });
    return headerOf(trx, patient.id);
  });
}

function identityIn(input: Omit<PatientIdentity, 'id'>): Omit<PatientIdentity, 'id'> {
  const { recordNumber, familyName, givenName, birthDate, sex } = input;
  return { recordNumber, familyName, givenName, birthDate, sex };
}

/** Corrects who a patient is. Fails with `conflict` if somebody else did so meanwhile. */
export function correctIdentity(
  context: ServiceContext,
  input: CorrectIdentity,
): Promise<Result<PatientHeader, Failure>> {
  if (input.birthDate > context.today()) return Promise.resolve(invalid('birthDate', 'in-future'));
  return write(context, async ({ trx, at, audit, changed }) => {
    const before = await readPatientHeader(trx, input.patientId);
    if (!before) return notFound('patient');
    if (before.version !== input.baseVersion) {
      return err({ code: 'conflict', what: 'patient', currentVersion: before.version });
    }
    const owner = await ownerOfRecordNumber(trx, input.recordNumber);
    if (owner && owner !== before.id) return err({ code: 'patient/record-number-taken' });
    const after = identityIn(input);
    await updateIdentity(trx, { id: before.id, ...after }, before.version + 1, at);
    await audit({
      action: 'patient/correct',
      entity: 'patient',
      entityId: before.id,
      before: identityIn(before),
      after,
    });
    changed({ topic: 'patient', id: before.id });
    return headerOf(trx, before.id);
  });
}

/** The patient's page. */
export async function readPatient(
  { db }: ServiceContext,
  patientId: PatientId,
): Promise<Result<PatientView, Failure>> {
  const patient = await readPatientHeader(db, patientId);
  if (!patient) return notFound('patient');
  return ok({
    patient,
    cases: await readCaseSummaries(db, patientId),
    weights: await readWeights(db, patientId),
  });
}

/** Adds a weight, a height or both as of a day. */
export function measure(context: ServiceContext, input: Measure): Promise<Result<PatientHeader, Failure>> {
  if (input.weightG === null && input.heightMm === null) {
    return Promise.resolve(invalid('weightG', 'nothing-measured'));
  }
  if (input.onDate > context.today()) return Promise.resolve(invalid('onDate', 'in-future'));
  return write(context, async (writing) => {
    const before = await readPatientHeader(writing.trx, input.patientId);
    if (!before) return notFound('patient');
    if (input.onDate < before.birthDate) return invalid('onDate', 'before-birth');
    await addMeasurement(context, writing, input);
    writing.changed({ topic: 'patient', id: input.patientId });
    return headerOf(writing.trx, input.patientId);
  });
}

/** Records what the patient said about allergies today. */
export function stateAllergies(
  context: ServiceContext,
  input: StateAllergies,
): Promise<Result<PatientHeader, Failure>> {
  return write(context, async (writing) => {
    if (!(await readPatientHeader(writing.trx, input.patientId))) return notFound('patient');
    await addStatement(context, writing, input);
    writing.changed({ topic: 'patient', id: input.patientId });
    return headerOf(writing.trx, input.patientId);
  });
}

/** Adds a measurement with its audit row, as part of a larger write. */
export async function addMeasurement(
  { actor }: ServiceContext,
  { trx, at, audit }: Write,
  measured: {
    readonly patientId: PatientId;
    readonly onDate: CalendarDate;
    readonly weightG: Measure['weightG'];
    readonly heightMm: Measure['heightMm'];
  },
): Promise<void> {
  await insertMeasurement(trx, { ...measured, recordedAt: at, recordedBy: actor.id });
  const { patientId, ...after } = measured;
  await audit({ action: 'patient/measure', entity: 'patient', entityId: patientId, after });
}

/** Adds a statement about allergies with its audit row, as part of a larger write. */
export async function addStatement(
  { actor }: ServiceContext,
  { trx, at, audit }: Write,
  { patientId, ...statement }: StateAllergies,
): Promise<void> {
  await insertAllergyStatement(trx, patientId, { ...statement, statedAt: at, statedBy: actor.id });
  await audit({
    action: 'patient/state-allergies',
    entity: 'patient',
    entityId: patientId,
    after: statement,
  });
}

async function headerOf(
  trx: Transaction<Database>,
  patientId: PatientId,
): Promise<Result<PatientHeader, Failure>> {
  const header = await readPatientHeader(trx, patientId);
  return header ? ok(header) : notFound('patient');
}
