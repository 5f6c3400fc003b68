import type { Kysely } from 'kysely';
import {
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

/**
 * The observed walk, more of what is said at the closing, and amendments: after the closing a record is only added to, and only by
 * an amendment of its own.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await run(db, [...walks, ...closings, copiedPlans, ...amendments, ...whatAnAmendmentMay]);
}

const closed = 'exists (select 1 from session_closings c where c.session_id = new.session_id)';
const DAY = '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]';

const walks = [
  `create table session_walks (
    seq integer primary key,
    ${reference('session_id', 'sessions')},
    ${moment('started_at')},
    ${reference('started_by', 'people')}
  ) strict`,
  'create index session_walks_by_session on session_walks (session_id)',
  ...onlyAdded('session_walks'),
  refuseInsert('session_walks', 'not_after_closing', closed, 'the session is closed'),

  `create table session_walk_ends (
    walk integer primary key references session_walks (seq),
    reason text check (length(reason) between 1 and 300),
    ${moment('ended_at')},
    ${reference('ended_by', 'people')}
  ) strict`,
  ...onlyAdded('session_walk_ends'),
  refuseInsert(
    'session_walk_ends',
    'not_after_closing',
    `exists (select 1 from session_walks w join session_closings c on c.session_id = w.session_id
      where w.seq = new.walk)`,
    'the session is closed',
  ),
];

/** Null in rows from before they were asked. */
const closings = [
  `compression_until text check (compression_until glob '${DAY}')`,
  maybeInteger('full_length', 0, 1),
  maybeInteger('walked_minutes', 0, 1_000_000),
  'aftercare_explained text check (json_valid(aftercare_explained))',
  `next_on text check (next_on glob '${DAY}')`,
].map((column) => `alter table session_closings add column ${column}`);

// Who agrees on another day at the closing has not planned what is given then.
const copiedPlans = 'alter table plans add column copied_from text references plans (id)';

const amendments = [
  // The digest is of what was asked: the same request sent twice counts once, another one under the same id is refused.
  `create table session_amendments (
    ${primaryUuid('id')},
    ${reference('session_id', 'sessions')},
    ${integer('number', 1, 10_000)},
    ${text('reason', 300)},
    ${note('remark', 2_000)},
    request_digest text not null check (length(request_digest) = 64),
    ${moment('made_at')},
    ${reference('made_by', 'people')},
    unique (session_id, number)
  ) strict`,
  ...onlyAdded('session_amendments'),
  refuseInsert('session_amendments', 'after_closing', `not ${closed}`, 'the session is not closed'),

  `create table closing_corrections (
    amendment_id text not null primary key references session_amendments (id),
    ${json('ampoules')},
    difference_reason text check (length(difference_reason) between 1 and 300),
    ${oneOf('compression_class', ['none', 'bandage', '1', '2', '3'])},
    ${integer('compression_days', 0, 120)},
    compression_until text not null check (compression_until glob '${DAY}'),
    ${flag('full_length')},
    ${integer('observed_minutes', 0, 600)},
    ${flag('aftercare_given')},
    ${json('aftercare_explained')},
    ${note('note', 2_000)}
  ) strict`,
  ...onlyAdded('closing_corrections'),

  'alter table injections add column amendment_id text references session_amendments (id)',
  'alter table injection_strike_outs add column amendment_id text references session_amendments (id)',
];

const whatAnAmendmentMay = [
  'drop trigger injections_not_after_closing',
  refuseInsert(
    'injections',
    'not_after_closing',
    `(new.amendment_id is not null or ${closed})
      and not exists (select 1 from session_amendments a
        where a.id = new.amendment_id and a.session_id = new.session_id)`,
    'the session is closed',
  ),
  // What is added by an amendment was given before: a pause that nobody ended before the closing does not stand in its way.
  'drop trigger injections_not_while_paused',
  refuseInsert(
    'injections',
    'not_while_paused',
    `new.amendment_id is null and exists (select 1 from session_pauses p where p.session_id = new.session_id
      and not exists (select 1 from session_resumptions r where r.pause_id = p.id))`,
    'the session is paused',
  ),
  'drop trigger injection_strike_outs_not_after_signing',
  refuseInsert(
    'injection_strike_outs',
    'not_after_signing',
    `(new.amendment_id is not null or exists (select 1 from injections i
        join session_signatures g on g.session_id = i.session_id where i.id = new.injection_id))
      and not exists (select 1 from injections i join session_amendments a on a.session_id = i.session_id
        where i.id = new.injection_id and a.id = new.amendment_id)`,
    'the session is signed',
  ),
];
