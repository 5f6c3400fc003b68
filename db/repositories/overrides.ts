import type { Kysely } from 'kysely';
import { z } from 'zod';
import { SaveAssessment } from '../../shared/contract/patient.ts';
import type { DoseAssessment } from '../../shared/domain/dose/assess-dose.ts';
import type { DoseSlip } from '../../shared/domain/dose/dose-slip.ts';
import type { Preparation } from '../../shared/domain/dose/ledger.ts';
import type { EligibilityAnswer } from '../../shared/domain/patient/assessment.ts';
import type { PatientIdentity } from '../../shared/domain/patient/patient.ts';
import type { LimitOverride } from '../../shared/domain/session/session.ts';
import type { CaseId, InjectionId, PersonId, PlanId, SessionId } from '../../shared/kernel/ids.ts';
import type { CalendarDate, Instant, Moments } from '../../shared/kernel/time.ts';
import type { Database } from '../schema.ts';
import { fromJson } from './json.ts';
import { IDENTITY_COLUMNS, identityOf } from './patients.ts';
import { readPlanCaps } from './plans.ts';
import { preparationOf } from './preparation.ts';
import { withAssessments } from './stored-assessment.ts';
import { StoredSlip } from './stored-slip.ts';

/** A stretch of the clinic's days, both ends included. */
export interface Days {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** An injection with which somebody said more than the dose: a reason, an override, that it is no slip. */
export interface InjectionWithWord {
  readonly id: InjectionId;
  readonly number: number;
  readonly struckOut: boolean;
  readonly sessionId: SessionId;
  readonly sessionNumber: number;
  readonly caseId: CaseId;
  readonly onDate: CalendarDate;
  readonly patient: PatientIdentity;
  readonly preparation: Preparation;
  readonly assessment: DoseAssessment;
  readonly reason: string | null;
  readonly override: LimitOverride | null;
  readonly confirmedSlip: DoseSlip | null;
  readonly givenAt: Instant;
  readonly givenBy: PersonId;
}

/** Found by an index that holds these few alone, however many injections there are. */
export async function readInjectionsWithWord(
  db: Kysely<Database>,
  { from, to }: Days,
): Promise<readonly InjectionWithWord[]> {
  const rows = await db
    .selectFrom('sessions')
    .innerJoin('injections', 'injections.session_id', 'sessions.id')
    .innerJoin('patients', 'patients.id', 'sessions.patient_id')
    .leftJoin('injection_strike_outs as strike', 'strike.injection_id', 'injections.id')
    .select(IDENTITY_COLUMNS)
    .select(['sessions.case_id', 'sessions.on_date', 'sessions.number as session_number'])
    .select([
      'injections.id as injection_id',
      'injections.session_id',
      'injections.number',
      'injections.form',
      'injections.strength_ug_per_ml',
      'injections.gas_parts',
      'injections.assessment',
      'injections.reason',
      'injections.override_by',
      'injections.override_reason',
      'injections.confirmed_slip',
      'injections.given_at',
      'injections.given_by',
      'strike.struck_at',
    ])
    .where('sessions.on_date', '>=', from)
    .where('sessions.on_date', '<=', to)
    .where((eb) =>
      eb.or([
        eb('injections.override_by', 'is not', null),
        eb('injections.reason', 'is not', null),
        eb('injections.confirmed_slip', 'is not', null),
      ]),
    )
    .execute();
  return withAssessments(db, rows, (row, assessment) => ({
    id: row.injection_id,
    number: row.number,
    struckOut: row.struck_at !== null,
    sessionId: row.session_id,
    sessionNumber: row.session_number,
    caseId: row.case_id,
    onDate: row.on_date,
    patient: identityOf(row),
    preparation: preparationOf(row),
    assessment,
    reason: row.reason,
    override:
      row.override_by === null || row.override_reason === null
        ? null
        : { surgeonId: row.override_by, reason: row.override_reason },
    confirmedSlip: row.confirmed_slip === null ? null : fromJson(StoredSlip, row.confirmed_slip),
    givenAt: row.given_at,
    givenBy: row.given_by,
  }));
}

/** The sessions of a time at whose opening a surgeon let something pass, or for which a cap was set tighter. */
export async function readSessionsWithWord(
  db: Kysely<Database>,
  { from, to }: Days,
): Promise<readonly SessionId[]> {
  const rows = await db
    .selectFrom('sessions')
    .select('id')
    .where('on_date', '>=', from)
    .where('on_date', '<=', to)
    .where(({ eb, or, exists, selectFrom }) =>
      or([
        eb('acceptances', '!=', '[]'),
        eb('waivers', '!=', '[]'),
        exists(
          selectFrom('session_caps as cap').select('cap.seq').whereRef('cap.session_id', '=', 'sessions.id'),
        ),
        exists(
          selectFrom('plan_session_caps as planned')
            .select('planned.limit_id')
            .whereRef('planned.plan_id', '=', 'sessions.plan_id')
            .whereRef('planned.number', '=', 'sessions.number'),
        ),
      ]),
    )
    .orderBy('opened_at')
    .execute();
  return rows.map(({ id }) => id);
}

/** An assessment in which a surgeon accepted a contraindication. */
export interface AssessmentWithWord {
  readonly caseId: CaseId;
  readonly patient: PatientIdentity;
  readonly eligibility: readonly EligibilityAnswer[];
  /** What the assessment before it said; empty for the first. */
  readonly before: readonly EligibilityAnswer[];
  readonly recordedAt: Instant;
  readonly recordedBy: PersonId;
}

const Eligibility = z.object({ eligibility: SaveAssessment.shape.eligibility });
const eligibilityOf = (content: string): readonly EligibilityAnswer[] =>
  fromJson(Eligibility, content).eligibility;

/** The assessments of a stretch of time in which a surgeon accepted a contraindication. */
export async function readAssessmentsWithWord(
  db: Kysely<Database>,
  { from, before }: Moments,
): Promise<readonly AssessmentWithWord[]> {
  const rows = await db
    .selectFrom('assessments')
    .innerJoin('cases', 'cases.id', 'assessments.case_id')
    .innerJoin('patients', 'patients.id', 'cases.patient_id')
    .select(IDENTITY_COLUMNS)
    .select([
      'assessments.case_id',
      'assessments.content',
      'assessments.recorded_at',
      'assessments.recorded_by',
    ])
    .select((eb) =>
      eb
        .selectFrom('assessments as earlier')
        .select('earlier.content')
        .whereRef('earlier.case_id', '=', 'assessments.case_id')
        .whereRef('earlier.seq', '<', 'assessments.seq')
        .orderBy('earlier.seq', 'desc')
        .limit(1)
        .as('content_before'),
    )
    .where('assessments.recorded_at', '>=', from)
    .where('assessments.recorded_at', '<', before)
    .where('assessments.content', 'like', '%"acceptedBecause":"%')
    .execute();
  return rows.map((row) => ({
    caseId: row.case_id,
    patient: identityOf(row),
    eligibility: eligibilityOf(row.content),
    before: row.content_before === null ? [] : eligibilityOf(row.content_before),
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
  }));
}

/** How many sessions were held in a time, and how many injections were given in them; struck-out ones are left out. */
export async function countWork(
  db: Kysely<Database>,
  { from, to }: Days,
): Promise<{ readonly sessions: number; readonly injections: number }> {
  const held = db.selectFrom('sessions').where('on_date', '>=', from).where('on_date', '<=', to);
  const { sessions } = await held
    .select((eb) => eb.fn.countAll<number>().as('sessions'))
    .executeTakeFirstOrThrow();
  const { injections } = await held
    .innerJoin('injections', 'injections.session_id', 'sessions.id')
    .leftJoin('injection_strike_outs as strike', 'strike.injection_id', 'injections.id')
    .select((eb) => eb.fn.countAll<number>().as('injections'))
    .where('strike.injection_id', 'is', null)
    .executeTakeFirstOrThrow();
  return { sessions, injections };
}

/** A cap that was set tighter for a session, in its plan or while it was open; null: the profile's again. */
export interface CapWithWord {
  readonly limitId: string;
  readonly amount: number | null;
  readonly reason: string | null;
  readonly setAt: Instant;
  readonly setBy: PersonId;
}

/** Every cap that was set for a session, those of its plan first. */
export async function readCapsOf(
  db: Kysely<Database>,
  session: { readonly id: SessionId; readonly planId: PlanId; readonly number: number },
): Promise<readonly CapWithWord[]> {
  const planned = (await readPlanCaps(db, session.planId)).filter(
    ({ sessionNumber }) => sessionNumber === session.number,
  );
  const set = await db
    .selectFrom('session_caps')
    .selectAll()
    .where('session_id', '=', session.id)
    .orderBy('seq')
    .execute();
  return [
    ...planned.map(({ limitId, amount, reason, setAt, setBy }) => ({
      limitId,
      amount,
      reason,
      setAt,
      setBy,
    })),
    ...set.map((row) => ({
      limitId: row.limit_id,
      amount: row.amount,
      reason: row.reason,
      setAt: row.set_at,
      setBy: row.set_by,
    })),
  ];
}
