import { sql, type Kysely } from 'kysely';
import { z } from 'zod';
import type { RegisterLot, RegisterSession, RegisterVein } from '../../shared/contract/complications.ts';
import type { SeenVein } from '../../shared/domain/outcome/review-findings.ts';
import { SIDE_EFFECT_GRADES } from '../../shared/domain/outcome/review.ts';
import type { PatientIdentity } from '../../shared/domain/patient/patient.ts';
import type { Reaction } from '../../shared/domain/session/reaction.ts';
import type { CaseId, LotId, PatientId, SessionId, VeinId } from '../../shared/kernel/ids.ts';
import type { CalendarDate } from '../../shared/kernel/time.ts';
import type { Database } from '../schema.ts';
import { inBatches } from './batches.ts';
import { IDENTITY_COLUMNS, identityOf } from './patients.ts';
import { reactionOf, reactionsOf } from './reactions.ts';

/** Which part of the register: of a time, or of one patient. */
export type RegisterScope =
  { readonly from: CalendarDate | null; readonly to: CalendarDate } | { readonly patientId: PatientId };

/** A reaction with the session in which it came. */
export interface ReactionInSession {
  readonly reaction: Reaction;
  readonly caseId: CaseId;
  readonly session: RegisterSession;
}

/** The reactions of the sessions in question that were not struck out. */
export async function readReactionsIn(
  db: Kysely<Database>,
  scope: RegisterScope,
): Promise<readonly ReactionInSession[]> {
  const all = reactionsOf(db)
    .innerJoin('sessions', 'sessions.id', 'reactions.session_id')
    .select(['sessions.case_id', 'sessions.number', 'sessions.on_date'])
    .where('strike.reaction_id', 'is', null);
  const rows = await (
    'patientId' in scope
      ? all.where('sessions.patient_id', '=', scope.patientId)
      : all
          .where('sessions.on_date', '<=', scope.to)
          .$if(scope.from !== null, (query) => query.where('sessions.on_date', '>=', scope.from ?? scope.to))
  ).execute();
  return rows.map((row) => ({
    reaction: reactionOf(row),
    caseId: row.case_id,
    session: { id: row.session_id, number: row.number, onDate: row.on_date },
  }));
}

const grade = z.union(SIDE_EFFECT_GRADES.map((value) => z.literal(value)));
const Seen = z.object({ matting: grade, pigmentation: grade, ulcer: grade });

/** What the index of `review_responses` is for: only in these very words is it used. */
const withEffects = sql<boolean>`(matting >= 2 or pigmentation >= 2 or ulcer >= 1)`;

/**
 * Every look at the veins of which a review that holds, in the time in question, found something grave enough for the register:
 * in the order of time, looks that saw nothing left out.
 */
export async function readSeenVeins(
  db: Kysely<Database>,
  scope: RegisterScope,
): Promise<readonly SeenVein[]> {
  const seen: SeenVein[] = [];
  for (const batch of inBatches(await readAffectedVeins(db, scope))) {
    const rows = await standingResponses(db)
      .select([
        'response.review_id',
        'response.vein_id',
        'response.matting',
        'response.pigmentation',
        'response.ulcer',
        'reviews.case_id',
        'reviews.on_date',
        'reviews.recorded_at',
      ])
      .where('response.vein_id', 'in', batch)
      .where('response.response', '!=', 'not-seen')
      .orderBy('reviews.on_date')
      .orderBy('reviews.recorded_at')
      .execute();
    seen.push(
      ...rows.map((row) => ({
        reviewId: row.review_id,
        caseId: row.case_id,
        onDate: row.on_date,
        veinId: row.vein_id,
        ...Seen.parse(row),
      })),
    );
  }
  return seen;
}

async function readAffectedVeins(db: Kysely<Database>, scope: RegisterScope): Promise<readonly VeinId[]> {
  const all = standingResponses(db).select('response.vein_id').distinct().where(withEffects);
  const rows = await (
    'patientId' in scope
      ? all.innerJoin('cases', 'cases.id', 'reviews.case_id').where('cases.patient_id', '=', scope.patientId)
      : all
          .where('reviews.on_date', '<=', scope.to)
          .$if(scope.from !== null, (query) => query.where('reviews.on_date', '>=', scope.from ?? scope.to))
  ).execute();
  return rows.map((row) => row.vein_id);
}

/** Responses of the reviews whose place no later one took. */
function standingResponses(db: Kysely<Database>) {
  return db
    .selectFrom('review_responses as response')
    .innerJoin('reviews', 'reviews.id', 'response.review_id')
    .leftJoin('reviews as later', 'later.replaces_id', 'reviews.id')
    .where('later.id', 'is', null);
}

/** In which session a vein was treated, and from which box. */
export interface Treatment {
  readonly veinId: VeinId;
  readonly session: RegisterSession;
  readonly lotId: LotId;
}

/** The treatments of veins, struck-out injections left out, in the order of time. */
export async function readTreatments(
  db: Kysely<Database>,
  veinIds: readonly VeinId[],
): Promise<readonly Treatment[]> {
  const found: Treatment[] = [];
  for (const batch of inBatches(veinIds)) {
    const rows = await db
      .selectFrom('injections')
      .innerJoin('sessions', 'sessions.id', 'injections.session_id')
      .leftJoin('injection_strike_outs as strike', 'strike.injection_id', 'injections.id')
      .select([
        'injections.vein_id',
        'injections.lot_id',
        'sessions.id',
        'sessions.number',
        'sessions.on_date',
      ])
      .distinct()
      .where('injections.vein_id', 'in', batch)
      .where('strike.injection_id', 'is', null)
      .orderBy('sessions.on_date')
      .orderBy('sessions.number')
      .$narrowType<{ vein_id: VeinId }>()
      .execute();
    found.push(
      ...rows.map(({ id, number, on_date: onDate, vein_id: veinId, lot_id: lotId }) => ({
        veinId,
        session: { id, number, onDate },
        lotId,
      })),
    );
  }
  return found;
}

/** How many sessions were held in a time; with a lot: in which it was injected and not struck out. */
export async function countSessionsHeld(
  db: Kysely<Database>,
  {
    from,
    to,
    lotId,
  }: { readonly from: CalendarDate | null; readonly to: CalendarDate; readonly lotId: LotId | null },
): Promise<number> {
  const row = await db
    .selectFrom('sessions')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('on_date', '<=', to)
    .$if(from !== null, (query) => query.where('on_date', '>=', from ?? to))
    .$if(lotId !== null, (query) =>
      query.where('sessions.id', 'in', (eb) =>
        eb
          .selectFrom('injections')
          .leftJoin('injection_strike_outs as strike', 'strike.injection_id', 'injections.id')
          .select('injections.session_id')
          .where('injections.lot_id', '=', lotId)
          .where('strike.injection_id', 'is', null),
      ),
    )
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Where a case is, and whose. */
export async function readPatientsOfCases(
  db: Kysely<Database>,
  ids: readonly CaseId[],
): Promise<ReadonlyMap<CaseId, PatientIdentity>> {
  const found = new Map<CaseId, PatientIdentity>();
  for (const batch of inBatches(ids)) {
    const rows = await db
      .selectFrom('cases')
      .innerJoin('patients', 'patients.id', 'cases.patient_id')
      .select(IDENTITY_COLUMNS)
      .select('cases.id as case_id')
      .where('cases.id', 'in', batch)
      .execute();
    rows.forEach((row) => found.set(row.case_id, identityOf(row)));
  }
  return found;
}

/** What veins are called, erased ones as well. */
export async function readVeinNames(
  db: Kysely<Database>,
  ids: readonly VeinId[],
): Promise<ReadonlyMap<VeinId, RegisterVein>> {
  const found = new Map<VeinId, RegisterVein>();
  for (const batch of inBatches(ids)) {
    const rows = await db
      .selectFrom('veins')
      .select(['id', 'leg', 'number'])
      .where('id', 'in', batch)
      .execute();
    rows.forEach((row) => found.set(row.id, row));
  }
  return found;
}

export async function readSessionNames(
  db: Kysely<Database>,
  ids: readonly SessionId[],
): Promise<ReadonlyMap<SessionId, RegisterSession>> {
  const found = new Map<SessionId, RegisterSession>();
  for (const batch of inBatches(ids)) {
    const rows = await db
      .selectFrom('sessions')
      .select(['id', 'number', 'on_date'])
      .where('id', 'in', batch)
      .execute();
    rows.forEach(({ id, number, on_date: onDate }) => found.set(id, { id, number, onDate }));
  }
  return found;
}

/** Every lot by its number. */
export async function readLotNames(db: Kysely<Database>): Promise<readonly RegisterLot[]> {
  const rows = await db
    .selectFrom('lots')
    .select(['id', 'lot_number'])
    .orderBy('added_at', 'desc')
    .orderBy('lot_number')
    .execute();
  return rows.map((row) => ({ id: row.id, lotNumber: row.lot_number }));
}
