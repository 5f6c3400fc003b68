import type { Kysely, Selectable, Transaction } from 'kysely';
import type { ConsentView } from '../../shared/contract/patient.ts';
import type { TreatmentCase } from '../../shared/domain/patient/patient.ts';
import type { CaseId, PatientId, PersonId } from '../../shared/kernel/ids.ts';
import type { CalendarDate, Instant } from '../../shared/kernel/time.ts';
import type { Database } from '../schema.ts';

const COLUMNS = ['id', 'patient_id', 'opened_on', 'reason'] as const;

export async function readCase(db: Kysely<Database>, id: CaseId): Promise<TreatmentCase | null> {
  const row = await db.selectFrom('cases').select(COLUMNS).where('id', '=', id).executeTakeFirst();
  return row ? caseOf(row) : null;
}

/** The cases of a patient, the newest first. */
export async function readCasesOf(
  db: Kysely<Database>,
  patientId: PatientId,
): Promise<readonly TreatmentCase[]> {
  const rows = await db
    .selectFrom('cases')
    .select(COLUMNS)
    .where('patient_id', '=', patientId)
    .orderBy('opened_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(caseOf);
}

function caseOf(row: Pick<Selectable<Database['cases']>, (typeof COLUMNS)[number]>): TreatmentCase {
  return { id: row.id, patientId: row.patient_id, openedOn: row.opened_on, reason: row.reason };
}

export async function insertCase(
  trx: Transaction<Database>,
  opened: TreatmentCase & { readonly openedAt: Instant; readonly openedBy: PersonId },
): Promise<void> {
  await trx
    .insertInto('cases')
    .values({
      id: opened.id,
      patient_id: opened.patientId,
      opened_on: opened.openedOn,
      reason: opened.reason,
      opened_at: opened.openedAt,
      opened_by: opened.openedBy,
    })
    .execute();
}

/** The last consent on record, or null. */
export async function readConsent(db: Kysely<Database>, caseId: CaseId): Promise<ConsentView | null> {
  const row = await db
    .selectFrom('consents')
    .innerJoin('people', 'people.id', 'consents.recorded_by')
    .select(['consents.on_date', 'consents.form_name', 'consents.recorded_at', 'people.name'])
    .where('consents.case_id', '=', caseId)
    .orderBy('consents.seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row
    ? { onDate: row.on_date, formName: row.form_name, recordedAt: row.recorded_at, recordedBy: row.name }
    : null;
}

export async function insertConsent(
  trx: Transaction<Database>,
  consent: {
    readonly caseId: CaseId;
    readonly onDate: CalendarDate;
    readonly formName: string;
    readonly recordedAt: Instant;
    readonly recordedBy: PersonId;
  },
): Promise<void> {
  await trx
    .insertInto('consents')
    .values({
      case_id: consent.caseId,
      on_date: consent.onDate,
      form_name: consent.formName,
      recorded_at: consent.recordedAt,
      recorded_by: consent.recordedBy,
    })
    .execute();
}
