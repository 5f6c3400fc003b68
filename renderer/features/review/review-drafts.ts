import { create } from 'zustand';
import type { ReviewDraft } from '../../../shared/contract/review-draft.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';

/**
 * Reviews that are filled in and not saved yet, by case, in memory alone. The core keeps a copy in its own memory, so that a
 * page that is loaded again finds them.
 */
export const useReviewDrafts = create<Readonly<Record<CaseId, ReviewDraft>>>(() => ({}));

export function keepReviewDraft(caseId: CaseId, draft: ReviewDraft): void {
  useReviewDrafts.setState({ [caseId]: draft });
}

/** Lets go of a draft that has been saved or dropped; one that was begun meanwhile stays. */
export function dropReviewDraft(caseId: CaseId, gone: Pick<ReviewDraft, 'reviewId'>): void {
  useReviewDrafts.setState(
    (drafts) =>
      Object.fromEntries(
        Object.entries(drafts).filter(([id, draft]) => id !== caseId || draft.reviewId !== gone.reviewId),
      ),
    true,
  );
}

/** Nothing of one person is left for the next. */
export function dropAllReviewDrafts(): void {
  useReviewDrafts.setState({}, true);
}
