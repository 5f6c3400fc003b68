import type { Kysely } from 'kysely';
import { z } from 'zod';
import { LEGS, type Leg } from '../../shared/domain/leg-map/vein.ts';
import type { PatientIdentity } from '../../shared/domain/patient/patient.ts';
import type { SessionState } from '../../shared/domain/session/session.ts';
import type { CaseId, PersonId, PlanId, SessionId } from '../../shared/kernel/ids.ts';
import type { CalendarDate } from '../../shared/kernel/time.ts';
import type { Database } from '../schema.ts';
import { fromJson } from './json.ts';
import { IDENTITY_COLUMNS, identityOf } from './patients.ts';
import { sessionStates, stateOf } from './sessions.ts';

const Legs = z.array(z.enum(LEGS));

export interface PlannedOnDay {
  readonly caseId: CaseId;
  readonly patient: PatientIdentity;
  readonly planId: PlanId;
  readonly number: number;
  readonly atTime: string | null;
}

/** The sessions that the current plans set on a day and that have not been opened, on whatever day. */
export async function readPlannedOn(
  db: Kysely<Database>,
  onDate: CalendarDate,
): Promise<readonly PlannedOnDay[]> {
  const rows = await stillPlanned(db)
    .innerJoin('cases', 'cases.id', 'plans.case_id')
    .innerJoin('patients', 'patients.id', 'cases.patient_id')
    .select(IDENTITY_COLUMNS)
    .select(['plans.case_id', 'planned.plan_id', 'planned.number', 'planned.at_time'])
    .where('planned.on_date', '=', onDate)
    .execute();
  return rows.map((row) => ({
    caseId: row.case_id,
    patient: identityOf(row),
    planId: row.plan_id,
    number: row.number,
    atTime: row.at_time,
  }));
}

/** The next day after one for which a current plan sets a session that has not been opened; null: there is none. */
export async function readNextPlanned(
  db: Kysely<Database>,
  after: CalendarDate,
): Promise<CalendarDate | null> {
  const row = await stillPlanned(db)
    .select('planned.on_date')
    .where('planned.on_date', '>', after)
    .orderBy('planned.on_date')
    .limit(1)
    .executeTakeFirst();
  return row?.on_date ?? null;
}

/** Where a session of a case stands: set by the present plan, held, or signed; null: there is no such session. */
export async function readStanding(
  db: Kysely<Database>,
  { caseId, number }: { readonly caseId: CaseId; readonly number: number },
): Promise<'planned' | 'held' | 'signed' | null> {
  const held = await sessionStates(db)
    .where('sessions.case_id', '=', caseId)
    .where('sessions.number', '=', number)
    .executeTakeFirst();
  if (held) return stateOf(held) === 'signed' ? 'signed' : 'held';
  const planned = await stillPlanned(db)
    .select('planned.number')
    .where('plans.case_id', '=', caseId)
    .where('planned.number', '=', number)
    .executeTakeFirst();
  return planned ? 'planned' : null;
}

/** Sessions of the newest plans that have not been opened. */
function stillPlanned(db: Kysely<Database>) {
  return db
    .selectFrom('plan_sessions as planned')
    .innerJoin('plans', 'plans.id', 'planned.plan_id')
    .where((eb) =>
      eb(
        'plans.version',
        '=',
        eb
          .selectFrom('plans as other')
          .select((inner) => inner.fn.max('other.version').as('newest'))
          .whereRef('other.case_id', '=', 'plans.case_id'),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('sessions')
            .select('sessions.id')
            .whereRef('sessions.case_id', '=', 'plans.case_id')
            .whereRef('sessions.number', '=', 'planned.number'),
        ),
      ),
    );
}

/** A session that took place, with whose it is. */
export interface HeldSession {
  readonly id: SessionId;
  readonly caseId: CaseId;
  readonly patient: PatientIdentity;
  readonly number: number;
  readonly onDate: CalendarDate;
  readonly legs: readonly Leg[];
  readonly state: SessionState;
  readonly openedBy: string;
  readonly openedById: PersonId;
  readonly signedByNurse: boolean;
}

function heldSessions(db: Kysely<Database>) {
  return sessionStates(db)
    .innerJoin('patients', 'patients.id', 'sessions.patient_id')
    .innerJoin('people', 'people.id', 'sessions.opened_by')
    .leftJoin('session_signatures as nurse', (join) =>
      join.onRef('nurse.session_id', '=', 'sessions.id').on('nurse.role', '=', 'nurse'),
    )
    .select(IDENTITY_COLUMNS)
    .select(['sessions.case_id', 'sessions.legs', 'people.name as opener', 'people.id as opener_id'])
    .select('nurse.signed_by as nurse_signed_by');
}

type HeldRow = Awaited<ReturnType<ReturnType<typeof heldSessions>['execute']>>[number];

function heldOf(row: HeldRow): HeldSession {
  return {
    id: row.session_id,
    caseId: row.case_id,
    patient: identityOf(row),
    number: row.number,
    onDate: row.on_date,
    legs: fromJson(Legs, row.legs),
    state: stateOf(row),
    openedBy: row.opener,
    openedById: row.opener_id,
    signedByNurse: row.nurse_signed_by !== null,
  };
}

/** The sessions that were opened on a day. */
export async function readHeldOn(
  db: Kysely<Database>,
  onDate: CalendarDate,
): Promise<readonly HeldSession[]> {
  const rows = await heldSessions(db).where('sessions.on_date', '=', onDate).execute();
  return rows.map(heldOf);
}

/** The sessions without a surgeon's signature, the oldest first. */
export async function readUnfinished(db: Kysely<Database>): Promise<readonly HeldSession[]> {
  // The difference of two indexes: few are left of it, however many sessions there ever were.
  const unsigned = db
    .selectFrom('sessions')
    .select('sessions.id')
    .except(db.selectFrom('session_signatures').select('session_id as id').where('role', '=', 'surgeon'));
  const rows = await heldSessions(db)
    .where('sessions.id', 'in', unsigned)
    .orderBy('sessions.opened_at')
    .execute();
  return rows.map(heldOf);
}

/** The last sessions of cases that lie in a stretch of days and have no later review: the last so many, the newest first. */
export async function readLastSessionsToReview(
  db: Kysely<Database>,
  { from, to, limit }: { readonly from: CalendarDate; readonly to: CalendarDate; readonly limit: number },
): Promise<readonly HeldSession[]> {
  const rows = await heldSessions(db)
    .where('sessions.on_date', '>=', from)
    .where('sessions.on_date', '<=', to)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('sessions as later')
            .select('later.id')
            .whereRef('later.case_id', '=', 'sessions.case_id')
            .whereRef('later.opened_at', '>', 'sessions.opened_at'),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('reviews')
            .select('reviews.id')
            .whereRef('reviews.case_id', '=', 'sessions.case_id')
            .whereRef('reviews.on_date', '>', 'sessions.on_date'),
        ),
      ),
    )
    .orderBy('sessions.on_date', 'desc')
    .orderBy('sessions.opened_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(heldOf);
}
