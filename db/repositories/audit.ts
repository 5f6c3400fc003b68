import { sql, type Kysely } from 'kysely';
import type { ReadAudit } from '../../shared/contract/clinic.ts';
import type { PatientId } from '../../shared/kernel/ids.ts';
import type { Moments } from '../../shared/kernel/time.ts';
import type { AuditRecord } from '../audit/audit-hash.ts';
import type { Database } from '../schema.ts';
import { thingsOfPatients } from './audited-things.ts';

/** What is looked for in the audit; a day as a stretch of moments. */
export interface AuditQuery extends Pick<ReadAudit, 'before' | 'personId' | 'patientId'> {
  readonly limit: number;
  readonly within: Moments | null;
}

/** A row of the audit with the name of who acted; null: the program itself. */
export type NamedAuditRecord = AuditRecord & { readonly by: string | null };

/** Rows of the audit that fit, the newest first. However many there are, only those that fit are looked at. */
export async function readAuditRows(
  db: Kysely<Database>,
  { before, limit, personId, patientId, within }: AuditQuery,
): Promise<readonly NamedAuditRecord[]> {
  let query = db
    .selectFrom('audit')
    .leftJoin('people', 'people.id', 'audit.person_id')
    .selectAll('audit')
    .select('people.name as by')
    .orderBy('audit.seq', 'desc')
    .limit(limit);
  if (before !== null) query = query.where('audit.seq', '<', before);
  if (personId !== null) query = query.where('audit.person_id', '=', personId);
  if (within !== null) {
    const ofDay = db
      .selectFrom('audit as day')
      .where('day.at', '>=', within.from)
      .where('day.at', '<', within.before);
    // By number, so that the newest come first without sorting; a clock that was set back may put others between.
    query = query
      .where(
        'audit.seq',
        '>=',
        ofDay.select((eb) => eb.fn.min('day.seq').as('seq')),
      )
      .where(
        'audit.seq',
        '<=',
        ofDay.select((eb) => eb.fn.max('day.seq').as('seq')),
      )
      .where('audit.at', '>=', within.from)
      .where('audit.at', '<', within.before);
  }
  if (patientId !== null)
    query = query.where(
      'audit.seq',
      'in',
      db
        // Crossed, the patient's things come first: otherwise SQLite goes through the whole audit for them.
        .selectFrom(thingsOfPatients(db).as('things'))
        .crossJoin('audit as about')
        .select('about.seq')
        .whereRef('about.entity_id', '=', 'things.thing_id')
        .where('things.patient_id', '=', patientId)
        .unionAll(noticesUnderTheirLot(db, patientId)),
    );
  return query.execute();
}

/** That a patient was told of a recall stood under the lot at first; the patient is named in the row alone. */
function noticesUnderTheirLot(db: Kysely<Database>, patientId: PatientId) {
  return db
    .selectFrom('recall_notices as notice')
    .crossJoin('audit as about')
    .select('about.seq')
    .where(sql<boolean>`about.entity_id = notice.lot_id`)
    .where('notice.patient_id', '=', patientId)
    .where('about.action', '=', 'recall/note-told')
    .where('about.after', 'like', `%"patientId":"${patientId}"%`);
}

/** How many rows the audit has. They are numbered without a gap, so nothing is counted. */
export async function readAuditLength(db: Kysely<Database>): Promise<number> {
  const row = await db
    .selectFrom('audit')
    .select((eb) => eb.fn.max('seq').as('seq'))
    .executeTakeFirst();
  return row?.seq ?? 0;
}
