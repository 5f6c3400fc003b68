import { RecordReview } from '../../../shared/contract/review.ts';
import { KeepReviewDraft } from '../../../shared/contract/review-draft.ts';
import { keepReviewDraft, readReviewDraft } from '../../services/reviews/drafts.ts';
import { readReviews, recordReview } from '../../services/reviews.ts';
import { allowedTo, answer, router, signedIn } from '../trpc.ts';
import { ofCase } from './requests.ts';

export const reviewsRouter = router({
  get: signedIn.input(ofCase).query(({ ctx, input }) => answer(readReviews(ctx.service, input.caseId))),
  record: allowedTo('review/write')
    .input(RecordReview)
    .mutation(({ ctx, input }) => answer(recordReview(ctx.service, input))),
  draft: signedIn.input(ofCase).query(({ ctx, input }) => answer(readReviewDraft(ctx.service, input.caseId))),
  keepDraft: allowedTo('review/write')
    .input(KeepReviewDraft)
    .mutation(({ ctx, input }) => answer(keepReviewDraft(ctx.service, input))),
});
