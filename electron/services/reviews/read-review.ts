import type { Kysely } from 'kysely';
import { readAssessmentBefore } from '../../../db/repositories/assessments.ts';
import { readGivenInCase } from '../../../db/repositories/injections.ts';
import { readCurrentVeins } from '../../../db/repositories/map.ts';
import { readNames } from '../../../db/repositories/people.ts';
import { readCurrentPlan } from '../../../db/repositories/plans.ts';
import { isApproved } from '../../../db/repositories/profiles.ts';
import { readInjectionsIntoVeins } from '../../../db/repositories/reviewed-veins.ts';
import { readReviewsOf } from '../../../db/repositories/reviews.ts';
import { readStoredSession, type StoredSession } from '../../../db/repositories/sessions.ts';
import { readSessionSummaries } from '../../../db/repositories/session-summaries.ts';
import type { Database } from '../../../db/schema.ts';
import type { SessionSummary } from '../../../shared/contract/patient.ts';
import type { LegsBefore, ReviewRules, ReviewView, SessionJudge } from '../../../shared/contract/review.ts';
import { treatedVeins } from '../../../shared/domain/outcome/treated-vein.ts';
import { stillUnplanned } from '../../../shared/domain/plan/further-veins.ts';
import type { CaseId, VeinId } from '../../../shared/kernel/ids.ts';
import type { TreatmentCase } from '../../../shared/domain/patient/patient.ts';
import { instantOf, type Instant } from '../../../shared/kernel/time.ts';
import { readFurtherVeins } from '../plan/read-further-veins.ts';
import { readMapScale } from '../map/read-map-scale.ts';
import { profileInUse } from '../profiles.ts';
import { profileOf, tighterCapsOf } from '../sessions/current-session.ts';

/** How a case responded, with what was given and how the legs stood before. */
export async function reviewViewOf(
  db: Kysely<Database>,
  { id, patientId }: TreatmentCase,
): Promise<ReviewView> {
  const sessions = await readSessionSummaries(db, id);
  const stored = await readStoredSessions(db, sessions);
  return {
    reviews: await readReviewsOf(db, id),
    veins: await readCurrentVeins(db, id),
    heightScale: await readMapScale(db, { id, patientId }),
    given: await readGivenInCase(db, id),
    treated: treatedVeins(await readInjectionsIntoVeins(db, id)),
    sessions,
    judgedBy: await judgesOf(db, stored),
    rules: await rulesOf(db, stored),
    legsBefore: await readLegsBefore(db, id, stored),
    expectation: (await profileInUse(db)).profile.expectation,
    toTreatAgain: await readToTreatAgain(db, id, sessions),
    names: await readNames(db),
  };
}

async function readStoredSessions(
  db: Kysely<Database>,
  sessions: readonly SessionSummary[],
): Promise<readonly StoredSession[]> {
  const found: StoredSession[] = [];
  for (const { id } of sessions) {
    const stored = await readStoredSession(db, id);
    if (!stored) throw new Error('a session that was just read is missing');
    found.push(stored);
  }
  return found;
}

async function readToTreatAgain(
  db: Kysely<Database>,
  caseId: CaseId,
  sessions: readonly SessionSummary[],
): Promise<readonly VeinId[]> {
  const further = await readFurtherVeins(db, caseId);
  if (further.length === 0) return [];
  const plan = await readCurrentPlan(db, caseId);
  return stillUnplanned(further, plan?.items ?? [], new Set(sessions.map(({ number }) => number)));
}

const rulesKeyOf = ({ profile }: StoredSession) => `${profile.id} ${String(profile.version)}`;

async function judgesOf(
  db: Kysely<Database>,
  sessions: readonly StoredSession[],
): Promise<readonly SessionJudge[]> {
  const judges: SessionJudge[] = [];
  for (const stored of sessions) {
    const { id: sessionId, weightG } = stored.opening;
    const tighterCaps = await tighterCapsOf(db, stored);
    judges.push({ sessionId, rulesKey: rulesKeyOf(stored), weightG, tighterCaps });
  }
  return judges;
}

/** Each version once, however many sessions it judged. */
async function rulesOf(
  db: Kysely<Database>,
  sessions: readonly StoredSession[],
): Promise<readonly ReviewRules[]> {
  const rules: ReviewRules[] = [];
  for (const [key, stored] of new Map(sessions.map((each) => [rulesKeyOf(each), each]))) {
    const profile = await profileOf(db, stored);
    const approved = await isApproved(db, profile);
    rules.push({ key, profileName: profile.name, approved, limits: profile.limits });
  }
  return rules;
}

async function readLegsBefore(
  db: Kysely<Database>,
  caseId: CaseId,
  sessions: readonly StoredSession[],
): Promise<LegsBefore | null> {
  const assessment = await readAssessmentBefore(db, caseId, firstOpening(sessions));
  return assessment && { recordedAt: assessment.recordedAt, legs: assessment.legs };
}

function firstOpening(sessions: readonly StoredSession[]): Instant {
  const [first] = sessions.map(({ opening }) => opening.openedAt).toSorted();
  return first ?? instantOf(Date.UTC(2100, 0));
}
