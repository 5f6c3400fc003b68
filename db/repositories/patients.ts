import { sql, type Kysely, type Selectable, type Transaction } from 'kysely';
import { z } from 'zod';
import type { PatientHeader, PatientHit } from '../../shared/contract/patient.ts';
import type {
  AllergyStatement,
  HeightOnDate,
  PatientIdentity,
  WeightOnDate,
} from '../../shared/domain/patient/patient.ts';
import type { CaseId, PatientId, PersonId } from '../../shared/kernel/ids.ts';
import type { CalendarDate, Instant } from '../../shared/kernel/time.ts';
import type { Grams } from '../../shared/kernel/units.ts';
import type { Database } from '../schema.ts';
import { fromJson } from './json.ts';
import { searchText } from './search-text.ts';

const Substances = z.array(z.string());

type IdentityRow = Pick<
  Selectable<Database['patients']>,
  'id' | 'record_number' | 'family_name' | 'given_name' | 'birth_date' | 'sex'
>;

/** The columns that make up an identity. */
export const IDENTITY_COLUMNS = [
  'patients.id',
  'patients.record_number',
  'patients.family_name',
  'patients.given_name',
  'patients.birth_date',
  'patients.sex',
] as const;

/** An identity from the columns above. */
export function identityOf(row: IdentityRow): PatientIdentity {
  return {
    id: row.id,
    recordNumber: row.record_number,
    familyName: row.family_name,
    givenName: row.given_name,
    birthDate: row.birth_date,
    sex: row.sex,
  };
}

export async function insertPatient(
  trx: Transaction<Database>,
  patient: PatientIdentity,
  at: Instant,
): Promise<void> {
  await trx
    .insertInto('patients')
    .values({ id: patient.id, version: 1, ...identityColumns(patient), created_at: at, changed_at: at })
    .execute();
}

export async function updateIdentity(
  trx: Transaction<Database>,
  patient: PatientIdentity,
  version: number,
  at: Instant,
): Promise<void> {
  await trx
    .updateTable('patients')
    .set({ version, ...identityColumns(patient), changed_at: at })
    .where('id', '=', patient.id)
    .execute();
}

function identityColumns(patient: PatientIdentity) {
  return {
    record_number: patient.recordNumber,
    family_name: patient.familyName,
    given_name: patient.givenName,
    birth_date: patient.birthDate,
    sex: patient.sex,
    search_text: searchText(patient),
  };
}

/** Who has a record number, or null. */
export async function ownerOfRecordNumber(
  db: Kysely<Database>,
  recordNumber: string,
): Promise<PatientId | null> {
  const row = await db
    .selectFrom('patients')
    .select('id')
    .where('record_number', '=', recordNumber)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** What stands on top of every page of a patient, or null if there is no such patient. */
export async function readPatientHeader(db: Kysely<Database>, id: PatientId): Promise<PatientHeader | null> {
  const row = await db
    .selectFrom('patients')
    .select([...IDENTITY_COLUMNS, 'patients.version'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  const weights = await readWeights(db, id);
  return {
    ...identityOf(row),
    version: row.version,
    weight: weights.at(-1) ?? null,
    height: await readHeight(db, id),
    allergies: await readAllergies(db, id),
  };
}

/** All weights, the oldest first. */
export async function readWeights(db: Kysely<Database>, id: PatientId): Promise<readonly WeightOnDate[]> {
  const rows = await db
    .selectFrom('measurements')
    .select(['weight_g', 'on_date'])
    .where('patient_id', '=', id)
    .where('weight_g', 'is not', null)
    .orderBy('on_date')
    .orderBy('seq')
    .$narrowType<{ weight_g: Grams }>()
    .execute();
  return rows.map((row) => ({ weightG: row.weight_g, onDate: row.on_date }));
}

/** The last height, or null. */
export async function readHeight(db: Kysely<Database>, id: PatientId): Promise<HeightOnDate | null> {
  const row = await db
    .selectFrom('measurements')
    .select(['height_mm', 'on_date'])
    .where('patient_id', '=', id)
    .where('height_mm', 'is not', null)
    .orderBy('on_date', 'desc')
    .orderBy('seq', 'desc')
    .limit(1)
    .$narrowType<{ height_mm: number }>()
    .executeTakeFirst();
  return row ? { heightMm: row.height_mm, onDate: row.on_date } : null;
}

export async function insertMeasurement(
  trx: Transaction<Database>,
  measurement: {
    readonly patientId: PatientId;
    readonly onDate: CalendarDate;
    readonly weightG: Grams | null;
    readonly heightMm: number | null;
    readonly recordedAt: Instant;
    readonly recordedBy: PersonId;
  },
): Promise<void> {
  await trx
    .insertInto('measurements')
    .values({
      patient_id: measurement.patientId,
      on_date: measurement.onDate,
      weight_g: measurement.weightG,
      height_mm: measurement.heightMm,
      recorded_at: measurement.recordedAt,
      recorded_by: measurement.recordedBy,
    })
    .execute();
}

/** The last statement about allergies; null: nobody has asked yet. */
export async function readAllergies(db: Kysely<Database>, id: PatientId): Promise<AllergyStatement | null> {
  const row = await db
    .selectFrom('allergy_statements')
    .select(['substances', 'polidocanol', 'prone', 'stated_at', 'stated_by'])
    .where('patient_id', '=', id)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  return {
    substances: fromJson(Substances, row.substances),
    polidocanol: row.polidocanol === 1,
    proneToHypersensitivity: row.prone === 1,
    statedAt: row.stated_at,
    statedBy: row.stated_by,
  };
}

export async function insertAllergyStatement(
  trx: Transaction<Database>,
  patientId: PatientId,
  statement: AllergyStatement,
): Promise<void> {
  await trx
    .insertInto('allergy_statements')
    .values({
      patient_id: patientId,
      substances: JSON.stringify(statement.substances),
      polidocanol: statement.polidocanol ? 1 : 0,
      prone: statement.proneToHypersensitivity ? 1 : 0,
      stated_at: statement.statedAt,
      stated_by: statement.statedBy,
    })
    .execute();
}

export interface PatientQuery {
  /** Plain text as `plainText` makes it; every part must occur. */
  readonly parts: readonly string[];
  /** Every group of days: the birth date is one of them. */
  readonly birthDates: readonly (readonly CalendarDate[])[];
  readonly limit: number;
}

/** Patients that fit, by name; without anything to look for, the last ones changed. */
export async function findPatients(
  db: Kysely<Database>,
  { parts, birthDates, limit }: PatientQuery,
): Promise<readonly PatientHit[]> {
  let query = db
    .selectFrom('patients')
    .select(IDENTITY_COLUMNS)
    .select((eb) =>
      eb
        .selectFrom('cases')
        .select('cases.id')
        .whereRef('cases.patient_id', '=', 'patients.id')
        .orderBy('cases.opened_at', 'desc')
        .limit(1)
        .as('last_case_id'),
    )
    .limit(limit);
  for (const part of parts) {
    const pattern = `%${part.replace(/[\\%_]/g, '\\$&')}%`;
    query = query.where(sql<boolean>`patients.search_text like ${pattern} escape '\\'`);
  }
  for (const days of birthDates) query = query.where('patients.birth_date', 'in', days);
  const isSearch = parts.length + birthDates.length > 0;
  const rows = await (
    isSearch
      ? query.orderBy('patients.family_name').orderBy('patients.given_name').orderBy('patients.id')
      : query.orderBy('patients.changed_at', 'desc').orderBy('patients.id')
  ).execute();
  return rows.map((row) => ({ ...identityOf(row), lastCaseId: row.last_case_id satisfies CaseId | null }));
}
