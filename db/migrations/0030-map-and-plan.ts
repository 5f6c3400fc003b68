import type { Kysely } from 'kysely';
import {
  day,
  flag,
  integer,
  maybeInteger,
  moment,
  oneOf,
  onlyAdded,
  primaryUuid,
  reference,
  run,
  text,
} from './statements.ts';

/** The map of a case, gesture by gesture, and the versions of its plan. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await run(db, [...map, ...plan]);
}

const map = [
  `create table map_gestures (
    ${primaryUuid('id')},
    ${reference('case_id', 'cases')},
    ${integer('version', 1, 10_000_000)},
    ${text('label', 60)},
    ${moment('made_at')},
    ${day('made_on')},
    ${reference('made_by', 'people')},
    unique (case_id, version)
  ) strict`,
  ...onlyAdded('map_gestures'),

  `create table veins (
    ${primaryUuid('id')},
    ${reference('case_id', 'cases')},
    ${oneOf('leg', ['right', 'left'])},
    ${integer('number', 1, 9_999)},
    unique (case_id, leg, number),
    unique (id, case_id)
  ) strict`,
  ...onlyAdded('veins'),

  // The gesture may be written after what it did: only the commit asks for it.
  `create table vein_versions (
    vein_id text not null,
    case_id text not null,
    map_version integer not null,
    content text check (json_valid(content)),
    primary key (vein_id, map_version),
    foreign key (vein_id, case_id) references veins (id, case_id) deferrable initially deferred,
    foreign key (case_id, map_version) references map_gestures (case_id, version) deferrable initially deferred
  ) strict`,
  'create index vein_versions_by_case on vein_versions (case_id, map_version)',
  ...onlyAdded('vein_versions'),
];

const plan = [
  `create table plans (
    ${primaryUuid('id')},
    ${reference('case_id', 'cases')},
    ${integer('version', 1, 10_000_000)},
    ${moment('saved_at')},
    ${reference('saved_by', 'people')},
    unique (case_id, version)
  ) strict`,
  ...onlyAdded('plans'),

  `create table plan_sessions (
    ${reference('plan_id', 'plans')},
    ${integer('number', 1, 99)},
    ${day('on_date')},
    at_time text check (at_time glob '[0-2][0-9]:[0-5][0-9]' and at_time < '24'),
    primary key (plan_id, number)
  ) strict`,
  'create index plan_sessions_by_date on plan_sessions (on_date)',
  ...onlyAdded('plan_sessions'),

  `create table plan_items (
    ${reference('plan_id', 'plans')},
    ${integer('position', 0, 5_000)},
    ${reference('vein_id', 'veins')},
    session_number integer,
    ${oneOf('form', ['liquid', 'foam'])},
    ${integer('strength_ug_per_ml', 1_000, 50_000)},
    ${maybeInteger('gas_parts', 1, 9)},
    ${integer('punctures', 1, 99)},
    ${integer('volume_per_puncture_ul', 1, 20_000)},
    ${flag('locked')},
    primary key (plan_id, position),
    foreign key (plan_id, session_number) references plan_sessions (plan_id, number) deferrable initially deferred,
    check ((form = 'foam') = (gas_parts is not null))
  ) strict`,
  'create index plan_items_by_vein on plan_items (vein_id)',
  ...onlyAdded('plan_items'),
];
