import type { Kysely } from 'kysely';
import {
  day,
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
 * The register of complications, each with its course, and who was told of the recall of a lot. Indexes for what the lists of the
 * clinic look for among many injections and reviews.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await run(db, [...complications, ...recalls, ...indexes]);
}

const KINDS = [
  'pigmentation',
  'matting',
  'ulcer-or-necrosis',
  'blister',
  'haematoma',
  'local-reaction',
  'superficial-vein-thrombosis',
  'deep-vein-thrombosis',
  'pulmonary-embolism',
  'tia-or-stroke',
  'neurological-symptoms',
  'visual-disturbance',
  'headache-or-migraine',
  'chest-symptoms',
  'vasovagal-or-syncope',
  'allergic-reaction',
  'nerve-irritation',
  'infection',
  'intra-arterial-injection',
  'other',
];

const complications = [
  `create table complications (
    ${primaryUuid('id')},
    ${uuid('patient_id')},
    ${uuid('case_id')},
    ${oneOf('kind', KINDS)},
    ${day('onset_on')},
    session_id text references sessions (id),
    lot_id text references lots (id),
    ${note('description', 2_000)},
    origin_reaction text references reactions (id),
    origin_review text references reviews (id),
    origin_finding text check (origin_finding in ('matting', 'pigmentation', 'ulcer')),
    ${moment('recorded_at')},
    ${reference('recorded_by', 'people')},
    foreign key (case_id, patient_id) references cases (id, patient_id),
    check ((origin_review is null) = (origin_finding is null)),
    check (origin_reaction is null or origin_review is null)
  ) strict`,
  'create index complications_by_patient on complications (patient_id)',
  'create index complications_by_onset on complications (onset_on)',
  'create index complications_by_lot on complications (lot_id) where lot_id is not null',
  ...onlyAdded('complications'),
  refuseInsert(
    'complications',
    'session_of_case',
    `new.session_id is not null and not exists (
      select 1 from sessions s where s.id = new.session_id and s.case_id = new.case_id)`,
    'the session belongs to another case',
  ),

  `create table complication_veins (
    ${reference('complication_id', 'complications')},
    ${reference('vein_id', 'veins')},
    primary key (complication_id, vein_id)
  ) strict`,
  ...onlyAdded('complication_veins'),
  refuseInsert(
    'complication_veins',
    'vein_of_case',
    `not exists (select 1 from complications c join veins v on v.case_id = c.case_id
      where c.id = new.complication_id and v.id = new.vein_id)`,
    'the vein belongs to another case',
  ),

  `create table complication_entries (
    ${primaryUuid('id')},
    ${reference('complication_id', 'complications')},
    ${day('on_date')},
    ${oneOf('state', ['ongoing', 'resolved', 'resolved-with-sequelae', 'fatal', 'unknown'])},
    grade text check (grade in ('mild', 'moderate', 'severe')),
    ${flag('serious')},
    ${note('treatment', 2_000)},
    ${note('note', 2_000)},
    ${moment('recorded_at')},
    ${reference('recorded_by', 'people')},
    check (state <> 'ongoing' or grade is not null)
  ) strict`,
  'create index complication_entries_of on complication_entries (complication_id, on_date, recorded_at)',
  ...onlyAdded('complication_entries'),

  `create table complication_strike_outs (
    complication_id text not null primary key references complications (id),
    ${text('reason', 300)},
    ${moment('struck_at')},
    ${reference('struck_by', 'people')}
  ) strict`,
  ...onlyAdded('complication_strike_outs'),
  `create table complication_entry_strike_outs (
    entry_id text not null primary key references complication_entries (id),
    ${text('reason', 300)},
    ${moment('struck_at')},
    ${reference('struck_by', 'people')}
  ) strict`,
  ...onlyAdded('complication_entry_strike_outs'),
];

const recalls = [
  `create table recall_notices (
    seq integer primary key,
    ${reference('lot_id', 'lots')},
    ${reference('patient_id', 'patients')},
    ${flag('told')},
    ${day('on_date')},
    ${note('note', 2_000)},
    ${moment('recorded_at')},
    ${reference('recorded_by', 'people')}
  ) strict`,
  'create index recall_notices_by_lot on recall_notices (lot_id, patient_id, seq)',
  ...onlyAdded('recall_notices'),
  refuseInsert(
    'recall_notices',
    'of_recalled_lot',
    'not exists (select 1 from lot_recalls r where r.lot_id = new.lot_id)',
    'the lot is not recalled',
  ),
];

const indexes = [
  // Few of many: what a list looks for must not be sought among all of them.
  `create index injections_with_a_word on injections (session_id)
    where override_by is not null or reason is not null or confirmed_slip is not null`,
  `create index review_responses_with_effects on review_responses (vein_id, review_id)
    where matting >= 2 or pigmentation >= 2 or ulcer >= 1`,
  'create index session_boxes_by_lot on session_boxes (lot_id, session_id)',
  'create index assessments_by_moment on assessments (recorded_at)',
];
