import type { Kysely } from 'kysely';
import { countPlannedSessions, readPlannedTime } from '../../../db/repositories/plans.ts';
import { readPlaces, readRooms, type SessionPlace } from '../../../db/repositories/rooms.ts';
import { readRestsEnding } from '../../../db/repositories/rests.ts';
import { readOpenSessionOf } from '../../../db/repositories/sessions.ts';
import { readLotsExpiring } from '../../../db/repositories/stock.ts';
import {
  readHeldOn,
  readLastSessionsToReview,
  readNextPlanned,
  readPlannedOn,
  readUnfinished,
  type HeldSession,
  type PlannedOnDay,
} from '../../../db/repositories/today.ts';
import type { Database } from '../../../db/schema.ts';
import type { Failure } from '../../../shared/contract/failure.ts';
import type { DaySession, ReviewDue, TodayView, UnfinishedSession } from '../../../shared/contract/today.ts';
import type { LabelProfile } from '../../../shared/domain/dose/label-profile.ts';
import { hindrancesOf, plannedLegs, type OpeningRecord } from '../../../shared/domain/session/hindrance.ts';
import { nameOfHindrance, type KnownHindrance } from '../../../shared/domain/session/known-hindrance.ts';
import { SIGNING_ROLES, type SigningRole } from '../../../shared/domain/session/session.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import { addDays, type CalendarDate } from '../../../shared/kernel/time.ts';
import type { ServiceContext } from '../context.ts';
import { readPlanOfMappedVeins } from '../plan.ts';
import { profileInUse } from '../profiles.ts';
import { readOpeningRecord } from './read-opening-record.ts';

/** Lots are shown this long before they expire. */
const EXPIRY_NOTICE_DAYS = 30;
/** And for so long afterwards: by then the box is gone, and a list of all that ever expired hides what matters. */
const EXPIRED_NOTICE_DAYS = 90;
/** The response is judged twelve weeks after the last session, give or take two. */
const REVIEW_AFTER_DAYS = 84;
const REVIEW_NOTICE_DAYS = 14;
/** A patient who has not come for a year does not come for a review any more. */
const REVIEW_OVERDUE_DAYS = 365;
/** More than these nobody reads; the ones that fell due last are kept. */
const REVIEWS_SHOWN = 100;

/** What a day holds: sessions planned or held, what is unfinished, reviews due, lots that expire. */
export async function readToday(
  { db }: ServiceContext,
  onDate: CalendarDate,
): Promise<Result<TodayView, Failure>> {
  const { profile } = await profileInUse(db);
  const planned = await readPlannedOn(db, onDate);
  const held = await readHeldOn(db, onDate);
  const places = await readPlaces(
    db,
    [...planned, ...held].map(({ caseId }) => caseId),
  );
  const sessions: DaySession[] = [];
  for (const line of planned)
    sessions.push({ ...(await plannedLine(db, line, { onDate, profile })), ...placeOf(line, places) });
  for (const line of held) sessions.push({ ...(await heldLine(db, line)), ...placeOf(line, places) });
  const unfinished = await readUnfinished(db);
  return ok({
    onDate,
    sessions: sessions.toSorted(byTimeAndName),
    nextPlannedOn: await readNextPlanned(db, onDate),
    rooms: await readRooms(db),
    unfinished: unfinished.flatMap(unfinishedLine),
    reviewsDue: await readReviewsDue(db, onDate),
    expiringLots: await readLotsExpiring(db, {
      from: addDays(onDate, -EXPIRED_NOTICE_DAYS),
      to: addDays(onDate, EXPIRY_NOTICE_DAYS),
    }),
  });
}

type Placed = Pick<DaySession, 'room' | 'roomId' | 'assignedTo'>;
type Unplaced = Omit<DaySession, keyof Placed>;

function placeOf(
  { caseId, number }: Pick<DaySession, 'caseId' | 'number'>,
  places: readonly SessionPlace[],
): Placed {
  const place = places.find((each) => each.caseId === caseId && each.number === number);
  return {
    room: place?.room ?? null,
    roomId: place?.roomId ?? null,
    assignedTo: place?.personId ?? null,
  };
}

async function plannedLine(
  db: Kysely<Database>,
  { caseId, patient, number, atTime }: PlannedOnDay,
  { onDate, profile }: { readonly onDate: CalendarDate; readonly profile: LabelProfile },
): Promise<Unplaced> {
  const record = await recordOf(db, { caseId, patient, number, onDate, profile });
  return {
    caseId,
    patient,
    number,
    ofSessions: await countPlannedSessions(db, caseId),
    onDate,
    atTime,
    legs: plannedLegs(record),
    session: null,
    hindrances: knownBefore(record),
  };
}

interface PlannedLine extends Pick<PlannedOnDay, 'caseId' | 'patient' | 'number'> {
  readonly onDate: CalendarDate;
  readonly profile: LabelProfile;
}

async function recordOf(
  db: Kysely<Database>,
  { caseId, patient, number, onDate, profile }: PlannedLine,
): Promise<OpeningRecord> {
  const plan = await readPlanOfMappedVeins(db, caseId);
  return readOpeningRecord(db, {
    treated: { id: caseId, patientId: patient.id },
    due: (plan?.items ?? []).filter(({ sessionNumber }) => sessionNumber === number),
    profile,
    today: onDate,
    isOtherOpen: (await readOpenSessionOf(db, patient.id)) !== null,
  });
}

/** What is known before the patient comes, by the rule that opening the session follows; the first is said by name. */
function knownBefore(record: OpeningRecord): readonly KnownHindrance[] {
  const found = hindrancesOf(record, null).map(({ kind }) => nameOfHindrance(kind));
  return [...new Set(found.filter((name) => name !== null))];
}

async function heldLine(db: Kysely<Database>, held: HeldSession): Promise<Unplaced> {
  const { id, caseId, patient, number, onDate, legs, state, openedBy, openedById } = held;
  return {
    caseId,
    patient,
    number,
    ofSessions: await countPlannedSessions(db, caseId),
    onDate,
    atTime: await readPlannedTime(db, caseId, number),
    legs,
    session: { id, state, openedBy, openedById },
    hindrances: [],
  };
}

function byTimeAndName(a: DaySession, b: DaySession): number {
  const key = ({ atTime, patient }: DaySession) =>
    `${atTime ?? '99'} ${patient.familyName} ${patient.givenName} ${patient.id}`;
  return key(a) < key(b) ? -1 : 1;
}

function unfinishedLine(held: HeldSession): UnfinishedSession[] {
  const { id, caseId, patient, number, onDate, state, openedBy, openedById, signedByNurse } = held;
  if (state === 'signed') return [];
  const signed: readonly SigningRole[] = signedByNurse ? ['nurse'] : [];
  const missing = state === 'open' ? [] : SIGNING_ROLES.filter((role) => !signed.includes(role));
  return [{ sessionId: id, caseId, patient, number, onDate, state, openedBy, openedById, missing }];
}

async function readReviewsDue(db: Kysely<Database>, onDate: CalendarDate): Promise<readonly ReviewDue[]> {
  const last = await readLastSessionsToReview(db, {
    from: addDays(onDate, -REVIEW_OVERDUE_DAYS),
    to: addDays(onDate, REVIEW_NOTICE_DAYS - REVIEW_AFTER_DAYS),
    limit: REVIEWS_SHOWN,
  });
  const rests = await readRestsEnding(db, {
    from: addDays(onDate, -REVIEW_OVERDUE_DAYS),
    to: addDays(onDate, REVIEW_NOTICE_DAYS),
    limit: REVIEWS_SHOWN,
  });
  const afterSession = last.map(({ caseId, patient, onDate: heldOn, number }): ReviewDue => ({
    caseId,
    patient,
    dueOn: addDays(heldOn, REVIEW_AFTER_DAYS),
    afterSession: number,
    isAfterRest: false,
  }));
  const afterRest = rests.map(({ restUntil, ...rest }): ReviewDue => ({
    ...rest,
    dueOn: restUntil,
    isAfterRest: true,
  }));
  return [...afterSession, ...afterRest]
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
    .slice(-REVIEWS_SHOWN);
}
