import { sql, type Expression, type Kysely } from 'kysely';
import { veinLabel } from '../../shared/domain/leg-map/vein.ts';
import type { PatientIdentity } from '../../shared/domain/patient/patient.ts';
import { idOf, type PatientId } from '../../shared/kernel/ids.ts';
import type { Database } from '../schema.ts';
import { inBatches } from './batches.ts';
import { IDENTITY_COLUMNS, identityOf } from './patients.ts';

/** What a row of the audit can be about that belongs to no patient. */
type ClinicKind = 'clinic' | 'clock' | 'person' | 'room' | 'profile' | 'product' | 'lot';

/** What a row of the audit can be about: a new kind is found by its patient, or is named as the clinic's own. */
export type AuditedKind = PatientKind | ClinicKind;
export type PatientKind = keyof typeof OF_PATIENT;

/** Ids of things, each with whose it is. */
type Things = Expression<{ thing_id: string; patient_id: PatientId }>;
type ThingsIn = (db: Kysely<Database>) => Things;

const cases: ThingsIn = (db) => db.selectFrom('cases').select([thingId('cases.id'), 'cases.patient_id']);

/** How the things of a patient are found; of a map and of a plan the case is named. */
const OF_PATIENT = {
  patient: (db) => db.selectFrom('patients').select([thingId('patients.id'), 'patients.id as patient_id']),
  case: cases,
  map: cases,
  plan: cases,
  assessment: (db) =>
    db
      .selectFrom('assessments')
      .innerJoin('cases', 'cases.id', 'assessments.case_id')
      .select([thingId('assessments.id'), 'cases.patient_id']),
  session: (db) => db.selectFrom('sessions').select([thingId('sessions.id'), 'sessions.patient_id']),
  injection: (db) => db.selectFrom('injections').select([thingId('injections.id'), 'injections.patient_id']),
  reaction: (db) =>
    db
      .selectFrom('reactions')
      .innerJoin('sessions', 'sessions.id', 'reactions.session_id')
      .select([thingId('reactions.id'), 'sessions.patient_id']),
  review: (db) =>
    db
      .selectFrom('reviews')
      .innerJoin('cases', 'cases.id', 'reviews.case_id')
      .select([thingId('reviews.id'), 'cases.patient_id']),
  complication: (db) =>
    db.selectFrom('complications').select([thingId('complications.id'), 'complications.patient_id']),
} satisfies Readonly<Record<string, ThingsIn>>;

function thingId(column: string) {
  return sql<string>`${sql.ref(column)}`.as('thing_id');
}

/** Everything that belongs to a patient and that an audit row can be about, by its id. */
export function thingsOfPatients(db: Kysely<Database>) {
  const { patient, ...others } = OF_PATIENT;
  const each = [...new Set<ThingsIn>(Object.values(others))];
  return patient(db).unionAll(each.map((thingsIn) => thingsIn(db)));
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
