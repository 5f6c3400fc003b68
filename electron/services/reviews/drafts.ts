import type { Kysely } from 'kysely';
import { readCaseOfReview } from '../../../db/repositories/reviews.ts';
import type { Database } from '../../../db/schema.ts';
import type { Failure } from '../../../shared/contract/failure.ts';
import type { KeepReviewDraft, ReviewDraft } from '../../../shared/contract/review-draft.ts';
import type { CaseId, PersonId } from '../../../shared/kernel/ids.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import type { ServiceContext } from '../context.ts';

/** Half-filled reviews that are kept for one person; whoever begins more loses the oldest. */
const MOST_FOR_ONE = 20;

/**
 * Half-filled reviews of each clinic, by who fills them in and by case. In the memory of the core alone: so they outlive the lock
 * and a page that is loaded again, and never lie on the disk. No part of the record.
 */
const clinics = new WeakMap<Kysely<Database>, Map<PersonId, Map<CaseId, ReviewDraft>>>();

function draftsOf({ db, actor }: ServiceContext): Map<CaseId, ReviewDraft> {
  const people = clinics.get(db) ?? new Map<PersonId, Map<CaseId, ReviewDraft>>();
  clinics.set(db, people);
  const drafts = people.get(actor.id) ?? new Map<CaseId, ReviewDraft>();
  people.set(actor.id, drafts);
  return drafts;
}

/** What the person has filled in of a review of a case, or null; what was saved meanwhile is no draft any more. */
export async function readReviewDraft(
  context: ServiceContext,
  caseId: CaseId,
): Promise<Result<ReviewDraft | null, Failure>> {
  const draft = draftsOf(context).get(caseId);
  const isSaved = draft && (await readCaseOfReview(context.db, draft.reviewId)) !== null;
  return ok(!draft || isSaved ? null : draft);
}

/** Keeps it, in place of what was kept of that case before. */
export function keepReviewDraft(
  context: ServiceContext,
  { caseId, draft }: KeepReviewDraft,
): Promise<Result<null, Failure>> {
  const drafts = draftsOf(context);
  drafts.delete(caseId);
  if (draft) drafts.set(caseId, draft);
  const [oldest] = drafts.keys();
  if (drafts.size > MOST_FOR_ONE && oldest) drafts.delete(oldest);
  return Promise.resolve(ok(null));
}
