import type { Kysely } from 'kysely';
import { oneOf, onlyAdded, primaryUuid, reference, run } from './statements.ts';

/** Sites, notes and the measured distance of a map; and a way to find what hangs on a vein without reading the whole map. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await run(db, [...marks, ...whatHangsOnVeins]);
}

const marks = [
  `create table marks (
    ${primaryUuid('id')},
    ${reference('case_id', 'cases')},
    ${oneOf('mark', ['site', 'note', 'scale'])},
    unique (id, case_id)
  ) strict`,
  'create index marks_by_case on marks (case_id, mark)',
  ...onlyAdded('marks'),

  // The gesture may be written after what it did: only the commit asks for it.
  `create table mark_versions (
    mark_id text not null,
    case_id text not null,
    map_version integer not null,
    content text check (json_valid(content)),
    vein_id text generated always as (json_extract(content, '$.veinId')) virtual,
    primary key (mark_id, map_version),
    foreign key (mark_id, case_id) references marks (id, case_id) deferrable initially deferred,
    foreign key (case_id, map_version) references map_gestures (case_id, version) deferrable initially deferred
  ) strict`,
  'create index mark_versions_by_case on mark_versions (case_id, map_version)',
  'create index mark_versions_by_vein on mark_versions (vein_id) where vein_id is not null',
  ...onlyAdded('mark_versions'),
];

const whatHangsOnVeins = [
  "alter table vein_versions add column feeder_id text generated always as (json_extract(content, '$.feederId')) virtual",
  'create index vein_versions_by_feeder on vein_versions (feeder_id) where feeder_id is not null',
];
