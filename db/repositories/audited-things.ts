import { sql, type Kysely } from 'kysely';
import { veinLabel } from '../../shared/domain/leg-map/vein.ts';
import type { PatientIdentity } from '../../shared/domain/patient/patient.ts';
import { idOf } from '../../shared/kernel/ids.ts';
import type { Database } from '../schema.ts';
import { inBatches } from './batches.ts';
import { IDENTITY_COLUMNS, identityOf } from './patients.ts';

/** Everything that belongs to a patient and that an audit row can be about, by its id. */
export function thingsOfPatients(db: Kysely<Database>) {
  return db
    .selectFrom('patients')
    .select([sql<string>`patients.id`.as('thing_id'), 'patients.id as patient_id'])
    .unionAll(db.selectFrom('cases').select([sql<string>`cases.id`.as('thing_id'), 'cases.patient_id']))
    .unionAll(
      db.selectFrom('sessions').select([sql<string>`sessions.id`.as('thing_id'), 'sessions.patient_id']),
    )
    .unionAll(
      db
        .selectFrom('injections')
        .select([sql<string>`injections.id`.as('thing_id'), 'injections.patient_id']),
    )
    .unionAll(
      db
        .selectFrom('assessments')
        .innerJoin('cases', 'cases.id', 'assessments.case_id')
        .select([sql<string>`assessments.id`.as('thing_id'), 'cases.patient_id']),
    )
    .unionAll(
      db
        .selectFrom('reviews')
        .innerJoin('cases', 'cases.id', 'reviews.case_id')
        .select([sql<string>`reviews.id`.as('thing_id'), 'cases.patient_id']),
    )
    .unionAll(
      db
        .selectFrom('reactions')
        .innerJoin('sessions', 'sessions.id', 'reactions.session_id')
        .select([sql<string>`reactions.id`.as('thing_id'), 'sessions.patient_id']),
    );
}

/** Whose each thing is, by its id; what belongs to nobody is left out. */
export async function readOwners(
  db: Kysely<Database>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PatientIdentity>> {
  const owners = new Map<string, PatientIdentity>();
  for (const batch of inBatches(ids)) {
    const rows = await db
      .selectFrom(thingsOfPatients(db).as('things'))
      .innerJoin('patients', 'patients.id', 'things.patient_id')
      .select(IDENTITY_COLUMNS)
      .select('things.thing_id')
      .where('things.thing_id', 'in', batch)
      .execute();
    for (const row of rows) owners.set(row.thing_id, identityOf(row));
  }
  return owners;
}

/** What ids stand for, in a word: people by name, patients by record number, veins, lots, rooms. Unknown ones are left out. */
export async function readNamesOfThings(
  db: Kysely<Database>,
  ids: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  const names: Record<string, string> = {};
  for (const batch of inBatches(ids)) {
    for (const { id, name } of await namesIn(db, batch)) names[id] = name;
  }
  return names;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

async function namesIn(db: Kysely<Database>, ids: readonly string[]): Promise<readonly Named[]> {
  const idsOf = <Kind extends string>(_kind: Kind) => ids.map((id) => idOf<Kind>(id));
  const people = await db
    .selectFrom('people')
    .select(['id', 'name'])
    .where('id', 'in', idsOf('person'))
    .execute();
  const rooms = await db
    .selectFrom('rooms')
    .select(['id', 'name'])
    .where('id', 'in', idsOf('room'))
    .execute();
  const patients = await db
    .selectFrom('patients')
    .select(['id', 'record_number as name'])
    .where('id', 'in', idsOf('patient'))
    .execute();
  const lots = await db
    .selectFrom('lots')
    .select(['id', 'lot_number as name'])
    .where('id', 'in', idsOf('lot'))
    .execute();
  const veins = await db
    .selectFrom('veins')
    .select(['id', 'leg', 'number'])
    .where('id', 'in', idsOf('vein'))
    .execute();
  return [
    ...people,
    ...rooms,
    ...patients,
    ...lots,
    ...veins.map(({ id, leg, number }) => ({ id, name: veinLabel({ leg, number }) })),
  ];
}
