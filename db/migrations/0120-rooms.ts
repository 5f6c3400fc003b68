import type { Kysely } from 'kysely';
import { flag, integer, moment, onlyAdded, primaryUuid, reference, refuse, run, text } from './statements.ts';

/** The rooms of the clinic, and in which of them and by whom a session of the day is to be held; the last word counts. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await run(db, [
    `create table rooms (
      ${primaryUuid('id')},
      ${text('name', 40)},
      ${flag('in_use')},
      ${moment('created_at')}
    ) strict`,
    'create unique index rooms_by_name on rooms (name collate nocase)',
    refuse('rooms', 'delete'),

    `create table session_places (
      seq integer primary key,
      ${reference('case_id', 'cases')},
      ${integer('number', 1, 99)},
      room_id text references rooms (id),
      person_id text references people (id),
      ${moment('set_at')},
      ${reference('set_by', 'people')}
    ) strict`,
    'create index session_places_by_session on session_places (case_id, number)',
    ...onlyAdded('session_places'),
  ]);
}
