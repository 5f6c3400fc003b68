import type { Kysely } from 'kysely';
import type { ComplicationChoices, RegisterVein } from '../../shared/contract/complications.ts';
import type { CaseId, PatientId } from '../../shared/kernel/ids.ts';
import type { Database } from '../schema.ts';

/** Every vein that a case ever had on its map, the right leg first. */
export async function readVeinsOfCase(
  db: Kysely<Database>,
  caseId: CaseId,
): Promise<readonly RegisterVein[]> {
  return db
    .selectFrom('veins')
    .select(['id', 'leg', 'number'])
    .where('case_id', '=', caseId)
    .orderBy('leg', 'desc')
    .orderBy('number')
    .execute();
}

/** What a complication of a patient can be put down to, the newest case first. */
export async function readChoices(
  db: Kysely<Database>,
  patientId: PatientId,
): Promise<ComplicationChoices['cases']> {
  const cases = await db
    .selectFrom('cases')
    .select(['id', 'opened_on', 'reason'])
    .where('patient_id', '=', patientId)
    .orderBy('opened_at', 'desc')
    .execute();
  const sessions = await db
    .selectFrom('sessions')
    .select(['id', 'case_id', 'number', 'on_date'])
    .where('patient_id', '=', patientId)
    .orderBy('opened_at', 'desc')
    .execute();
  const boxes = await db
    .selectFrom('session_boxes as box')
    .innerJoin('sessions', 'sessions.id', 'box.session_id')
    .innerJoin('lots', 'lots.id', 'box.lot_id')
    .select(['box.session_id', 'lots.id', 'lots.lot_number'])
    .where('sessions.patient_id', '=', patientId)
    .orderBy('box.opened_at')
    .execute();
  return Promise.all(
    cases.map(async (row) => ({
      id: row.id,
      openedOn: row.opened_on,
      reason: row.reason,
      veins: await readVeinsOfCase(db, row.id),
      sessions: sessions
        .filter(({ case_id }) => case_id === row.id)
        .map(({ id, number, on_date: onDate }) => ({
          id,
          number,
          onDate,
          lots: boxes
            .filter(({ session_id }) => session_id === id)
            .map((box) => ({ id: box.id, lotNumber: box.lot_number })),
        })),
    })),
  );
}
