import type { Kysely } from 'kysely';
import {
  flag,
  moment,
  note,
  oneOf,
  onlyAdded,
  primaryUuid,
  reference,
  refuseInsert,
  run,
  text,
  uuid,
} from './statements.ts';

/**
 * Reactions know their injection, their lot, what was done and when it was written down, and can be struck out; a session can be
 * paused and resumed; veins can be left for another session.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await run(db, [...reactions, ...pauses, ...veinMarks]);
}

/** A random UUID, for rows that had none. */
const NEW_UUID = `lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-8'
  || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))`;

const KINDS = [
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
  'dysaesthesia-or-speech',
  'syncope',
  'haematoma',
  'other',
];

const closed = (id: string) => `exists (select 1 from session_closings c where c.session_id = ${id})`;

const reactions = [
  // The list of kinds stands in a check, which can only be changed with the table.
  `create table reactions_next (
    seq integer primary key,
    ${uuid('id')} unique,
    ${reference('session_id', 'sessions')},
    ${oneOf('kind', KINDS)},
    ${oneOf('grade', ['mild', 'moderate', 'severe'])},
    vein_id text references veins (id),
    lot_id text references lots (id),
    injection_id text references injections (id),
    ${note('note', 2_000)},
    ${note('done', 2_000)},
    ${moment('happened_at')},
    ${moment('recorded_at')},
    ${reference('recorded_by', 'people')}
  ) strict`,
  `insert into reactions_next (seq, id, session_id, kind, grade, vein_id, note, done, happened_at, recorded_at, recorded_by)
    select seq, ${NEW_UUID}, session_id, kind, grade, vein_id, note, '', happened_at, happened_at, recorded_by
    from reactions order by seq`,
  'drop table reactions',
  'alter table reactions_next rename to reactions',
  'create index reactions_by_session on reactions (session_id)',
  'create index reactions_by_lot on reactions (lot_id)',
  ...onlyAdded('reactions'),
  refuseInsert(
    'reactions',
    'injection_of_session',
    `new.injection_id is not null and not exists (
      select 1 from injections i where i.id = new.injection_id and i.session_id = new.session_id)`,
    'the injection belongs to another session',
  ),

  `create table reaction_strike_outs (
    reaction_id text not null primary key references reactions (id),
    ${text('reason', 300)},
    ${moment('struck_at')},
    ${reference('struck_by', 'people')}
  ) strict`,
  ...onlyAdded('reaction_strike_outs'),
  ...['reactions', 'reaction_strike_outs'].map((table) =>
    refuseInsert(
      table,
      'not_after_signing',
      table === 'reactions'
        ? 'exists (select 1 from session_signatures g where g.session_id = new.session_id)'
        : `exists (select 1 from reactions r join session_signatures g on g.session_id = r.session_id
            where r.id = new.reaction_id)`,
      'the session is signed',
    ),
  ),
];

const pauses = [
  `create table session_pauses (
    ${primaryUuid('id')},
    ${reference('session_id', 'sessions')},
    reaction_id text references reactions (id),
    ${flag('needs_surgeon')},
    ${note('reason', 300)},
    ${moment('paused_at')},
    ${reference('paused_by', 'people')}
  ) strict`,
  'create index session_pauses_by_session on session_pauses (session_id)',
  ...onlyAdded('session_pauses'),
  refuseInsert('session_pauses', 'not_after_closing', closed('new.session_id'), 'the session is closed'),

  `create table session_resumptions (
    pause_id text not null primary key references session_pauses (id),
    surgeon_id text references people (id),
    ${note('reason', 300)},
    ${moment('resumed_at')},
    ${reference('resumed_by', 'people')}
  ) strict`,
  ...onlyAdded('session_resumptions'),
  refuseInsert(
    'session_resumptions',
    'by_surgeon',
    `new.surgeon_id is null
      and exists (select 1 from session_pauses p where p.id = new.pause_id and p.needs_surgeon = 1)`,
    'a surgeon is needed',
  ),
  refuseInsert(
    'injections',
    'not_while_paused',
    `exists (select 1 from session_pauses p where p.session_id = new.session_id
      and not exists (select 1 from session_resumptions r where r.pause_id = p.id))`,
    'the session is paused',
  ),
];

const veinMarks = [
  `create table session_vein_marks (
    seq integer primary key,
    ${reference('session_id', 'sessions')},
    ${reference('vein_id', 'veins')},
    ${flag('later')},
    ${note('reason', 300)},
    ${moment('marked_at')},
    ${reference('marked_by', 'people')}
  ) strict`,
  'create index session_vein_marks_by_session on session_vein_marks (session_id, seq)',
  ...onlyAdded('session_vein_marks'),
  refuseInsert('session_vein_marks', 'not_after_closing', closed('new.session_id'), 'the session is closed'),
];
