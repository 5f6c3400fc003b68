import type { Kysely } from 'kysely';
import {
  day,
  flag,
  integer,
  json,
  maybeInteger,
  moment,
  note,
  oneOf,
  onlyAdded,
  primaryUuid,
  reference,
  refuseInsert,
  run,
  text,
} from './statements.ts';

/** Sessions, the injections given in them, what happened, how they were closed and who signed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await run(db, [...sessions, ...injections, ...endings]);
}

const closed = 'exists (select 1 from session_closings c where c.session_id = new.session_id)';

const sessions = [
  `create table sessions (
    ${primaryUuid('id')},
    case_id text not null,
    patient_id text not null,
    ${integer('number', 1, 99)},
    ${day('on_date')},
    ${json('legs')},
    ${integer('weight_g', 20_000, 300_000)},
    ${json('answers')},
    ${json('acceptances')},
    ${reference('plan_id', 'plans')},
    profile_id text not null,
    profile_version integer not null,
    ${moment('opened_at')},
    ${reference('opened_by', 'people')},
    unique (case_id, number),
    unique (id, patient_id),
    foreign key (case_id, patient_id) references cases (id, patient_id),
    foreign key (profile_id, profile_version) references label_profiles (id, version)
  ) strict`,
  'create index sessions_by_patient on sessions (patient_id, opened_at)',
  'create index sessions_by_date on sessions (on_date)',
  ...onlyAdded('sessions'),

  `create table session_boxes (
    ${reference('session_id', 'sessions')},
    ${reference('lot_id', 'lots')},
    ${moment('opened_at')},
    ${reference('opened_by', 'people')},
    primary key (session_id, lot_id)
  ) strict`,
  ...onlyAdded('session_boxes'),
];

const injections = [
  // The mass is volume × strength of the liquid, 1 part in 1 + gas of a foam, rounded up to a whole microgram.
  `create table injections (
    ${primaryUuid('id')},
    session_id text not null,
    patient_id text not null,
    ${integer('number', 1, 10_000)},
    vein_id text references veins (id),
    ${oneOf('leg', ['right', 'left'])},
    ${oneOf('aspect', ['anterior', 'medial', 'posterior', 'lateral'])},
    site_x_mm real check (site_x_mm between -400 and 400),
    site_y_mm real check (site_y_mm between -50 and 1000),
    lot_id text not null,
    ${oneOf('form', ['liquid', 'foam'])},
    ${integer('strength_ug_per_ml', 1_000, 50_000)},
    ${maybeInteger('gas_parts', 1, 9)},
    ${integer('volume_ul', 1, 20_000)},
    mass_ug integer not null,
    ${oneOf('needle', ['25 G', '26 G', '27 G', '30 G', '32 G', '33 G'])},
    ${json('assessment')},
    reason text check (length(reason) between 1 and 300),
    override_by text references people (id),
    override_reason text check (length(override_reason) between 1 and 300),
    ${moment('given_at')},
    ${reference('given_by', 'people')},
    unique (session_id, number),
    foreign key (session_id, patient_id) references sessions (id, patient_id),
    foreign key (session_id, lot_id) references session_boxes (session_id, lot_id),
    check ((form = 'foam') = (gas_parts is not null)),
    check (mass_ug = (volume_ul * strength_ug_per_ml + 1000 * (1 + coalesce(gas_parts, 0)) - 1)
      / (1000 * (1 + coalesce(gas_parts, 0)))),
    check ((site_x_mm is null) = (site_y_mm is null)),
    check ((override_by is null) = (override_reason is null))
  ) strict`,
  'create index injections_by_patient on injections (patient_id, given_at)',
  'create index injections_by_vein on injections (vein_id)',
  'create index injections_by_lot on injections (lot_id)',
  ...onlyAdded('injections'),
  refuseInsert(
    'injections',
    'vein_of_case',
    `new.vein_id is not null and not exists (
      select 1 from sessions s join veins v on v.case_id = s.case_id
      where s.id = new.session_id and v.id = new.vein_id and v.leg = new.leg)`,
    'the vein belongs to another case or leg',
  ),

  `create table injection_strike_outs (
    injection_id text not null primary key references injections (id),
    ${text('reason', 300)},
    ${moment('struck_at')},
    ${reference('struck_by', 'people')}
  ) strict`,
  ...onlyAdded('injection_strike_outs'),

  `create table reactions (
    seq integer primary key,
    ${reference('session_id', 'sessions')},
    ${oneOf('kind', [
      'wheal',
      'vasovagal',
      'allergic',
      'pain',
      'blanching',
      'suspected-intra-arterial',
      'extravasation',
      'visual-disturbance',
      'headache',
      'chest-tightness',
      'cough',
      'other',
    ])},
    ${oneOf('grade', ['mild', 'moderate', 'severe'])},
    vein_id text references veins (id),
    ${note('note', 2_000)},
    ${moment('happened_at')},
    ${reference('recorded_by', 'people')}
  ) strict`,
  'create index reactions_by_session on reactions (session_id)',
  ...onlyAdded('reactions'),
];

const endings = [
  `create table session_closings (
    session_id text not null primary key references sessions (id),
    ${json('ampoules')},
    difference_reason text check (length(difference_reason) between 1 and 300),
    ${oneOf('compression_class', ['none', 'bandage', '1', '2', '3'])},
    ${integer('compression_days', 0, 120)},
    ${integer('observed_minutes', 0, 600)},
    ${flag('aftercare_given')},
    ${note('note', 2_000)},
    ${moment('closed_at')},
    ${reference('closed_by', 'people')}
  ) strict`,
  ...onlyAdded('session_closings'),

  `create table session_signatures (
    ${reference('session_id', 'sessions')},
    ${oneOf('role', ['nurse', 'surgeon'])},
    ${moment('signed_at')},
    ${reference('signed_by', 'people')},
    primary key (session_id, role)
  ) strict`,
  ...onlyAdded('session_signatures'),

  refuseInsert(
    'sessions',
    'one_open_per_patient',
    `exists (select 1 from sessions s where s.patient_id = new.patient_id
      and not exists (select 1 from session_closings c where c.session_id = s.id))`,
    'the patient has an open session',
  ),
  refuseInsert('session_boxes', 'not_after_closing', closed, 'the session is closed'),
  refuseInsert('injections', 'not_after_closing', closed, 'the session is closed'),
  refuseInsert(
    'injection_strike_outs',
    'not_after_signing',
    `exists (select 1 from injections i join session_signatures g on g.session_id = i.session_id
      where i.id = new.injection_id)`,
    'the session is signed',
  ),
  refuseInsert('session_signatures', 'after_closing', `not ${closed}`, 'the session is not closed'),
];
