import type { Kysely } from 'kysely';
import {
  integer,
  maybeInteger,
  moment,
  onlyAdded,
  reference,
  refuseInsert,
  run,
  text,
} from './statements.ts';

/**
 * Caps that a surgeon sets tighter for one session, in the plan or while it is open; what a vein was when it was planned or
 * injected, so that a later change of the map changes nothing of that; and the slips that somebody looked at and confirmed.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await run(db, [...caps, ...whatTheVeinWas, ...slips]);
}

const MOST = 1_000_000_000;

const caps = [
  `create table plan_session_caps (
    plan_id text not null,
    number integer not null,
    ${text('limit_id', 60)},
    ${integer('amount', 0, MOST)},
    ${moment('set_at')},
    ${reference('set_by', 'people')},
    primary key (plan_id, number, limit_id),
    foreign key (plan_id, number) references plan_sessions (plan_id, number) deferrable initially deferred
  ) strict`,
  ...onlyAdded('plan_session_caps'),

  // Without an amount the profile's cap holds again.
  `create table session_caps (
    seq integer primary key,
    ${reference('session_id', 'sessions')},
    ${text('limit_id', 60)},
    ${maybeInteger('amount', 0, MOST)},
    ${text('reason', 300)},
    ${moment('set_at')},
    ${reference('set_by', 'people')}
  ) strict`,
  'create index session_caps_by_session on session_caps (session_id, seq)',
  ...onlyAdded('session_caps'),
  refuseInsert(
    'session_caps',
    'not_after_closing',
    'exists (select 1 from session_closings c where c.session_id = new.session_id)',
    'the session is closed',
  ),
];

/** Millimetres of a line, square millimetres of a web. Null in rows from before, and of free sites. */
const veinColumns = [
  "vein_kind text check (vein_kind in ('telangiectasia', 'reticular', 'varicose'))",
  "vein_pattern text check (vein_pattern in ('line', 'web'))",
  maybeInteger('vein_extent', 0, 10_000_000),
];

const whatTheVeinWas = [
  ...['injections', 'plan_items'].flatMap((table) =>
    veinColumns.map((column) => `alter table ${table} add column ${column}`),
  ),
  'alter table injections add column vein_diameter_mm real check (vein_diameter_mm between 0.1 and 20)',
  'create index injections_by_giver on injections (given_by, given_at)',
  'create index plans_by_saver on plans (saved_by, saved_at)',
];

const slips = ['alter table injections add column confirmed_slip text check (json_valid(confirmed_slip))'];
