import type { Kysely } from 'kysely';
import { integer, moment, onlyAdded, reference, refuseInsert, run } from './statements.ts';

/** What a surgeon let pass at the opening of a session, and the ampoules that somebody said to have opened in it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await run(db, [
    "alter table sessions add column waivers text not null default '[]' check (json_valid(waivers))",

    `create table session_ampoules (
      session_id text not null,
      lot_id text not null,
      ${integer('number', 1, 200)},
      ${moment('opened_at')},
      ${reference('opened_by', 'people')},
      primary key (session_id, lot_id, number),
      foreign key (session_id, lot_id) references session_boxes (session_id, lot_id)
    ) strict`,
    ...onlyAdded('session_ampoules'),
    refuseInsert(
      'session_ampoules',
      'not_after_closing',
      'exists (select 1 from session_closings c where c.session_id = new.session_id)',
      'the session is closed',
    ),
  ]);
}
