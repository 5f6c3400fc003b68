import type { Insertable, Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { idOf } from '../../shared/kernel/ids.ts';
import { calendarDate, instantOf } from '../../shared/kernel/time.ts';
import { grams, micrograms, microgramsPerMillilitre, microlitres } from '../../shared/kernel/units.ts';

/** A UUID made of one small number. */
export const uuidOf = <Kind extends string>(n: number) =>
  idOf<Kind>(`00000000-0000-4000-8000-${String(n).padStart(12, '0')}`);

export const at = instantOf(Date.UTC(2026, 10, 2, 9));
export const onDate = calendarDate('2026-11-02');
export const person = uuidOf<'person'>(1);
export const patient = uuidOf<'patient'>(2);
export const caseId = uuidOf<'case'>(3);
export const vein = uuidOf<'vein'>(4);
export const lot = uuidOf<'lot'>(5);
export const plan = uuidOf<'plan'>(6);
export const session = uuidOf<'session'>(7);
export const injection = uuidOf<'injection'>(8);
const reaction = uuidOf<'reaction'>(41);

export const amendment = uuidOf<'amendment'>(14);
export const mark = uuidOf<'mark'>(13);
const complication = uuidOf<'complication'>(70);

export const familyName = 'Quenstedt-Silberhorn';

type Rows = { readonly [Table in keyof Database]: Insertable<Database[Table]> };

const by = { recorded_at: at, recorded_by: person };
const half = microgramsPerMillilitre(5_000);

/** One valid row of every table, in an order in which they can be inserted; the audit row is made by `appendAudit`. */
export const rows: Omit<Rows, 'audit'> = {
  clinic: { id: 1, name: 'Harbour Vein Clinic', is_demo: 0, created_at: at },
  people: { id: person, name: 'A. Surgeon', roles: '["surgeon"]', active: 1, pin_hash: 'x', created_at: at },
  label_profiles: { id: 'strictest', version: 1, content: '{}', added_at: at },
  profile_choices: { profile_id: 'strictest', profile_version: 1, chosen_at: at, chosen_by: person },
  profile_approvals: {
    profile_id: 'strictest',
    profile_version: 1,
    comment: '',
    approved_at: at,
    approved_by: person,
  },
  patients: {
    id: patient,
    version: 1,
    record_number: 'R-1',
    family_name: familyName,
    given_name: 'Maja',
    birth_date: calendarDate('1981-03-14'),
    sex: 'female',
    search_text: 'quenstedt-silberhorn maja r-1',
    created_at: at,
    changed_at: at,
  },
  measurements: { patient_id: patient, on_date: onDate, weight_g: grams(70_000), height_mm: 1_700, ...by },
  allergy_statements: {
    patient_id: patient,
    substances: '[]',
    polidocanol: 0,
    prone: 0,
    stated_at: at,
    stated_by: person,
  },
  cases: {
    id: caseId,
    patient_id: patient,
    opened_on: onDate,
    reason: 'spider veins',
    opened_at: at,
    opened_by: person,
  },
  assessments: { id: uuidOf(9), case_id: caseId, content: '{}', ...by },
  consents: { case_id: caseId, on_date: onDate, form_name: 'form', ...by },
  map_gestures: {
    id: uuidOf(10),
    case_id: caseId,
    version: 1,
    label: 'draw',
    made_at: at,
    made_on: onDate,
    made_by: person,
  },
  veins: { id: vein, case_id: caseId, leg: 'left', number: 1 },
  vein_versions: { vein_id: vein, case_id: caseId, map_version: 1, content: '{}' },
  marks: { id: mark, case_id: caseId, mark: 'site' },
  mark_versions: { mark_id: mark, case_id: caseId, map_version: 1, content: '{}' },
  plans: { id: plan, case_id: caseId, version: 1, saved_at: at, saved_by: person },
  plan_sessions: { plan_id: plan, number: 1, on_date: onDate, at_time: '09:30' },
  plan_items: {
    plan_id: plan,
    position: 0,
    vein_id: vein,
    session_number: 1,
    form: 'liquid',
    strength_ug_per_ml: half,
    gas_parts: null,
    punctures: 2,
    volume_per_puncture_ul: microlitres(200),
    locked: 0,
  },
  plan_session_caps: {
    plan_id: plan,
    number: 1,
    limit_id: 'session-volume',
    amount: 5_000,
    set_at: at,
    set_by: person,
  },
  products: {
    id: uuidOf(11),
    name: 'Polidocanol 0.5 %',
    strength_ug_per_ml: half,
    ampoule_ul: microlitres(2_000),
  },
  lots: {
    id: lot,
    product_id: uuidOf(11),
    lot_number: 'L1',
    expires_on: calendarDate('2027-01-01'),
    added_at: at,
    added_by: person,
  },
  product_codes: { code: 'gtin:00367850140059', product_id: uuidOf(11), added_at: at, added_by: person },
  lot_recalls: { lot_id: lot, reason: 'particles', recalled_at: at, recalled_by: person },
  sessions: {
    id: session,
    case_id: caseId,
    patient_id: patient,
    number: 1,
    on_date: onDate,
    legs: '["left"]',
    weight_g: grams(70_000),
    answers: '[]',
    acceptances: '[]',
    plan_id: plan,
    profile_id: 'strictest',
    profile_version: 1,
    opened_at: at,
    opened_by: person,
  },
  session_caps: {
    session_id: session,
    limit_id: 'session-volume',
    amount: 4_000,
    reason: 'frail',
    set_at: at,
    set_by: person,
  },
  lot_movements: {
    lot_id: lot,
    kind: 'received',
    ampoules: 20,
    session_id: null,
    reason: '',
    moved_at: at,
    moved_by: person,
  },
  session_boxes: { session_id: session, lot_id: lot, opened_at: at, opened_by: person },
  injections: {
    id: injection,
    session_id: session,
    patient_id: patient,
    number: 1,
    vein_id: vein,
    leg: 'left',
    aspect: 'lateral',
    site_x_mm: 12.34,
    site_y_mm: 410.5,
    lot_id: lot,
    form: 'liquid',
    strength_ug_per_ml: half,
    gas_parts: null,
    volume_ul: microlitres(300),
    mass_ug: micrograms(1_500),
    needle: '30 G',
    assessment: '{}',
    reason: null,
    override_by: null,
    override_reason: null,
    given_at: at,
    given_by: person,
  },
  injection_strike_outs: { injection_id: injection, reason: 'wrong vein', struck_at: at, struck_by: person },
  reactions: {
    id: reaction,
    session_id: session,
    kind: 'wheal',
    grade: 'mild',
    vein_id: vein,
    lot_id: lot,
    injection_id: injection,
    note: '',
    done: '',
    happened_at: at,
    ...by,
  },
  reaction_strike_outs: { reaction_id: reaction, reason: 'no wheal', struck_at: at, struck_by: person },
  session_pauses: {
    id: uuidOf(42),
    session_id: session,
    reaction_id: reaction,
    needs_surgeon: 1,
    reason: '',
    paused_at: at,
    paused_by: person,
  },
  session_resumptions: {
    pause_id: uuidOf(42),
    surgeon_id: person,
    reason: 'well again',
    resumed_at: at,
    resumed_by: person,
  },
  session_vein_marks: {
    session_id: session,
    vein_id: vein,
    later: 1,
    reason: '',
    marked_at: at,
    marked_by: person,
  },
  session_walks: { seq: 1, session_id: session, started_at: at, started_by: person },
  session_walk_ends: { walk: 1, reason: null, ended_at: at, ended_by: person },
  session_closings: {
    session_id: session,
    ampoules: '[]',
    difference_reason: null,
    compression_class: '2',
    compression_days: 7,
    observed_minutes: 15,
    aftercare_given: 1,
    note: '',
    closed_at: at,
    closed_by: person,
  },
  session_signatures: { session_id: session, role: 'surgeon', signed_at: at, signed_by: person },
  session_amendments: {
    id: amendment,
    session_id: session,
    number: 1,
    reason: 'found in the notes',
    remark: '',
    request_digest: '0'.repeat(64),
    made_at: at,
    made_by: person,
  },
  closing_corrections: {
    amendment_id: amendment,
    ampoules: '[]',
    difference_reason: null,
    compression_class: '2',
    compression_days: 7,
    compression_until: onDate,
    full_length: 0,
    observed_minutes: 20,
    aftercare_given: 1,
    aftercare_explained: '[]',
    note: '',
  },
  reviews: {
    id: uuidOf(12),
    case_id: caseId,
    on_date: onDate,
    improvement_percent: 60,
    satisfaction: 'satisfied',
    note: '',
    ...by,
  },
  judged_limits: { id: 1, content: '{}' },
  clock_sets: { noticed_at: at, by_ms: 3_600_000 },
  sign_in_attempts: { person_id: person, purpose: 'sign-in', outcome: 'right', tried_at: at },
  rooms: { id: uuidOf(60), name: 'Room 1', in_use: 1, created_at: at },
  session_places: {
    case_id: caseId,
    number: 1,
    room_id: uuidOf(60),
    person_id: person,
    set_at: at,
    set_by: person,
  },
  review_responses: {
    review_id: uuidOf(12),
    vein_id: vein,
    response: 'better',
    matting: 0,
    pigmentation: 1,
  },
  reviewed_veins: {
    review_id: uuidOf(12),
    vein_id: vein,
    case_id: caseId,
    reviewed_on: onDate,
    response: 'better',
    matting: 0,
    pigmentation: 1,
    ulcer: 0,
    vein_kind: 'reticular',
    vein_diameter_mm: 2,
    vein_length_mm: 180,
    region: 'thigh-lateral',
    form: 'liquid',
    strength_ug_per_ml: half,
    injections: 1,
    volume_ul: microlitres(300),
    mass_ug: micrograms(1_500),
    last_on: onDate,
    days_since: 0,
    fitzpatrick: 'II',
  },
  complications: {
    id: complication,
    patient_id: patient,
    case_id: caseId,
    kind: 'pigmentation',
    onset_on: onDate,
    session_id: session,
    lot_id: lot,
    description: '',
    origin_reaction: null,
    origin_review: uuidOf(12),
    origin_finding: 'pigmentation',
    ...by,
  },
  complication_veins: { complication_id: complication, vein_id: vein },
  complication_entries: {
    id: uuidOf(71),
    complication_id: complication,
    on_date: onDate,
    state: 'ongoing',
    grade: 'mild',
    serious: 0,
    treatment: '',
    note: '',
    ...by,
  },
  complication_strike_outs: {
    complication_id: complication,
    reason: 'another patient',
    struck_at: at,
    struck_by: person,
  },
  complication_entry_strike_outs: {
    entry_id: uuidOf(71),
    reason: 'another day',
    struck_at: at,
    struck_by: person,
  },
  recall_notices: { lot_id: lot, patient_id: patient, told: 1, on_date: onDate, note: '', ...by },
};

type Table = keyof typeof rows;

/** Inserts the rows of the tables that come before one in the order above; of all tables without one. */
export async function insertRows(db: Kysely<Database>, before?: Table): Promise<void> {
  for (const table of tablesBefore(before)) await db.insertInto(table).values(rows[table]).execute();
}

function tablesBefore(before?: Table): readonly Table[] {
  const tables = Object.keys(rows).filter((name): name is Table => name in rows);
  return before ? tables.slice(0, tables.indexOf(before)) : tables;
}
