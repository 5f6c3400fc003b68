import type { Kysely } from 'kysely';
import { readCase } from '../../db/repositories/cases.ts';
import { readGivenInCase } from '../../db/repositories/injections.ts';
import { readCurrentVeins, readMappedVeinIds } from '../../db/repositories/map.ts';
import { readNames } from '../../db/repositories/people.ts';
import { insertReview, readReviewsOf } from '../../db/repositories/reviews.ts';
import { isApproved } from '../../db/repositories/profiles.ts';
import { readStoredSession } from '../../db/repositories/sessions.ts';
import { readSessionSummaries } from '../../db/repositories/session-summaries.ts';
import type { Database } from '../../db/schema.ts';
import type { Failure } from '../../shared/contract/failure.ts';
import type { SessionSummary } from '../../shared/contract/patient.ts';
import type { RecordReview, ReviewView, SessionJudge } from '../../shared/contract/review.ts';
import type { Review } from '../../shared/domain/outcome/review.ts';
import type { TreatmentCase } from '../../shared/domain/patient/patient.ts';
import { idOf, type CaseId } from '../../shared/kernel/ids.ts';
import { ok, type Result } from '../../shared/kernel/result.ts';
import type { ServiceContext } from './context.ts';
import { invalid, notFound } from './invalid.ts';
import { readMapScale } from './map/read-map-scale.ts';
import { profileOf, tighterCapsOf } from './sessions/current-session.ts';
import { write } from './write.ts';

/** How a case responded, with what was given. */
export async function readReviews(
  { db }: ServiceContext,
  caseId: CaseId,
): Promise<Result<ReviewView, Failure>> {
  const found = await readCase(db, caseId);
  return found ? ok(await reviewViewOf(db, found)) : notFound('case');
}

async function reviewViewOf(db: Kysely<Database>, { id, patientId }: TreatmentCase): Promise<ReviewView> {
  const sessions = await readSessionSummaries(db, id);
  return {
    reviews: await readReviewsOf(db, id),
    veins: await readCurrentVeins(db, id),
    heightScale: await readMapScale(db, { id, patientId }),
    given: await readGivenInCase(db, id),
    sessions,
    judgedBy: await judgesOf(db, sessions),
    names: await readNames(db),
  };
}

async function judgesOf(
  db: Kysely<Database>,
  sessions: readonly SessionSummary[],
): Promise<ReviewView['judgedBy']> {
  const judges: SessionJudge[] = [];
  for (const { id } of sessions) {
    const stored = await readStoredSession(db, id);
    if (!stored) throw new Error('a session that was just read is missing');
    const profile = await profileOf(db, stored);
    const profileApproved = await isApproved(db, profile);
    judges.push({
      sessionId: id,
      profile,
      profileApproved,
      weightG: stored.opening.weightG,
      tighterCaps: await tighterCapsOf(db, stored),
    });
  }
  return judges;
}

/** Adds a review of a day, not in the future and not before the case; each vein at most once, all of them on the map. */
export function recordReview(
  context: ServiceContext,
  input: RecordReview,
): Promise<Result<ReviewView, Failure>> {
  if (input.onDate > context.today()) return Promise.resolve(invalid('onDate', 'in-future'));
  return write(context, async ({ trx, at, audit, changed }) => {
    const found = await readCase(trx, input.caseId);
    if (!found) return notFound('case');
    if (input.onDate < found.openedOn) return invalid('onDate', 'before-case');
    const mapped = await readMappedVeinIds(trx, found.id);
    const unknown = input.responses.findIndex(({ veinId }) => !mapped.has(veinId));
    if (unknown >= 0) return invalid(`responses.${String(unknown)}.veinId`, 'unknown');
    const veinIds = new Set(input.responses.map(({ veinId }) => veinId));
    if (veinIds.size < input.responses.length) return invalid('responses', 'vein-twice');
    const review: Review = {
      id: idOf<'review'>(context.newUuid()),
      ...input,
      recordedAt: at,
      recordedBy: context.actor.id,
    };
    await insertReview(trx, review);
    await audit({ action: 'review/record', entity: 'review', entityId: review.id, after: review });
    changed({ topic: 'review', id: found.id });
    return ok(await reviewViewOf(trx, found));
  });
}
