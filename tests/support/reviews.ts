import { randomUUID } from 'node:crypto';
import type { RecordReview } from '../../shared/contract/review.ts';
import type { VeinResponse } from '../../shared/domain/outcome/review.ts';
import { idOf, type CaseId, type VeinId } from '../../shared/kernel/ids.ts';
import type { Core } from './clinic.ts';

/** A vein that looks the same, with nothing left beside it. */
export function aResponse(veinId: VeinId, over: Partial<VeinResponse> = {}): VeinResponse {
  return { veinId, response: 'same', matting: 0, pigmentation: 0, ulcer: 0, disposition: null, ...over };
}

/** A review of today in which nothing was judged but what is told. */
export function aReview(
  core: Core,
  caseId: CaseId,
  over: Partial<Omit<RecordReview, 'responses'>> & { readonly responses?: readonly VeinResponse[] } = {},
): RecordReview {
  const notJudged = { ceap: null, vcss: null };
  return {
    reviewId: idOf<'review'>(randomUUID()),
    caseId,
    onDate: core.context.today(),
    improvementPercent: null,
    satisfaction: null,
    legs: { right: notJudged, left: notJudged },
    restUntil: null,
    note: '',
    replaces: null,
    ...over,
    responses: (over.responses ?? []).map((response) => ({ ...response })),
  };
}
