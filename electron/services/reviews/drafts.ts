import { readCaseOfReview } from '../../../db/repositories/reviews.ts';
import type { Failure } from '../../../shared/contract/failure.ts';
import type { KeepReviewDraft, ReviewDraft } from '../../../shared/contract/review-draft.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import type { ServiceContext } from '../context.ts';
import { personalDrafts } from '../personal-drafts.ts';

const drafts = personalDrafts<CaseId, ReviewDraft>();

/** What the person has filled in of a review of a case, or null; what was saved meanwhile is no draft any more. */
export async function readReviewDraft(
  context: ServiceContext,
  caseId: CaseId,
): Promise<Result<ReviewDraft | null, Failure>> {
  const draft = drafts.read(context, caseId);
  const isSaved = draft && (await readCaseOfReview(context.db, draft.reviewId)) !== null;
  return ok(isSaved ? null : draft);
}

/** Keeps it, in place of what was kept of that case before. */
export function keepReviewDraft(
  context: ServiceContext,
  { caseId, draft }: KeepReviewDraft,
): Promise<Result<null, Failure>> {
  drafts.keep(context, caseId, draft);
  return Promise.resolve(ok(null));
}
