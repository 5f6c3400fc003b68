CREATE TRIGGER allergy_statements_no_delete before delete on allergy_statements
  begin select raise(abort, 'allergy_statements: rows are only added'); end;

CREATE TRIGGER allergy_statements_no_update before update on allergy_statements
  begin select raise(abort, 'allergy_statements: rows are only added'); end;

CREATE TABLE allergy_statements (
  seq integer primary key,
  patient_id text not null references patients (id),
  substances text not null check (json_valid(substances)),
  polidocanol integer not null check (polidocanol between 0 and 1),
  prone integer not null check (prone between 0 and 1),
  stated_at text not null check (stated_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  stated_by text not null references people (id)
  ) strict;

CREATE INDEX allergy_statements_by_patient on allergy_statements (patient_id);

CREATE TRIGGER assessments_no_delete before delete on assessments
  begin select raise(abort, 'assessments: rows are only added'); end;

CREATE TRIGGER assessments_no_update before update on assessments
  begin select raise(abort, 'assessments: rows are only added'); end;

CREATE TABLE assessments (
  id text not null check (length(id) = 36) unique,
  seq integer primary key,
  case_id text not null references cases (id),
  content text not null check (json_valid(content)),
  recorded_at text not null check (recorded_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  recorded_by text not null references people (id)
  ) strict;

CREATE INDEX assessments_by_case on assessments (case_id);

CREATE INDEX assessments_by_moment on assessments (recorded_at);

CREATE TRIGGER audit_no_delete before delete on audit
  begin select raise(abort, 'audit: rows are only added'); end;

CREATE TRIGGER audit_no_update before update on audit
  begin select raise(abort, 'audit: rows are only added'); end;

CREATE TABLE audit (
  seq integer primary key autoincrement,
  at text not null check (at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  person_id text references people (id),
  action text not null check (length(action) between 1 and 100),
  entity text not null check (length(entity) between 1 and 100),
  entity_id text not null check (length(entity_id) between 1 and 200),
  "before" text check (json_valid("before")),
  "after" text check (json_valid("after")),
  previous_hash text not null unique check (length(previous_hash) = 64),
  hash text not null unique check (length(hash) = 64)
  ) strict;

CREATE INDEX audit_by_entity on audit (entity, entity_id);

CREATE INDEX audit_by_moment on audit (at);

CREATE INDEX audit_by_person on audit (person_id);

CREATE INDEX audit_by_thing on audit (entity_id);

CREATE TRIGGER cases_no_delete before delete on cases
  begin select raise(abort, 'cases: rows are only added'); end;

CREATE TRIGGER cases_no_update before update on cases
  begin select raise(abort, 'cases: rows are only added'); end;

CREATE TABLE cases (
  id text not null check (length(id) = 36) primary key,
  patient_id text not null references patients (id),
  opened_on text not null check (opened_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  reason text not null check (length(reason) between 1 and 200),
  opened_at text not null check (opened_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  opened_by text not null references people (id),
  unique (id, patient_id)
  ) strict;

CREATE INDEX cases_by_patient on cases (patient_id, opened_at);

CREATE TRIGGER clinic_no_delete before delete on clinic
  begin select raise(abort, 'clinic: rows are only added'); end;

CREATE TABLE clinic (
  id integer not null primary key check (id = 1),
  name text not null check (length(name) between 1 and 200),
  is_demo integer not null check (is_demo between 0 and 1),
  created_at text not null check (created_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
  , lock_after_minutes integer not null default 10
  check (lock_after_minutes between 1 and 60 or (lock_after_minutes = 0 and is_demo = 1))) strict;

CREATE TRIGGER clock_sets_no_delete before delete on clock_sets
  begin select raise(abort, 'clock_sets: rows are only added'); end;

CREATE TRIGGER clock_sets_no_update before update on clock_sets
  begin select raise(abort, 'clock_sets: rows are only added'); end;

CREATE TABLE clock_sets (
  seq integer primary key,
  noticed_at text not null check (noticed_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  by_ms integer not null check (by_ms <> 0)
  ) strict;

CREATE TRIGGER closing_corrections_no_delete before delete on closing_corrections
  begin select raise(abort, 'closing_corrections: rows are only added'); end;

CREATE TRIGGER closing_corrections_no_update before update on closing_corrections
  begin select raise(abort, 'closing_corrections: rows are only added'); end;

CREATE TABLE closing_corrections (
  amendment_id text not null primary key references session_amendments (id),
  ampoules text not null check (json_valid(ampoules)),
  difference_reason text check (length(difference_reason) between 1 and 300),
  compression_class text not null check (compression_class in ('none', 'bandage', '1', '2', '3')),
  compression_days integer not null check (compression_days between 0 and 120),
  compression_until text not null check (compression_until glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  full_length integer not null check (full_length between 0 and 1),
  observed_minutes integer not null check (observed_minutes between 0 and 600),
  aftercare_given integer not null check (aftercare_given between 0 and 1),
  aftercare_explained text not null check (json_valid(aftercare_explained)),
  note text not null check (length(note) <= 2000)
  ) strict;

CREATE TRIGGER complication_entries_no_delete before delete on complication_entries
  begin select raise(abort, 'complication_entries: rows are only added'); end;

CREATE TRIGGER complication_entries_no_update before update on complication_entries
  begin select raise(abort, 'complication_entries: rows are only added'); end;

CREATE TABLE complication_entries (
  id text not null check (length(id) = 36) primary key,
  complication_id text not null references complications (id),
  on_date text not null check (on_date glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  state text not null check (state in ('ongoing', 'resolved', 'resolved-with-sequelae', 'fatal', 'unknown')),
  grade text check (grade in ('mild', 'moderate', 'severe')),
  serious integer not null check (serious between 0 and 1),
  treatment text not null check (length(treatment) <= 2000),
  note text not null check (length(note) <= 2000),
  recorded_at text not null check (recorded_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  recorded_by text not null references people (id),
  check (state <> 'ongoing' or grade is not null)
  ) strict;

CREATE INDEX complication_entries_of on complication_entries (complication_id, on_date, recorded_at);

CREATE TRIGGER complication_entry_strike_outs_no_delete before delete on complication_entry_strike_outs
  begin select raise(abort, 'complication_entry_strike_outs: rows are only added'); end;

CREATE TRIGGER complication_entry_strike_outs_no_update before update on complication_entry_strike_outs
  begin select raise(abort, 'complication_entry_strike_outs: rows are only added'); end;

CREATE TABLE complication_entry_strike_outs (
  entry_id text not null primary key references complication_entries (id),
  reason text not null check (length(reason) between 1 and 300),
  struck_at text not null check (struck_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  struck_by text not null references people (id)
  ) strict;

CREATE TRIGGER complication_strike_outs_no_delete before delete on complication_strike_outs
  begin select raise(abort, 'complication_strike_outs: rows are only added'); end;

CREATE TRIGGER complication_strike_outs_no_update before update on complication_strike_outs
  begin select raise(abort, 'complication_strike_outs: rows are only added'); end;

CREATE TABLE complication_strike_outs (
  complication_id text not null primary key references complications (id),
  reason text not null check (length(reason) between 1 and 300),
  struck_at text not null check (struck_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  struck_by text not null references people (id)
  ) strict;

CREATE TRIGGER complication_veins_no_delete before delete on complication_veins
  begin select raise(abort, 'complication_veins: rows are only added'); end;

CREATE TRIGGER complication_veins_no_update before update on complication_veins
  begin select raise(abort, 'complication_veins: rows are only added'); end;

CREATE TRIGGER complication_veins_vein_of_case before insert on complication_veins when not exists (select 1 from complications c join veins v on v.case_id = c.case_id
  where c.id = new.complication_id and v.id = new.vein_id)
  begin select raise(abort, 'complication_veins: the vein belongs to another case'); end;

CREATE TABLE complication_veins (
  complication_id text not null references complications (id),
  vein_id text not null references veins (id),
  primary key (complication_id, vein_id)
  ) strict;

CREATE TRIGGER complications_no_delete before delete on complications
  begin select raise(abort, 'complications: rows are only added'); end;

CREATE TRIGGER complications_no_update before update on complications
  begin select raise(abort, 'complications: rows are only added'); end;

CREATE TRIGGER complications_session_of_case before insert on complications when new.session_id is not null and not exists (
  select 1 from sessions s where s.id = new.session_id and s.case_id = new.case_id)
  begin select raise(abort, 'complications: the session belongs to another case'); end;

CREATE TABLE complications (
  id text not null check (length(id) = 36) primary key,
  patient_id text not null check (length(patient_id) = 36),
  case_id text not null check (length(case_id) = 36),
  kind text not null check (kind in ('pigmentation', 'matting', 'ulcer-or-necrosis', 'blister', 'haematoma', 'local-reaction', 'superficial-vein-thrombosis', 'deep-vein-thrombosis', 'pulmonary-embolism', 'tia-or-stroke', 'neurological-symptoms', 'visual-disturbance', 'headache-or-migraine', 'chest-symptoms', 'vasovagal-or-syncope', 'allergic-reaction', 'nerve-irritation', 'infection', 'intra-arterial-injection', 'other')),
  onset_on text not null check (onset_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  session_id text references sessions (id),
  lot_id text references lots (id),
  description text not null check (length(description) <= 2000),
  origin_reaction text references reactions (id),
  origin_review text references reviews (id),
  origin_finding text check (origin_finding in ('matting', 'pigmentation', 'ulcer')),
  recorded_at text not null check (recorded_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  recorded_by text not null references people (id),
  foreign key (case_id, patient_id) references cases (id, patient_id),
  check ((origin_review is null) = (origin_finding is null)),
  check (origin_reaction is null or origin_review is null)
  ) strict;

CREATE INDEX complications_by_lot on complications (lot_id) where lot_id is not null;

CREATE INDEX complications_by_onset on complications (onset_on);

CREATE INDEX complications_by_patient on complications (patient_id);

CREATE TRIGGER consents_no_delete before delete on consents
  begin select raise(abort, 'consents: rows are only added'); end;

CREATE TRIGGER consents_no_update before update on consents
  begin select raise(abort, 'consents: rows are only added'); end;

CREATE TABLE consents (
  seq integer primary key,
  case_id text not null references cases (id),
  on_date text not null check (on_date glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  form_name text not null check (length(form_name) between 1 and 120),
  recorded_at text not null check (recorded_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  recorded_by text not null references people (id)
  ) strict;

CREATE INDEX consents_by_case on consents (case_id);

CREATE TRIGGER injection_strike_outs_no_delete before delete on injection_strike_outs
  begin select raise(abort, 'injection_strike_outs: rows are only added'); end;

CREATE TRIGGER injection_strike_outs_no_update before update on injection_strike_outs
  begin select raise(abort, 'injection_strike_outs: rows are only added'); end;

CREATE TRIGGER injection_strike_outs_not_after_signing before insert on injection_strike_outs when (new.amendment_id is not null or exists (select 1 from injections i
  join session_signatures g on g.session_id = i.session_id where i.id = new.injection_id))
  and not exists (select 1 from injections i join session_amendments a on a.session_id = i.session_id
  where i.id = new.injection_id and a.id = new.amendment_id)
  begin select raise(abort, 'injection_strike_outs: the session is signed'); end;

CREATE TABLE injection_strike_outs (
  injection_id text not null primary key references injections (id),
  reason text not null check (length(reason) between 1 and 300),
  struck_at text not null check (struck_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  struck_by text not null references people (id)
  , amendment_id text references session_amendments (id)) strict;

CREATE TRIGGER injections_no_delete before delete on injections
  begin select raise(abort, 'injections: rows are only added'); end;

CREATE TRIGGER injections_no_update before update on injections
  begin select raise(abort, 'injections: rows are only added'); end;

CREATE TRIGGER injections_not_after_closing before insert on injections when (new.amendment_id is not null or exists (select 1 from session_closings c where c.session_id = new.session_id))
  and not exists (select 1 from session_amendments a
  where a.id = new.amendment_id and a.session_id = new.session_id)
  begin select raise(abort, 'injections: the session is closed'); end;

CREATE TRIGGER injections_not_while_paused before insert on injections when new.amendment_id is null and exists (select 1 from session_pauses p where p.session_id = new.session_id
  and not exists (select 1 from session_resumptions r where r.pause_id = p.id))
  begin select raise(abort, 'injections: the session is paused'); end;

CREATE TRIGGER injections_vein_of_case before insert on injections when new.vein_id is not null and not exists (
  select 1 from sessions s join veins v on v.case_id = s.case_id
  where s.id = new.session_id and v.id = new.vein_id and v.leg = new.leg)
  begin select raise(abort, 'injections: the vein belongs to another case or leg'); end;

CREATE TABLE injections (
  id text not null check (length(id) = 36) primary key,
  session_id text not null,
  patient_id text not null,
  number integer not null check (number between 1 and 10000),
  vein_id text references veins (id),
  leg text not null check (leg in ('right', 'left')),
  aspect text not null check (aspect in ('anterior', 'medial', 'posterior', 'lateral')),
  site_x_mm real check (site_x_mm between -400 and 400),
  site_y_mm real check (site_y_mm between -50 and 1000),
  lot_id text not null,
  form text not null check (form in ('liquid', 'foam')),
  strength_ug_per_ml integer not null check (strength_ug_per_ml between 1000 and 50000),
  gas_parts integer check (gas_parts between 1 and 9),
  volume_ul integer not null check (volume_ul between 1 and 20000),
  mass_ug integer not null,
  needle text not null check (needle in ('25 G', '26 G', '27 G', '30 G', '32 G', '33 G')),
  assessment text not null check (json_valid(assessment)),
  reason text check (length(reason) between 1 and 300),
  override_by text references people (id),
  override_reason text check (length(override_reason) between 1 and 300),
  given_at text not null check (given_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  given_by text not null references people (id), vein_kind text check (vein_kind in ('telangiectasia', 'reticular', 'varicose')), vein_pattern text check (vein_pattern in ('line', 'web')), vein_extent integer check (vein_extent between 0 and 10000000), vein_diameter_mm real check (vein_diameter_mm between 0.1 and 20), confirmed_slip text check (json_valid(confirmed_slip)), amendment_id text references session_amendments (id),
  unique (session_id, number),
  foreign key (session_id, patient_id) references sessions (id, patient_id),
  foreign key (session_id, lot_id) references session_boxes (session_id, lot_id),
  check ((form = 'foam') = (gas_parts is not null)),
  check (mass_ug = (volume_ul * strength_ug_per_ml + 1000 * (1 + coalesce(gas_parts, 0)) - 1)
  / (1000 * (1 + coalesce(gas_parts, 0)))),
  check ((site_x_mm is null) = (site_y_mm is null)),
  check ((override_by is null) = (override_reason is null))
  ) strict;

CREATE INDEX injections_by_giver on injections (given_by, given_at);

CREATE INDEX injections_by_lot on injections (lot_id);

CREATE INDEX injections_by_patient on injections (patient_id, given_at);

CREATE INDEX injections_by_vein on injections (vein_id);

CREATE INDEX injections_with_a_word on injections (session_id)
  where override_by is not null or reason is not null or confirmed_slip is not null;

CREATE TRIGGER judged_limits_no_delete before delete on judged_limits
  begin select raise(abort, 'judged_limits: rows are only added'); end;

CREATE TRIGGER judged_limits_no_update before update on judged_limits
  begin select raise(abort, 'judged_limits: rows are only added'); end;

CREATE TABLE judged_limits (
  id integer primary key,
  content text not null unique check (json_valid(content))
  ) strict;

CREATE TRIGGER label_profiles_no_delete before delete on label_profiles
  begin select raise(abort, 'label_profiles: rows are only added'); end;

CREATE TRIGGER label_profiles_no_update before update on label_profiles
  begin select raise(abort, 'label_profiles: rows are only added'); end;

CREATE TABLE label_profiles (
  id text not null check (length(id) between 1 and 60),
  version integer not null check (version between 1 and 10000),
  content text not null check (json_valid(content)),
  added_at text not null check (added_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'), added_by text references people (id),
  primary key (id, version)
  ) strict;

CREATE TRIGGER lot_movements_no_delete before delete on lot_movements
  begin select raise(abort, 'lot_movements: rows are only added'); end;

CREATE TRIGGER lot_movements_no_update before update on lot_movements
  begin select raise(abort, 'lot_movements: rows are only added'); end;

CREATE TABLE lot_movements (
  seq integer primary key,
  lot_id text not null references lots (id),
  kind text not null check (kind in ('received', 'used', 'disposed', 'found', 'missing')),
  ampoules integer not null check (ampoules between 1 and 100000),
  session_id text references sessions (id),
  reason text not null check (length(reason) <= 300),
  moved_at text not null check (moved_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  moved_by text not null references people (id),
  check ((kind = 'used') = (session_id is not null))
  ) strict;

CREATE INDEX lot_movements_by_lot on lot_movements (lot_id);

CREATE TRIGGER lot_recalls_no_delete before delete on lot_recalls
  begin select raise(abort, 'lot_recalls: rows are only added'); end;

CREATE TRIGGER lot_recalls_no_update before update on lot_recalls
  begin select raise(abort, 'lot_recalls: rows are only added'); end;

CREATE TABLE lot_recalls (
  lot_id text not null primary key references lots (id),
  reason text not null check (length(reason) between 1 and 300),
  recalled_at text not null check (recalled_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  recalled_by text not null references people (id)
  ) strict;

CREATE TRIGGER lots_no_delete before delete on lots
  begin select raise(abort, 'lots: rows are only added'); end;

CREATE TRIGGER lots_no_update before update on lots
  begin select raise(abort, 'lots: rows are only added'); end;

CREATE TABLE lots (
  id text not null check (length(id) = 36) primary key,
  product_id text not null references products (id),
  lot_number text not null check (length(lot_number) between 1 and 30),
  expires_on text not null check (expires_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  added_at text not null check (added_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  added_by text not null references people (id),
  unique (product_id, lot_number)
  ) strict;

CREATE INDEX lots_by_expiry on lots (expires_on);

CREATE TRIGGER map_gestures_no_delete before delete on map_gestures
  begin select raise(abort, 'map_gestures: rows are only added'); end;

CREATE TRIGGER map_gestures_no_update before update on map_gestures
  begin select raise(abort, 'map_gestures: rows are only added'); end;

CREATE TABLE map_gestures (
  id text not null check (length(id) = 36) primary key,
  case_id text not null references cases (id),
  version integer not null check (version between 1 and 10000000),
  label text not null check (length(label) between 1 and 60),
  made_at text not null check (made_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  made_on text not null check (made_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  made_by text not null references people (id),
  unique (case_id, version)
  ) strict;

CREATE TRIGGER mark_versions_no_delete before delete on mark_versions
  begin select raise(abort, 'mark_versions: rows are only added'); end;

CREATE TRIGGER mark_versions_no_update before update on mark_versions
  begin select raise(abort, 'mark_versions: rows are only added'); end;

CREATE TABLE mark_versions (
  mark_id text not null,
  case_id text not null,
  map_version integer not null,
  content text check (json_valid(content)),
  vein_id text generated always as (json_extract(content, '$.veinId')) virtual,
  primary key (mark_id, map_version),
  foreign key (mark_id, case_id) references marks (id, case_id) deferrable initially deferred,
  foreign key (case_id, map_version) references map_gestures (case_id, version) deferrable initially deferred
  ) strict;

CREATE INDEX mark_versions_by_case on mark_versions (case_id, map_version);

CREATE INDEX mark_versions_by_vein on mark_versions (vein_id) where vein_id is not null;

CREATE TRIGGER marks_no_delete before delete on marks
  begin select raise(abort, 'marks: rows are only added'); end;

CREATE TRIGGER marks_no_update before update on marks
  begin select raise(abort, 'marks: rows are only added'); end;

CREATE TABLE marks (
  id text not null check (length(id) = 36) primary key,
  case_id text not null references cases (id),
  mark text not null check (mark in ('site', 'note', 'scale')),
  unique (id, case_id)
  ) strict;

CREATE INDEX marks_by_case on marks (case_id, mark);

CREATE TRIGGER measurements_no_delete before delete on measurements
  begin select raise(abort, 'measurements: rows are only added'); end;

CREATE TRIGGER measurements_no_update before update on measurements
  begin select raise(abort, 'measurements: rows are only added'); end;

CREATE TABLE measurements (
  seq integer primary key,
  patient_id text not null references patients (id),
  on_date text not null check (on_date glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  weight_g integer check (weight_g between 20000 and 300000),
  height_mm integer check (height_mm between 1000 and 2500),
  recorded_at text not null check (recorded_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  recorded_by text not null references people (id),
  check (weight_g is not null or height_mm is not null)
  ) strict;

CREATE INDEX measurements_by_patient on measurements (patient_id, on_date);

CREATE TRIGGER patients_next_version before update on patients
  when new.id <> old.id or new.created_at <> old.created_at or new.version <> old.version + 1
  begin select raise(abort, 'patients: a correction is the next version'); end;

CREATE TRIGGER patients_no_delete before delete on patients
  begin select raise(abort, 'patients: rows are only added'); end;

CREATE TABLE patients (
  id text not null check (length(id) = 36) primary key,
  version integer not null check (version between 1 and 1000000),
  record_number text not null check (length(record_number) between 1 and 30) collate nocase unique,
  family_name text not null check (length(family_name) between 1 and 60),
  given_name text not null check (length(given_name) between 1 and 60),
  birth_date text not null check (birth_date glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  sex text not null check (sex in ('female', 'male', 'other')),
  search_text text not null check (length(search_text) <= 1000),
  created_at text not null check (created_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  changed_at text not null check (changed_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
  ) strict;

CREATE INDEX patients_by_birth_date on patients (birth_date);

CREATE INDEX patients_by_change on patients (changed_at desc, id);

CREATE INDEX patients_by_name on patients (family_name, given_name, id, search_text, birth_date);

CREATE TRIGGER people_no_delete before delete on people
  begin select raise(abort, 'people: rows are only added'); end;

CREATE TABLE people (
  id text not null check (length(id) = 36) primary key,
  name text not null check (length(name) between 1 and 200),
  roles text not null check (json_valid(roles)),
  active integer not null check (active between 0 and 1),
  pin_hash text not null check (length(pin_hash) between 1 and 1000),
  created_at text not null check (created_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
  ) strict;

CREATE TRIGGER plan_items_no_delete before delete on plan_items
  begin select raise(abort, 'plan_items: rows are only added'); end;

CREATE TRIGGER plan_items_no_update before update on plan_items
  begin select raise(abort, 'plan_items: rows are only added'); end;

CREATE TABLE plan_items (
  plan_id text not null references plans (id),
  position integer not null check (position between 0 and 5000),
  vein_id text not null references veins (id),
  session_number integer,
  form text not null check (form in ('liquid', 'foam')),
  strength_ug_per_ml integer not null check (strength_ug_per_ml between 1000 and 50000),
  gas_parts integer check (gas_parts between 1 and 9),
  punctures integer not null check (punctures between 1 and 99),
  volume_per_puncture_ul integer not null check (volume_per_puncture_ul between 1 and 20000),
  locked integer not null check (locked between 0 and 1), vein_kind text check (vein_kind in ('telangiectasia', 'reticular', 'varicose')), vein_pattern text check (vein_pattern in ('line', 'web')), vein_extent integer check (vein_extent between 0 and 10000000),
  primary key (plan_id, position),
  foreign key (plan_id, session_number) references plan_sessions (plan_id, number) deferrable initially deferred,
  check ((form = 'foam') = (gas_parts is not null))
  ) strict;

CREATE INDEX plan_items_by_vein on plan_items (vein_id);

CREATE TRIGGER plan_session_caps_no_delete before delete on plan_session_caps
  begin select raise(abort, 'plan_session_caps: rows are only added'); end;

CREATE TRIGGER plan_session_caps_no_update before update on plan_session_caps
  begin select raise(abort, 'plan_session_caps: rows are only added'); end;

CREATE TABLE plan_session_caps (
  plan_id text not null,
  number integer not null,
  limit_id text not null check (length(limit_id) between 1 and 60),
  amount integer not null check (amount between 0 and 1000000000),
  set_at text not null check (set_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  set_by text not null references people (id),
  primary key (plan_id, number, limit_id),
  foreign key (plan_id, number) references plan_sessions (plan_id, number) deferrable initially deferred
  ) strict;

CREATE TRIGGER plan_sessions_no_delete before delete on plan_sessions
  begin select raise(abort, 'plan_sessions: rows are only added'); end;

CREATE TRIGGER plan_sessions_no_update before update on plan_sessions
  begin select raise(abort, 'plan_sessions: rows are only added'); end;

CREATE TABLE plan_sessions (
  plan_id text not null references plans (id),
  number integer not null check (number between 1 and 99),
  on_date text not null check (on_date glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  at_time text check (at_time glob '[0-2][0-9]:[0-5][0-9]' and at_time < '24'),
  primary key (plan_id, number)
  ) strict;

CREATE INDEX plan_sessions_by_date on plan_sessions (on_date);

CREATE TRIGGER plans_no_delete before delete on plans
  begin select raise(abort, 'plans: rows are only added'); end;

CREATE TRIGGER plans_no_update before update on plans
  begin select raise(abort, 'plans: rows are only added'); end;

CREATE TABLE plans (
  id text not null check (length(id) = 36) primary key,
  case_id text not null references cases (id),
  version integer not null check (version between 1 and 10000000),
  saved_at text not null check (saved_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  saved_by text not null references people (id), copied_from text references plans (id),
  unique (case_id, version)
  ) strict;

CREATE INDEX plans_by_saver on plans (saved_by, saved_at);

CREATE TRIGGER product_codes_no_delete before delete on product_codes
  begin select raise(abort, 'product_codes: rows are only added'); end;

CREATE TRIGGER product_codes_no_update before update on product_codes
  begin select raise(abort, 'product_codes: rows are only added'); end;

CREATE TABLE product_codes (
  code text not null primary key check (length(code) between 5 and 40),
  product_id text not null references products (id),
  added_at text not null check (added_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  added_by text not null references people (id)
  ) strict;

CREATE TRIGGER products_no_delete before delete on products
  begin select raise(abort, 'products: rows are only added'); end;

CREATE TRIGGER products_no_update before update on products
  begin select raise(abort, 'products: rows are only added'); end;

CREATE TABLE products (
  id text not null check (length(id) = 36) primary key,
  name text not null check (length(name) between 1 and 100),
  strength_ug_per_ml integer not null check (strength_ug_per_ml between 1000 and 50000),
  ampoule_ul integer not null check (ampoule_ul between 1 and 100000)
  ) strict;

CREATE TRIGGER profile_approvals_no_delete before delete on profile_approvals
  begin select raise(abort, 'profile_approvals: rows are only added'); end;

CREATE TRIGGER profile_approvals_no_update before update on profile_approvals
  begin select raise(abort, 'profile_approvals: rows are only added'); end;

CREATE TABLE profile_approvals (
  seq integer primary key,
  profile_id text not null,
  profile_version integer not null,
  comment text not null check (length(comment) <= 1000),
  approved_at text not null check (approved_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  approved_by text not null references people (id),
  foreign key (profile_id, profile_version) references label_profiles (id, version)
  ) strict;

CREATE INDEX profile_approvals_by_profile on profile_approvals (profile_id, profile_version);

CREATE TRIGGER profile_choices_no_delete before delete on profile_choices
  begin select raise(abort, 'profile_choices: rows are only added'); end;

CREATE TRIGGER profile_choices_no_update before update on profile_choices
  begin select raise(abort, 'profile_choices: rows are only added'); end;

CREATE TABLE profile_choices (
  seq integer primary key,
  profile_id text not null,
  profile_version integer not null,
  chosen_at text not null check (chosen_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  chosen_by text not null references people (id),
  foreign key (profile_id, profile_version) references label_profiles (id, version)
  ) strict;

CREATE TRIGGER reaction_strike_outs_no_delete before delete on reaction_strike_outs
  begin select raise(abort, 'reaction_strike_outs: rows are only added'); end;

CREATE TRIGGER reaction_strike_outs_no_update before update on reaction_strike_outs
  begin select raise(abort, 'reaction_strike_outs: rows are only added'); end;

CREATE TRIGGER reaction_strike_outs_not_after_signing before insert on reaction_strike_outs when exists (select 1 from reactions r join session_signatures g on g.session_id = r.session_id
  where r.id = new.reaction_id)
  begin select raise(abort, 'reaction_strike_outs: the session is signed'); end;

CREATE TABLE reaction_strike_outs (
  reaction_id text not null primary key references reactions (id),
  reason text not null check (length(reason) between 1 and 300),
  struck_at text not null check (struck_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  struck_by text not null references people (id)
  ) strict;

CREATE TRIGGER reactions_injection_of_session before insert on reactions when new.injection_id is not null and not exists (
  select 1 from injections i where i.id = new.injection_id and i.session_id = new.session_id)
  begin select raise(abort, 'reactions: the injection belongs to another session'); end;

CREATE TRIGGER reactions_no_delete before delete on reactions
  begin select raise(abort, 'reactions: rows are only added'); end;

CREATE TRIGGER reactions_no_update before update on reactions
  begin select raise(abort, 'reactions: rows are only added'); end;

CREATE TRIGGER reactions_not_after_signing before insert on reactions when exists (select 1 from session_signatures g where g.session_id = new.session_id)
  begin select raise(abort, 'reactions: the session is signed'); end;

CREATE TABLE "reactions" (
  seq integer primary key,
  id text not null check (length(id) = 36) unique,
  session_id text not null references sessions (id),
  kind text not null check (kind in ('wheal', 'vasovagal', 'allergic', 'pain', 'blanching', 'suspected-intra-arterial', 'extravasation', 'visual-disturbance', 'headache', 'chest-tightness', 'cough', 'dysaesthesia-or-speech', 'syncope', 'haematoma', 'other')),
  grade text not null check (grade in ('mild', 'moderate', 'severe')),
  vein_id text references veins (id),
  lot_id text references lots (id),
  injection_id text references injections (id),
  note text not null check (length(note) <= 2000),
  done text not null check (length(done) <= 2000),
  happened_at text not null check (happened_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  recorded_at text not null check (recorded_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  recorded_by text not null references people (id)
  ) strict;

CREATE INDEX reactions_by_lot on reactions (lot_id);

CREATE INDEX reactions_by_session on reactions (session_id);

CREATE TRIGGER recall_notices_no_delete before delete on recall_notices
  begin select raise(abort, 'recall_notices: rows are only added'); end;

CREATE TRIGGER recall_notices_no_update before update on recall_notices
  begin select raise(abort, 'recall_notices: rows are only added'); end;

CREATE TRIGGER recall_notices_of_recalled_lot before insert on recall_notices when not exists (select 1 from lot_recalls r where r.lot_id = new.lot_id)
  begin select raise(abort, 'recall_notices: the lot is not recalled'); end;

CREATE TABLE recall_notices (
  seq integer primary key,
  lot_id text not null references lots (id),
  patient_id text not null references patients (id),
  told integer not null check (told between 0 and 1),
  on_date text not null check (on_date glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  note text not null check (length(note) <= 2000),
  recorded_at text not null check (recorded_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  recorded_by text not null references people (id)
  ) strict;

CREATE INDEX recall_notices_by_lot on recall_notices (lot_id, patient_id, seq);

CREATE TRIGGER review_responses_no_delete before delete on review_responses
  begin select raise(abort, 'review_responses: rows are only added'); end;

CREATE TRIGGER review_responses_no_update before update on review_responses
  begin select raise(abort, 'review_responses: rows are only added'); end;

CREATE TABLE review_responses (
  review_id text not null references reviews (id),
  vein_id text not null references veins (id),
  response text not null check (response in ('cleared', 'better', 'same', 'worse', 'not-seen')),
  matting integer not null check (matting between 0 and 3),
  pigmentation integer not null check (pigmentation between 0 and 3), ulcer integer not null default 0 check (ulcer between 0 and 3), disposition text
  check (disposition in ('further-session', 'laser', 'rest', 'done')),
  primary key (review_id, vein_id)
  ) strict;

CREATE INDEX review_responses_by_vein on review_responses (vein_id);

CREATE INDEX review_responses_with_effects on review_responses (vein_id, review_id)
  where matting >= 2 or pigmentation >= 2 or ulcer >= 1;

CREATE TRIGGER reviewed_veins_no_delete before delete on reviewed_veins
  begin select raise(abort, 'reviewed_veins: rows are only added'); end;

CREATE TRIGGER reviewed_veins_no_update before update on reviewed_veins
  begin select raise(abort, 'reviewed_veins: rows are only added'); end;

CREATE TABLE reviewed_veins (
  seq integer primary key,
  review_id text not null references reviews (id),
  vein_id text not null references veins (id),
  case_id text not null references cases (id),
  reviewed_on text not null check (reviewed_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  response text check (response in ('cleared', 'better', 'same', 'worse', 'not-seen')),
  matting integer not null check (matting between 0 and 3),
  pigmentation integer not null check (pigmentation between 0 and 3),
  ulcer integer not null check (ulcer between 0 and 3),
  vein_kind text check (vein_kind in ('telangiectasia', 'reticular', 'varicose')),
  vein_diameter_mm real check (vein_diameter_mm between 0.1 and 20),
  vein_length_mm integer check (vein_length_mm between 0 and 10000000),
  region text check (length(region) between 1 and 40),
  form text check (form in ('liquid', 'foam')),
  strength_ug_per_ml integer check (strength_ug_per_ml between 1000 and 50000),
  injections integer not null check (injections between 1 and 100000),
  volume_ul integer not null check (volume_ul between 1 and 1000000000),
  mass_ug integer not null check (mass_ug between 1 and 1000000000),
  last_on text not null check (last_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  days_since integer not null check (days_since between 0 and 100000),
  fitzpatrick text check (fitzpatrick in ('I', 'II', 'III', 'IV', 'V', 'VI')),
  unique (review_id, vein_id)
  ) strict;

CREATE TRIGGER reviews_no_delete before delete on reviews
  begin select raise(abort, 'reviews: rows are only added'); end;

CREATE TRIGGER reviews_no_update before update on reviews
  begin select raise(abort, 'reviews: rows are only added'); end;

CREATE TABLE reviews (
  id text not null check (length(id) = 36) primary key,
  case_id text not null references cases (id),
  on_date text not null check (on_date glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  improvement_percent integer check (improvement_percent between 0 and 100),
  satisfaction text check (satisfaction in ('dissatisfied', 'neither', 'satisfied', 'very-satisfied')),
  note text not null check (length(note) <= 2000),
  recorded_at text not null check (recorded_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  recorded_by text not null references people (id)
  , replaces_id text references reviews (id), replaces_because text check (length(replaces_because) between 3 and 300), legs text check (json_valid(legs)), rest_until text check (rest_until glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')) strict;

CREATE INDEX reviews_by_case on reviews (case_id, on_date);

CREATE INDEX reviews_by_rest on reviews (rest_until) where rest_until is not null;

CREATE UNIQUE INDEX reviews_replaced on reviews (replaces_id) where replaces_id is not null;

CREATE TRIGGER rooms_no_delete before delete on rooms
  begin select raise(abort, 'rooms: rows are only added'); end;

CREATE TABLE rooms (
  id text not null check (length(id) = 36) primary key,
  name text not null check (length(name) between 1 and 40),
  in_use integer not null check (in_use between 0 and 1),
  created_at text not null check (created_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
  ) strict;

CREATE UNIQUE INDEX rooms_by_name on rooms (name collate nocase);

CREATE TRIGGER session_amendments_after_closing before insert on session_amendments when not exists (select 1 from session_closings c where c.session_id = new.session_id)
  begin select raise(abort, 'session_amendments: the session is not closed'); end;

CREATE TRIGGER session_amendments_no_delete before delete on session_amendments
  begin select raise(abort, 'session_amendments: rows are only added'); end;

CREATE TRIGGER session_amendments_no_update before update on session_amendments
  begin select raise(abort, 'session_amendments: rows are only added'); end;

CREATE TABLE session_amendments (
  id text not null check (length(id) = 36) primary key,
  session_id text not null references sessions (id),
  number integer not null check (number between 1 and 10000),
  reason text not null check (length(reason) between 1 and 300),
  remark text not null check (length(remark) <= 2000),
  request_digest text not null check (length(request_digest) = 64),
  made_at text not null check (made_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  made_by text not null references people (id),
  unique (session_id, number)
  ) strict;

CREATE TRIGGER session_boxes_no_delete before delete on session_boxes
  begin select raise(abort, 'session_boxes: rows are only added'); end;

CREATE TRIGGER session_boxes_no_update before update on session_boxes
  begin select raise(abort, 'session_boxes: rows are only added'); end;

CREATE TRIGGER session_boxes_not_after_closing before insert on session_boxes when exists (select 1 from session_closings c where c.session_id = new.session_id)
  begin select raise(abort, 'session_boxes: the session is closed'); end;

CREATE TABLE session_boxes (
  session_id text not null references sessions (id),
  lot_id text not null references lots (id),
  opened_at text not null check (opened_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  opened_by text not null references people (id),
  primary key (session_id, lot_id)
  ) strict;

CREATE INDEX session_boxes_by_lot on session_boxes (lot_id, session_id);

CREATE TRIGGER session_caps_no_delete before delete on session_caps
  begin select raise(abort, 'session_caps: rows are only added'); end;

CREATE TRIGGER session_caps_no_update before update on session_caps
  begin select raise(abort, 'session_caps: rows are only added'); end;

CREATE TRIGGER session_caps_not_after_closing before insert on session_caps when exists (select 1 from session_closings c where c.session_id = new.session_id)
  begin select raise(abort, 'session_caps: the session is closed'); end;

CREATE TABLE session_caps (
  seq integer primary key,
  session_id text not null references sessions (id),
  limit_id text not null check (length(limit_id) between 1 and 60),
  amount integer check (amount between 0 and 1000000000),
  reason text not null check (length(reason) between 1 and 300),
  set_at text not null check (set_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  set_by text not null references people (id)
  ) strict;

CREATE INDEX session_caps_by_session on session_caps (session_id, seq);

CREATE TRIGGER session_closings_no_delete before delete on session_closings
  begin select raise(abort, 'session_closings: rows are only added'); end;

CREATE TRIGGER session_closings_no_update before update on session_closings
  begin select raise(abort, 'session_closings: rows are only added'); end;

CREATE TABLE session_closings (
  session_id text not null primary key references sessions (id),
  ampoules text not null check (json_valid(ampoules)),
  difference_reason text check (length(difference_reason) between 1 and 300),
  compression_class text not null check (compression_class in ('none', 'bandage', '1', '2', '3')),
  compression_days integer not null check (compression_days between 0 and 120),
  observed_minutes integer not null check (observed_minutes between 0 and 600),
  aftercare_given integer not null check (aftercare_given between 0 and 1),
  note text not null check (length(note) <= 2000),
  closed_at text not null check (closed_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  closed_by text not null references people (id)
  , compression_until text check (compression_until glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), full_length integer check (full_length between 0 and 1), walked_minutes integer check (walked_minutes between 0 and 1000000), aftercare_explained text check (json_valid(aftercare_explained)), next_on text check (next_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')) strict;

CREATE TRIGGER session_pauses_no_delete before delete on session_pauses
  begin select raise(abort, 'session_pauses: rows are only added'); end;

CREATE TRIGGER session_pauses_no_update before update on session_pauses
  begin select raise(abort, 'session_pauses: rows are only added'); end;

CREATE TRIGGER session_pauses_not_after_closing before insert on session_pauses when exists (select 1 from session_closings c where c.session_id = new.session_id)
  begin select raise(abort, 'session_pauses: the session is closed'); end;

CREATE TABLE session_pauses (
  id text not null check (length(id) = 36) primary key,
  session_id text not null references sessions (id),
  reaction_id text references reactions (id),
  needs_surgeon integer not null check (needs_surgeon between 0 and 1),
  reason text not null check (length(reason) <= 300),
  paused_at text not null check (paused_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  paused_by text not null references people (id)
  ) strict;

CREATE INDEX session_pauses_by_session on session_pauses (session_id);

CREATE TRIGGER session_places_no_delete before delete on session_places
  begin select raise(abort, 'session_places: rows are only added'); end;

CREATE TRIGGER session_places_no_update before update on session_places
  begin select raise(abort, 'session_places: rows are only added'); end;

CREATE TABLE session_places (
  seq integer primary key,
  case_id text not null references cases (id),
  number integer not null check (number between 1 and 99),
  room_id text references rooms (id),
  person_id text references people (id),
  set_at text not null check (set_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  set_by text not null references people (id)
  ) strict;

CREATE INDEX session_places_by_session on session_places (case_id, number);

CREATE TRIGGER session_resumptions_by_surgeon before insert on session_resumptions when new.surgeon_id is null
  and exists (select 1 from session_pauses p where p.id = new.pause_id and p.needs_surgeon = 1)
  begin select raise(abort, 'session_resumptions: a surgeon is needed'); end;

CREATE TRIGGER session_resumptions_no_delete before delete on session_resumptions
  begin select raise(abort, 'session_resumptions: rows are only added'); end;

CREATE TRIGGER session_resumptions_no_update before update on session_resumptions
  begin select raise(abort, 'session_resumptions: rows are only added'); end;

CREATE TABLE session_resumptions (
  pause_id text not null primary key references session_pauses (id),
  surgeon_id text references people (id),
  reason text not null check (length(reason) <= 300),
  resumed_at text not null check (resumed_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  resumed_by text not null references people (id)
  ) strict;

CREATE TRIGGER session_signatures_after_closing before insert on session_signatures when not exists (select 1 from session_closings c where c.session_id = new.session_id)
  begin select raise(abort, 'session_signatures: the session is not closed'); end;

CREATE TRIGGER session_signatures_no_delete before delete on session_signatures
  begin select raise(abort, 'session_signatures: rows are only added'); end;

CREATE TRIGGER session_signatures_no_update before update on session_signatures
  begin select raise(abort, 'session_signatures: rows are only added'); end;

CREATE TABLE session_signatures (
  session_id text not null references sessions (id),
  role text not null check (role in ('nurse', 'surgeon')),
  signed_at text not null check (signed_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  signed_by text not null references people (id),
  primary key (session_id, role)
  ) strict;

CREATE TRIGGER session_vein_marks_no_delete before delete on session_vein_marks
  begin select raise(abort, 'session_vein_marks: rows are only added'); end;

CREATE TRIGGER session_vein_marks_no_update before update on session_vein_marks
  begin select raise(abort, 'session_vein_marks: rows are only added'); end;

CREATE TRIGGER session_vein_marks_not_after_closing before insert on session_vein_marks when exists (select 1 from session_closings c where c.session_id = new.session_id)
  begin select raise(abort, 'session_vein_marks: the session is closed'); end;

CREATE TABLE session_vein_marks (
  seq integer primary key,
  session_id text not null references sessions (id),
  vein_id text not null references veins (id),
  later integer not null check (later between 0 and 1),
  reason text not null check (length(reason) <= 300),
  marked_at text not null check (marked_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  marked_by text not null references people (id)
  ) strict;

CREATE INDEX session_vein_marks_by_session on session_vein_marks (session_id, seq);

CREATE TRIGGER session_walk_ends_no_delete before delete on session_walk_ends
  begin select raise(abort, 'session_walk_ends: rows are only added'); end;

CREATE TRIGGER session_walk_ends_no_update before update on session_walk_ends
  begin select raise(abort, 'session_walk_ends: rows are only added'); end;

CREATE TRIGGER session_walk_ends_not_after_closing before insert on session_walk_ends when exists (select 1 from session_walks w join session_closings c on c.session_id = w.session_id
  where w.seq = new.walk)
  begin select raise(abort, 'session_walk_ends: the session is closed'); end;

CREATE TABLE session_walk_ends (
  walk integer primary key references session_walks (seq),
  reason text check (length(reason) between 1 and 300),
  ended_at text not null check (ended_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  ended_by text not null references people (id)
  ) strict;

CREATE TRIGGER session_walks_no_delete before delete on session_walks
  begin select raise(abort, 'session_walks: rows are only added'); end;

CREATE TRIGGER session_walks_no_update before update on session_walks
  begin select raise(abort, 'session_walks: rows are only added'); end;

CREATE TRIGGER session_walks_not_after_closing before insert on session_walks when exists (select 1 from session_closings c where c.session_id = new.session_id)
  begin select raise(abort, 'session_walks: the session is closed'); end;

CREATE TABLE session_walks (
  seq integer primary key,
  session_id text not null references sessions (id),
  started_at text not null check (started_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  started_by text not null references people (id)
  ) strict;

CREATE INDEX session_walks_by_session on session_walks (session_id);

CREATE TRIGGER sessions_no_delete before delete on sessions
  begin select raise(abort, 'sessions: rows are only added'); end;

CREATE TRIGGER sessions_no_update before update on sessions
  begin select raise(abort, 'sessions: rows are only added'); end;

CREATE TRIGGER sessions_one_open_per_patient before insert on sessions when exists (select 1 from sessions s where s.patient_id = new.patient_id
  and not exists (select 1 from session_closings c where c.session_id = s.id))
  begin select raise(abort, 'sessions: the patient has an open session'); end;

CREATE TABLE sessions (
  id text not null check (length(id) = 36) primary key,
  case_id text not null,
  patient_id text not null,
  number integer not null check (number between 1 and 99),
  on_date text not null check (on_date glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  legs text not null check (json_valid(legs)),
  weight_g integer not null check (weight_g between 20000 and 300000),
  answers text not null check (json_valid(answers)),
  acceptances text not null check (json_valid(acceptances)),
  plan_id text not null references plans (id),
  profile_id text not null,
  profile_version integer not null,
  opened_at text not null check (opened_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  opened_by text not null references people (id), waivers text not null default '[]' check (json_valid(waivers)),
  unique (case_id, number),
  unique (id, patient_id),
  foreign key (case_id, patient_id) references cases (id, patient_id),
  foreign key (profile_id, profile_version) references label_profiles (id, version)
  ) strict;

CREATE INDEX sessions_by_case_and_day on sessions (case_id, on_date);

CREATE INDEX sessions_by_date on sessions (on_date);

CREATE INDEX sessions_by_patient on sessions (patient_id, opened_at);

CREATE TRIGGER sign_in_attempts_no_delete before delete on sign_in_attempts
  begin select raise(abort, 'sign_in_attempts: rows are only added'); end;

CREATE TRIGGER sign_in_attempts_no_update before update on sign_in_attempts
  begin select raise(abort, 'sign_in_attempts: rows are only added'); end;

CREATE TABLE sign_in_attempts (
  seq integer primary key,
  person_id text not null references people (id),
  purpose text not null check (length(purpose) between 1 and 60),
  outcome text not null check (outcome in ('right', 'wrong', 'reset')),
  tried_at text not null check (tried_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
  ) strict;

CREATE INDEX sign_in_attempts_by_person on sign_in_attempts (person_id);

CREATE TABLE sqlite_sequence(name,seq);

CREATE TRIGGER vein_versions_no_delete before delete on vein_versions
  begin select raise(abort, 'vein_versions: rows are only added'); end;

CREATE TRIGGER vein_versions_no_update before update on vein_versions
  begin select raise(abort, 'vein_versions: rows are only added'); end;

CREATE TABLE vein_versions (
  vein_id text not null,
  case_id text not null,
  map_version integer not null,
  content text check (json_valid(content)), feeder_id text generated always as (json_extract(content, '$.feederId')) virtual,
  primary key (vein_id, map_version),
  foreign key (vein_id, case_id) references veins (id, case_id) deferrable initially deferred,
  foreign key (case_id, map_version) references map_gestures (case_id, version) deferrable initially deferred
  ) strict;

CREATE INDEX vein_versions_by_case on vein_versions (case_id, map_version);

CREATE INDEX vein_versions_by_feeder on vein_versions (feeder_id) where feeder_id is not null;

CREATE TRIGGER veins_no_delete before delete on veins
  begin select raise(abort, 'veins: rows are only added'); end;

CREATE TRIGGER veins_no_update before update on veins
  begin select raise(abort, 'veins: rows are only added'); end;

CREATE TABLE veins (
  id text not null check (length(id) = 36) primary key,
  case_id text not null references cases (id),
  leg text not null check (leg in ('right', 'left')),
  number integer not null check (number between 1 and 9999),
  unique (case_id, leg, number),
  unique (id, case_id)
  ) strict;
