import type { Kysely, Transaction } from 'kysely';
import { z } from 'zod';
import { LEGS } from '../../shared/domain/leg-map/vein.ts';
import {
  WAIVABLE_CHECKS,
  type SessionOpening,
  type SessionState,
} from '../../shared/domain/session/session.ts';
import {
  idOf,
  type CaseId,
  type LotId,
  type PatientId,
  type PersonId,
  type PlanId,
  type SessionId,
} from '../../shared/kernel/ids.ts';
import type { CalendarDate, Instant } from '../../shared/kernel/time.ts';
import type { Database } from '../schema.ts';
import { fromJson } from './json.ts';
import type { ProfileVersion } from './profiles.ts';

const Legs = z.array(z.enum(LEGS));
const Answers = z.array(z.strictObject({ contraindicationId: z.string(), present: z.boolean() }));
const Acceptances = z.array(
  z.strictObject({
    contraindicationId: z.string(),
    surgeonId: z.uuid().transform((text) => idOf<'person'>(text)),
    reason: z.string(),
  }),
);
const Waivers = z.array(
  z.strictObject({
    check: z.enum(WAIVABLE_CHECKS),
    veinIds: z.array(z.uuid().transform((text) => idOf<'vein'>(text))),
    surgeonId: z.uuid().transform((text) => idOf<'person'>(text)),
    reason: z.string(),
  }),
);

/** A session as it was opened, and what it was opened under. */
export interface StoredSession {
  readonly opening: SessionOpening;
  readonly planId: PlanId;
  readonly profile: ProfileVersion;
}

/** A session in a list. */
export interface SessionLine {
  readonly id: SessionId;
  readonly number: number;
  readonly onDate: CalendarDate;
  readonly state: SessionState;
}

export async function readStoredSession(db: Kysely<Database>, id: SessionId): Promise<StoredSession | null> {
  const row = await db.selectFrom('sessions').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return null;
  return {
    opening: {
      id: row.id,
      caseId: row.case_id,
      patientId: row.patient_id,
      number: row.number,
      onDate: row.on_date,
      legs: fromJson(Legs, row.legs),
      weightG: row.weight_g,
      answers: fromJson(Answers, row.answers),
      acceptances: fromJson(Acceptances, row.acceptances),
      waivers: fromJson(Waivers, row.waivers),
      openedAt: row.opened_at,
      openedBy: row.opened_by,
    },
    planId: row.plan_id,
    profile: { id: row.profile_id, version: row.profile_version },
  };
}

/** What was answered at the opening of each session of a case, the first session first. */
export async function readAnswersOf(
  db: Kysely<Database>,
  caseId: CaseId,
): Promise<readonly Pick<SessionOpening, 'answers' | 'openedAt' | 'number'>[]> {
  const rows = await db
    .selectFrom('sessions')
    .select(['number', 'answers', 'opened_at'])
    .where('case_id', '=', caseId)
    .orderBy('opened_at')
    .execute();
  return rows.map((row) => ({
    number: row.number,
    answers: fromJson(Answers, row.answers),
    openedAt: row.opened_at,
  }));
}

export async function insertSession(trx: Transaction<Database>, session: StoredSession): Promise<void> {
  const { opening, planId, profile } = session;
  await trx
    .insertInto('sessions')
    .values({
      id: opening.id,
      case_id: opening.caseId,
      patient_id: opening.patientId,
      number: opening.number,
      on_date: opening.onDate,
      legs: JSON.stringify(opening.legs),
      weight_g: opening.weightG,
      answers: JSON.stringify(opening.answers),
      acceptances: JSON.stringify(opening.acceptances),
      waivers: JSON.stringify(opening.waivers),
      plan_id: planId,
      profile_id: profile.id,
      profile_version: profile.version,
      opened_at: opening.openedAt,
      opened_by: opening.openedBy,
    })
    .execute();
}

/** Sessions with what tells their state. */
export function sessionStates(db: Kysely<Database>) {
  return db
    .selectFrom('sessions')
    .leftJoin('session_closings as closing', 'closing.session_id', 'sessions.id')
    .leftJoin('session_signatures as signature', (join) =>
      join.onRef('signature.session_id', '=', 'sessions.id').on('signature.role', '=', 'surgeon'),
    )
    .select([
      'sessions.id as session_id',
      'sessions.number',
      'sessions.on_date',
      'closing.closed_at',
      'signature.signed_at',
    ]);
}

/** Open until it is closed, closed until a surgeon has signed. */
export function stateOf(row: { closed_at: Instant | null; signed_at: Instant | null }): SessionState {
  if (row.closed_at === null) return 'open';
  return row.signed_at === null ? 'closed' : 'signed';
}

/** The sessions of a case, by number. */
export async function readSessionsOf(db: Kysely<Database>, caseId: CaseId): Promise<readonly SessionLine[]> {
  const rows = await sessionStates(db)
    .where('sessions.case_id', '=', caseId)
    .orderBy('sessions.number')
    .execute();
  return rows.map((row) => ({
    id: row.session_id,
    number: row.number,
    onDate: row.on_date,
    state: stateOf(row),
  }));
}

export async function readSessionState(db: Kysely<Database>, id: SessionId): Promise<SessionState | null> {
  const row = await sessionStates(db).where('sessions.id', '=', id).executeTakeFirst();
  return row ? stateOf(row) : null;
}

/** The session of a patient that is open, or null. */
export async function readOpenSessionOf(
  db: Kysely<Database>,
  patientId: PatientId,
): Promise<SessionId | null> {
  const row = await sessionStates(db)
    .where('sessions.patient_id', '=', patientId)
    .where('closing.closed_at', 'is', null)
    .executeTakeFirst();
  return row?.session_id ?? null;
}

/** Whether the patient had a session before a moment, in whatever case. */
export async function hadSessionBefore(
  db: Kysely<Database>,
  patientId: PatientId,
  before: { readonly id: SessionId; readonly openedAt: Instant },
): Promise<boolean> {
  const row = await db
    .selectFrom('sessions')
    .select('id')
    .where('patient_id', '=', patientId)
    .where('id', '!=', before.id)
    .where('opened_at', '<=', before.openedAt)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertBox(
  trx: Transaction<Database>,
  box: {
    readonly sessionId: SessionId;
    readonly lotId: LotId;
    readonly openedAt: Instant;
    readonly openedBy: PersonId;
  },
): Promise<void> {
  await trx
    .insertInto('session_boxes')
    .values({
      session_id: box.sessionId,
      lot_id: box.lotId,
      opened_at: box.openedAt,
      opened_by: box.openedBy,
    })
    .execute();
}
