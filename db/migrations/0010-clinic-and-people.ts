import type { Kysely } from 'kysely';
import {
  flag,
  integer,
  json,
  moment,
  note,
  onlyAdded,
  primaryUuid,
  reference,
  refuse,
  run,
  text,
} from './statements.ts';

/** The clinic, the people who work in it, and the label profiles that it goes by. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await run(db, [
    `create table clinic (
      id integer not null primary key check (id = 1),
      ${text('name', 200)},
      ${flag('is_demo')},
      ${moment('created_at')}
    ) strict`,
    refuse('clinic', 'delete'),

    `create table people (
      ${primaryUuid('id')},
      ${text('name', 200)},
      ${json('roles')},
      ${flag('active')},
      ${text('pin_hash', 1000)},
      ${moment('created_at')}
    ) strict`,
    refuse('people', 'delete'),

    `create table label_profiles (
      ${text('id', 60)},
      ${integer('version', 1, 10_000)},
      ${json('content')},
      ${moment('added_at')},
      primary key (id, version)
    ) strict`,
    ...onlyAdded('label_profiles'),

    `create table profile_choices (
      seq integer primary key,
      profile_id text not null,
      profile_version integer not null,
      ${moment('chosen_at')},
      ${reference('chosen_by', 'people')},
      foreign key (profile_id, profile_version) references label_profiles (id, version)
    ) strict`,
    ...onlyAdded('profile_choices'),

    `create table profile_approvals (
      seq integer primary key,
      profile_id text not null,
      profile_version integer not null,
      ${note('comment', 1000)},
      ${moment('approved_at')},
      ${reference('approved_by', 'people')},
      foreign key (profile_id, profile_version) references label_profiles (id, version)
    ) strict`,
    'create index profile_approvals_by_profile on profile_approvals (profile_id, profile_version)',
    ...onlyAdded('profile_approvals'),
  ]);
}
