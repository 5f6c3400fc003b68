import { readCase } from '../../../db/repositories/cases.ts';
import {
  readDatedInjections,
  readMarkVersions,
  readVeinVersions,
} from '../../../db/repositories/map-facts.ts';
import { readMapVersion } from '../../../db/repositories/map-gestures.ts';
import { readHeight } from '../../../db/repositories/patients.ts';
import { readReviewsOf } from '../../../db/repositories/reviews.ts';
import { readSessionsOf } from '../../../db/repositories/sessions.ts';
import type { Failure } from '../../../shared/contract/failure.ts';
import type { MapHistoryOf, MapHistoryView } from '../../../shared/contract/map-history.ts';
import { standingReviews } from '../../../shared/domain/outcome/review.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import type { ServiceContext } from '../context.ts';
import { notFound } from '../invalid.ts';

/** Everything dated that the map of a case can show. Fails with `not-found`. */
export async function readMapHistory(
  { db }: ServiceContext,
  { caseId }: MapHistoryOf,
): Promise<Result<MapHistoryView, Failure>> {
  const found = await readCase(db, caseId);
  if (!found) return notFound('case');
  const sessions = await readSessionsOf(db, caseId);
  const reviews = standingReviews(await readReviewsOf(db, caseId));
  return ok({
    version: await readMapVersion(db, caseId),
    veins: await readVeinVersions(db, caseId),
    marks: await readMarkVersions(db, caseId),
    sessions: sessions.map(({ number, onDate }) => ({ number, onDate })),
    injections: await readDatedInjections(db, caseId),
    reviews: reviews.toReversed().map(({ onDate, recordedAt, responses }) => ({
      onDate,
      recordedAt,
      responses: responses.map(({ veinId, response }) => ({ veinId, response })),
    })),
    heightMm: (await readHeight(db, found.patientId))?.heightMm ?? null,
  });
}
