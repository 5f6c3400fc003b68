import type { Kysely } from 'kysely';
import { readLastAssessment } from '../../../db/repositories/assessments.ts';
import { readConsent } from '../../../db/repositories/cases.ts';
import { readAllergies } from '../../../db/repositories/patients.ts';
import { countPlannedSessions, readPlannedTime } from '../../../db/repositories/plans.ts';
import { readOpenSessionOf } from '../../../db/repositories/sessions.ts';
import { readLotsExpiring } from '../../../db/repositories/stock.ts';
import {
  readHeldOn,
  readLastSessionsToReview,
  readPlannedOn,
  readPlannedTreatment,
  readUnfinished,
  type HeldSession,
  type PlannedOnDay,
} from '../../../db/repositories/today.ts';
import type { Database } from '../../../db/schema.ts';
import type { Failure } from '../../../shared/contract/failure.ts';
import type {
  DaySession,
  ReviewDue,
  SessionHindrance,
  TodayView,
  UnfinishedSession,
} from '../../../shared/contract/today.ts';
import type { LabelProfile } from '../../../shared/domain/dose/label-profile.ts';
import { judgeEligibility, missingFromAssessment } from '../../../shared/domain/patient/eligibility.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import { addDays, type CalendarDate } from '../../../shared/kernel/time.ts';
import type { ServiceContext } from '../context.ts';
import { profileInUse } from '../profiles.ts';

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
  const sessions: DaySession[] = [];
  for (const planned of await readPlannedOn(db, onDate))
    sessions.push(await plannedLine(db, planned, { onDate, profile }));
  for (const held of await readHeldOn(db, onDate)) sessions.push(await heldLine(db, held));
  const unfinished = await readUnfinished(db);
  return ok({
    onDate,
    sessions: sessions.toSorted(byTimeAndName),
    unfinished: unfinished.flatMap(unfinishedLine),
    reviewsDue: await readReviewsDue(db, onDate),
    expiringLots: await readLotsExpiring(db, {
      from: addDays(onDate, -EXPIRED_NOTICE_DAYS),
      to: addDays(onDate, EXPIRY_NOTICE_DAYS),
    }),
  });
}

async function plannedLine(
  db: Kysely<Database>,
  { caseId, patient, planId, number, atTime }: PlannedOnDay,
  { onDate, profile }: { readonly onDate: CalendarDate; readonly profile: LabelProfile },
): Promise<DaySession> {
  const { legs, foamPlanned } = await readPlannedTreatment(db, planId, number);
  return {
    caseId,
    patient,
    number,
    ofSessions: await countPlannedSessions(db, caseId),
    onDate,
    atTime,
    legs,
    session: null,
    hindrances: await hindrancesOf(db, { caseId, patient, foamPlanned, profile }),
  };
}

interface HindranceQuestion extends Pick<PlannedOnDay, 'caseId' | 'patient'> {
  readonly foamPlanned: boolean;
  readonly profile: LabelProfile;
}

/** What is known before the patient comes, by the rule that opening the session follows. */
async function hindrancesOf(
  db: Kysely<Database>,
  { caseId, patient, foamPlanned, profile }: HindranceQuestion,
): Promise<readonly SessionHindrance[]> {
  const assessment = await readLastAssessment(db, caseId);
  const allergies = await readAllergies(db, patient.id);
  const answers = assessment?.eligibility ?? [];
  const judgement = judgeEligibility({ profile, answers, acceptances: [], allergies, foamPlanned });
  const isSo: Record<SessionHindrance, boolean> = {
    contraindicated: judgement.blocked.length > 0,
    'no-consent': (await readConsent(db, caseId)) === null,
    'no-eligibility': assessment === null || missingFromAssessment(judgement, profile).length > 0,
    'no-allergy-statement': allergies === null,
    'other-session-open': (await readOpenSessionOf(db, patient.id)) !== null,
  };
  return HINDRANCES.filter((hindrance) => isSo[hindrance]);
}

/** In the order of precedence: the first is said by name. */
const HINDRANCES: readonly SessionHindrance[] = [
  'contraindicated',
  'no-consent',
  'no-eligibility',
  'no-allergy-statement',
  'other-session-open',
];

async function heldLine(db: Kysely<Database>, held: HeldSession): Promise<DaySession> {
  const { id, caseId, patient, number, onDate, legs, state, openedBy } = held;
  return {
    caseId,
    patient,
    number,
    ofSessions: await countPlannedSessions(db, caseId),
    onDate,
    atTime: await readPlannedTime(db, caseId, number),
    legs,
    session: { id, state, openedBy },
    hindrances: [],
  };
}

function byTimeAndName(a: DaySession, b: DaySession): number {
  const key = ({ atTime, patient }: DaySession) =>
    `${atTime ?? '99'} ${patient.familyName} ${patient.givenName} ${patient.id}`;
  return key(a) < key(b) ? -1 : 1;
}

function unfinishedLine({ id, caseId, patient, number, onDate, state }: HeldSession): UnfinishedSession[] {
  return state === 'signed' ? [] : [{ sessionId: id, caseId, patient, number, onDate, state }];
}

async function readReviewsDue(db: Kysely<Database>, onDate: CalendarDate): Promise<readonly ReviewDue[]> {
  const last = await readLastSessionsToReview(db, {
    from: addDays(onDate, -REVIEW_OVERDUE_DAYS),
    to: addDays(onDate, REVIEW_NOTICE_DAYS - REVIEW_AFTER_DAYS),
    limit: REVIEWS_SHOWN,
  });
  return last.toReversed().map(({ caseId, patient, onDate: heldOn, number }) => ({
    caseId,
    patient,
    dueOn: addDays(heldOn, REVIEW_AFTER_DAYS),
    afterSession: number,
  }));
}
