import type { Generated, GeneratedAlways } from 'kysely';
import type {
  AmendmentId,
  AssessmentId,
  CaseId,
  Id,
  InjectionId,
  LotId,
  MarkId,
  PatientId,
  PauseId,
  PersonId,
  PlanId,
  ProductId,
  ReactionId,
  ReviewId,
  RoomId,
  SessionId,
  VeinId,
} from '../shared/kernel/ids.ts';
import type { CalendarDate, Instant } from '../shared/kernel/time.ts';
import type { Grams, Micrograms, MicrogramsPerMillilitre, Microlitres } from '../shared/kernel/units.ts';
import type { Form } from '../shared/domain/dose/ledger.ts';
import type { MapMark } from '../shared/domain/leg-map/map-mark.ts';
import type { Aspect, Leg, VeinKind, VeinPattern } from '../shared/domain/leg-map/vein.ts';
import type { FitzpatrickType } from '../shared/domain/patient/assessment.ts';
import type {
  ComplicationGrade,
  ComplicationId,
  ComplicationKind,
  ComplicationState,
  CourseEntryId,
} from '../shared/domain/outcome/complication.ts';
import type {
  Disposition,
  Response,
  Satisfaction,
  SideEffect,
  SideEffectGrade,
} from '../shared/domain/outcome/review.ts';
import type { Region } from '../shared/domain/leg-map/region.ts';
import type { StockMovement } from '../shared/domain/stock/ampoules-left.ts';
import type { Sex } from '../shared/domain/patient/patient.ts';
import type { ReactionGrade, ReactionKind } from '../shared/domain/session/reaction.ts';
import type { CompressionClass, Needle, SigningRole } from '../shared/domain/session/session.ts';

/** A JSON text; parsed with zod by the repository that reads it. */
type Json = string;
/** 0 or 1. */
type Flag = 0 | 1;

/** Columns are snake_case here and nowhere else: repositories turn rows into the domain's values. */
export interface Database {
  /** One row. */
  clinic: {
    id: 1;
    name: string;
    is_demo: Flag;
    created_at: Instant;
    /** 0: never, in the demo alone. */
    lock_after_minutes: Generated<number>;
  };
  /** The profile in use; the last row counts. Only added. */
  profile_choices: {
    seq: Generated<number>;
    profile_id: string;
    profile_version: number;
    chosen_at: Instant;
    chosen_by: PersonId;
  };
  /** Content of every profile version that was ever offered. Only added. */
  label_profiles: {
    id: string;
    version: number;
    content: Json;
    added_at: Instant;
    /** Null: it came with the program. */
    added_by: PersonId | null;
  };
  profile_approvals: {
    seq: Generated<number>;
    profile_id: string;
    profile_version: number;
    comment: string;
    approved_at: Instant;
    approved_by: PersonId;
  };

  people: { id: PersonId; name: string; roles: Json; active: Flag; pin_hash: string; created_at: Instant };
  /** Each PIN that was tried, and for what; `reset`: a new one was set. Only added. */
  sign_in_attempts: {
    seq: Generated<number>;
    person_id: PersonId;
    purpose: string;
    outcome: 'right' | 'wrong' | 'reset';
    tried_at: Instant;
  };

  rooms: { id: RoomId; name: string; in_use: Flag; created_at: Instant };
  /** In which room and by whom a session is to be held; the last row counts. Only added. */
  session_places: {
    seq: Generated<number>;
    case_id: CaseId;
    number: number;
    room_id: RoomId | null;
    person_id: PersonId | null;
    set_at: Instant;
    set_by: PersonId;
  };

  patients: {
    id: PatientId;
    version: number;
    record_number: string;
    family_name: string;
    given_name: string;
    birth_date: CalendarDate;
    sex: Sex;
    /** Lower-case, without accents: what the search looks in. */
    search_text: string;
    created_at: Instant;
    changed_at: Instant;
  };
  /** Heights and weights. Only added. */
  measurements: {
    seq: Generated<number>;
    patient_id: PatientId;
    on_date: CalendarDate;
    weight_g: Grams | null;
    height_mm: number | null;
    recorded_at: Instant;
    recorded_by: PersonId;
  };
  /** Only added; the last one counts. */
  allergy_statements: {
    seq: Generated<number>;
    patient_id: PatientId;
    substances: Json;
    polidocanol: Flag;
    prone: Flag;
    stated_at: Instant;
    stated_by: PersonId;
  };

  /** Only added. */
  cases: {
    id: CaseId;
    patient_id: PatientId;
    opened_on: CalendarDate;
    reason: string;
    opened_at: Instant;
    opened_by: PersonId;
  };
  /** Only added; the last one counts. `content`: legs, Fitzpatrick, earlier treatment, duplex, eligibility. */
  assessments: {
    id: AssessmentId;
    seq: Generated<number>;
    case_id: CaseId;
    content: Json;
    recorded_at: Instant;
    recorded_by: PersonId;
  };
  consents: {
    seq: Generated<number>;
    case_id: CaseId;
    on_date: CalendarDate;
    form_name: string;
    recorded_at: Instant;
    recorded_by: PersonId;
  };

  /** One row per saved gesture; `version` counts up from 1 within a case. Only added. */
  map_gestures: {
    id: Id<'gesture'>;
    case_id: CaseId;
    version: number;
    label: string;
    made_at: Instant;
    made_on: CalendarDate;
    made_by: PersonId;
  };
  veins: { id: VeinId; case_id: CaseId; leg: Leg; number: number };
  /** The state of a vein after a gesture; the last one counts. `content` null: erased. Only added. */
  vein_versions: {
    vein_id: VeinId;
    case_id: CaseId;
    map_version: number;
    content: Json | null;
    /** Out of `content`, so that what feeds from a vein is found by index. */
    feeder_id: GeneratedAlways<VeinId | null>;
  };
  marks: { id: MarkId; case_id: CaseId; mark: MapMark['mark'] };
  /** The same for marks. Only added. */
  mark_versions: {
    mark_id: MarkId;
    case_id: CaseId;
    map_version: number;
    content: Json | null;
    /** Out of `content`, so that what names a vein is found by index. */
    vein_id: GeneratedAlways<VeinId | null>;
  };

  /** Only added; the highest version counts. */
  plans: {
    id: PlanId;
    case_id: CaseId;
    version: number;
    saved_at: Instant;
    saved_by: PersonId;
    /** The version of which it is a copy but for the day of a session; null: somebody planned it. */
    copied_from: PlanId | null;
  };
  plan_sessions: { plan_id: PlanId; number: number; on_date: CalendarDate; at_time: string | null };
  plan_items: {
    plan_id: PlanId;
    position: number;
    vein_id: VeinId;
    session_number: number | null;
    form: Form;
    strength_ug_per_ml: MicrogramsPerMillilitre;
    gas_parts: number | null;
    punctures: number;
    volume_per_puncture_ul: Microlitres;
    locked: Flag;
    /** What the vein was when it was planned; null in rows from before this was kept. */
    vein_kind: VeinKind | null;
    vein_pattern: VeinPattern | null;
    /** Millimetres of a line, square millimetres of a web. */
    vein_extent: number | null;
  };
  /** Caps tighter than the profile's, for one session. Only added. */
  plan_session_caps: {
    plan_id: PlanId;
    number: number;
    limit_id: string;
    amount: number;
    set_at: Instant;
    set_by: PersonId;
  };

  products: {
    id: ProductId;
    name: string;
    strength_ug_per_ml: MicrogramsPerMillilitre;
    ampoule_ul: Microlitres;
  };
  lots: {
    id: LotId;
    product_id: ProductId;
    lot_number: string;
    expires_on: CalendarDate;
    added_at: Instant;
    added_by: PersonId;
  };
  /** What names a product on its boxes. Only added. */
  product_codes: { code: string; product_id: ProductId; added_at: Instant; added_by: PersonId };
  /** Ampoules that came, were used up in a session, or left the stock otherwise. Only added. */
  lot_movements: {
    seq: Generated<number>;
    lot_id: LotId;
    kind: StockMovement;
    ampoules: number;
    session_id: SessionId | null;
    reason: string;
    moved_at: Instant;
    moved_by: PersonId;
  };
  lot_recalls: { lot_id: LotId; reason: string; recalled_at: Instant; recalled_by: PersonId };

  /** A session is the fact that it was opened. Only added. */
  sessions: {
    id: SessionId;
    case_id: CaseId;
    patient_id: PatientId;
    number: number;
    on_date: CalendarDate;
    legs: Json;
    weight_g: Grams;
    answers: Json;
    acceptances: Json;
    plan_id: PlanId;
    profile_id: string;
    profile_version: number;
    opened_at: Instant;
    opened_by: PersonId;
    waivers: Generated<Json>;
  };
  /** Caps set while a session was open; the last one for a limit counts. `amount` null: the profile's again. Only added. */
  session_caps: {
    seq: Generated<number>;
    session_id: SessionId;
    limit_id: string;
    amount: number | null;
    reason: string;
    set_at: Instant;
    set_by: PersonId;
  };
  session_boxes: { session_id: SessionId; lot_id: LotId; opened_at: Instant; opened_by: PersonId };
  injections: {
    id: InjectionId;
    session_id: SessionId;
    patient_id: PatientId;
    number: number;
    vein_id: VeinId | null;
    leg: Leg;
    aspect: Aspect;
    site_x_mm: number | null;
    site_y_mm: number | null;
    lot_id: LotId;
    form: Form;
    strength_ug_per_ml: MicrogramsPerMillilitre;
    gas_parts: number | null;
    volume_ul: Microlitres;
    mass_ug: Micrograms;
    needle: Needle;
    assessment: Json;
    reason: string | null;
    override_by: PersonId | null;
    override_reason: string | null;
    given_at: Instant;
    given_by: PersonId;
    /** What the vein was when it was injected; null for free sites, and in rows from before this was kept. */
    vein_kind: VeinKind | null;
    vein_pattern: VeinPattern | null;
    /** Millimetres of a line, square millimetres of a web. */
    vein_extent: number | null;
    vein_diameter_mm: number | null;
    /** The slip that it looked like, and that somebody confirmed to be none. */
    confirmed_slip: Json | null;
    /** The amendment that added it after the closing; null: recorded in the session. */
    amendment_id: AmendmentId | null;
  };
  injection_strike_outs: {
    injection_id: InjectionId;
    reason: string;
    struck_at: Instant;
    struck_by: PersonId;
    amendment_id: AmendmentId | null;
  };
  reactions: {
    seq: Generated<number>;
    id: ReactionId;
    session_id: SessionId;
    kind: ReactionKind;
    grade: ReactionGrade;
    vein_id: VeinId | null;
    lot_id: LotId | null;
    injection_id: InjectionId | null;
    note: string;
    done: string;
    happened_at: Instant;
    recorded_at: Instant;
    recorded_by: PersonId;
  };
  reaction_strike_outs: { reaction_id: ReactionId; reason: string; struck_at: Instant; struck_by: PersonId };
  /** While one has no resumption, nothing is injected. Only added. */
  session_pauses: {
    id: PauseId;
    session_id: SessionId;
    /** The serious reaction that it came with. */
    reaction_id: ReactionId | null;
    needs_surgeon: Flag;
    reason: string;
    paused_at: Instant;
    paused_by: PersonId;
  };
  session_resumptions: {
    pause_id: PauseId;
    surgeon_id: PersonId | null;
    reason: string;
    resumed_at: Instant;
    resumed_by: PersonId;
  };
  /** Veins that were left for another session, or taken up again; the last word on a vein counts. Only added. */
  session_vein_marks: {
    seq: Generated<number>;
    session_id: SessionId;
    vein_id: VeinId;
    later: Flag;
    reason: string;
    marked_at: Instant;
    marked_by: PersonId;
  };
  session_closings: {
    session_id: SessionId;
    ampoules: Json;
    difference_reason: string | null;
    compression_class: CompressionClass;
    compression_days: number;
    observed_minutes: number;
    aftercare_given: Flag;
    note: string;
    closed_at: Instant;
    closed_by: PersonId;
    /** Null in rows from before these were asked. */
    compression_until: CalendarDate | null;
    full_length: Flag | null;
    walked_minutes: number | null;
    aftercare_explained: Json | null;
    next_on: CalendarDate | null;
  };
  /** Walks that were begun after the last injection; the last one counts. Only added. */
  session_walks: { seq: Generated<number>; session_id: SessionId; started_at: Instant; started_by: PersonId };
  session_walk_ends: { walk: number; reason: string | null; ended_at: Instant; ended_by: PersonId };
  /** What was added to a record after it was closed, and why. Only added. */
  session_amendments: {
    id: AmendmentId;
    session_id: SessionId;
    number: number;
    reason: string;
    remark: string;
    /** SHA-256 of what was asked. */
    request_digest: string;
    made_at: Instant;
    made_by: PersonId;
  };
  /** How a session ended, as an amendment says it; the last one holds. Only added. */
  closing_corrections: {
    amendment_id: AmendmentId;
    ampoules: Json;
    difference_reason: string | null;
    compression_class: CompressionClass;
    compression_days: number;
    compression_until: CalendarDate;
    full_length: Flag;
    observed_minutes: number;
    aftercare_given: Flag;
    aftercare_explained: Json;
    note: string;
  };
  session_signatures: { session_id: SessionId; role: SigningRole; signed_at: Instant; signed_by: PersonId };

  reviews: {
    id: ReviewId;
    case_id: CaseId;
    on_date: CalendarDate;
    improvement_percent: number | null;
    satisfaction: Satisfaction | null;
    note: string;
    recorded_at: Instant;
    recorded_by: PersonId;
    /** The review whose place this one takes, and why. */
    replaces_id: ReviewId | null;
    replaces_because: string | null;
    /** Null in rows from before it was asked. */
    legs: Json | null;
    rest_until: CalendarDate | null;
  };
  review_responses: {
    review_id: ReviewId;
    vein_id: VeinId;
    response: string;
    matting: number;
    pigmentation: number;
    ulcer: Generated<number>;
    disposition: Disposition | null;
  };
  /** Each treated vein as of a review: what it was when it was first injected, what it had been given, how it was rated. Only added. */
  reviewed_veins: {
    seq: Generated<number>;
    review_id: ReviewId;
    vein_id: VeinId;
    case_id: CaseId;
    reviewed_on: CalendarDate;
    /** Null: left out of the review. */
    response: Response | null;
    matting: SideEffectGrade;
    pigmentation: SideEffectGrade;
    ulcer: SideEffectGrade;
    vein_kind: VeinKind | null;
    vein_diameter_mm: number | null;
    /** Null: a web, or not kept. */
    vein_length_mm: number | null;
    region: Region | null;
    /** Null: several. */
    form: Form | null;
    /** Null: several. */
    strength_ug_per_ml: MicrogramsPerMillilitre | null;
    injections: number;
    volume_ul: Microlitres;
    mass_ug: Micrograms;
    last_on: CalendarDate;
    /** From the last injection to the review. */
    days_since: number;
    fitzpatrick: FitzpatrickType | null;
  };

  /** Limits that injections were judged by, each once. Only added. */
  judged_limits: { id: Generated<number>; content: string };

  /** When the machine's clock was set while the program ran, and how far. Only added. */
  clock_sets: { seq: Generated<number>; noticed_at: Instant; by_ms: number };

  /** Only added, like the four after it. At most one of a reaction and a finding is the origin. */
  complications: {
    id: ComplicationId;
    patient_id: PatientId;
    case_id: CaseId;
    kind: ComplicationKind;
    onset_on: CalendarDate;
    session_id: SessionId | null;
    lot_id: LotId | null;
    description: string;
    origin_reaction: ReactionId | null;
    origin_review: ReviewId | null;
    origin_finding: SideEffect | null;
    recorded_at: Instant;
    recorded_by: PersonId;
  };
  complication_veins: { complication_id: ComplicationId; vein_id: VeinId };
  complication_entries: {
    id: CourseEntryId;
    complication_id: ComplicationId;
    on_date: CalendarDate;
    state: ComplicationState;
    grade: ComplicationGrade | null;
    serious: Flag;
    treatment: string;
    note: string;
    recorded_at: Instant;
    recorded_by: PersonId;
  };
  complication_strike_outs: {
    complication_id: ComplicationId;
    reason: string;
    struck_at: Instant;
    struck_by: PersonId;
  };
  complication_entry_strike_outs: {
    entry_id: CourseEntryId;
    reason: string;
    struck_at: Instant;
    struck_by: PersonId;
  };
  /** Who was told of the recall of a lot; the last word counts. Only added. */
  recall_notices: {
    seq: Generated<number>;
    lot_id: LotId;
    patient_id: PatientId;
    told: Flag;
    on_date: CalendarDate;
    note: string;
    recorded_at: Instant;
    recorded_by: PersonId;
  };

  /** Chained: `hash` covers the row and the hash before it. Only added. */
  audit: {
    seq: Generated<number>;
    at: Instant;
    person_id: PersonId | null;
    action: string;
    entity: string;
    entity_id: string;
    before: Json | null;
    after: Json | null;
    previous_hash: string;
    hash: string;
  };
}
