import type { Kysely } from 'kysely';
import {
  day,
  flag,
  integer,
  json,
  maybeInteger,
  moment,
  oneOf,
  onlyAdded,
  primaryUuid,
  reference,
  refuse,
  run,
  text,
  note,
  uuid,
} from './statements.ts';

/** Patients, what is known about them, their courses of treatment, assessments and consents. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await run(db, [...patients, ...cases]);
}

const patients = [
  `create table patients (
    ${primaryUuid('id')},
    ${integer('version', 1, 1_000_000)},
    ${text('record_number', 30)} collate nocase unique,
    ${text('family_name', 60)},
    ${text('given_name', 60)},
    ${day('birth_date')},
    ${oneOf('sex', ['female', 'male', 'other'])},
    ${note('search_text', 1000)},
    ${moment('created_at')},
    ${moment('changed_at')}
  ) strict`,
  // Holds all that the search looks at, in the order of its answer: it reads the rows of its hits alone.
  'create index patients_by_name on patients (family_name, given_name, id, search_text, birth_date)',
  'create index patients_by_birth_date on patients (birth_date)',
  'create index patients_by_change on patients (changed_at desc, id)',
  refuse('patients', 'delete'),
  `create trigger patients_next_version before update on patients
    when new.id <> old.id or new.created_at <> old.created_at or new.version <> old.version + 1
    begin select raise(abort, 'patients: a correction is the next version'); end`,

  `create table measurements (
    seq integer primary key,
    ${reference('patient_id', 'patients')},
    ${day('on_date')},
    ${maybeInteger('weight_g', 20_000, 300_000)},
    ${maybeInteger('height_mm', 1_000, 2_500)},
    ${moment('recorded_at')},
    ${reference('recorded_by', 'people')},
    check (weight_g is not null or height_mm is not null)
  ) strict`,
  'create index measurements_by_patient on measurements (patient_id, on_date)',
  ...onlyAdded('measurements'),

  `create table allergy_statements (
    seq integer primary key,
    ${reference('patient_id', 'patients')},
    ${json('substances')},
    ${flag('polidocanol')},
    ${flag('prone')},
    ${moment('stated_at')},
    ${reference('stated_by', 'people')}
  ) strict`,
  'create index allergy_statements_by_patient on allergy_statements (patient_id)',
  ...onlyAdded('allergy_statements'),
];

const cases = [
  `create table cases (
    ${primaryUuid('id')},
    ${reference('patient_id', 'patients')},
    ${day('opened_on')},
    ${text('reason', 200)},
    ${moment('opened_at')},
    ${reference('opened_by', 'people')},
    unique (id, patient_id)
  ) strict`,
  'create index cases_by_patient on cases (patient_id, opened_at)',
  ...onlyAdded('cases'),

  `create table assessments (
    ${uuid('id')} unique,
    seq integer primary key,
    ${reference('case_id', 'cases')},
    ${json('content')},
    ${moment('recorded_at')},
    ${reference('recorded_by', 'people')}
  ) strict`,
  'create index assessments_by_case on assessments (case_id)',
  ...onlyAdded('assessments'),

  `create table consents (
    seq integer primary key,
    ${reference('case_id', 'cases')},
    ${day('on_date')},
    ${text('form_name', 120)},
    ${moment('recorded_at')},
    ${reference('recorded_by', 'people')}
  ) strict`,
  'create index consents_by_case on consents (case_id)',
  ...onlyAdded('consents'),
];
