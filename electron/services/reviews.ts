import type { Failure } from '../../shared/contract/failure.ts';
import type { RecordReview, ReviewView } from '../../shared/contract/review.ts';
import type { CaseId } from '../../shared/kernel/ids.ts';
import type { Result } from '../../shared/kernel/result.ts';
import type { ServiceContext } from './context.ts';

export function readReviews(_context: ServiceContext, _input: CaseId): Promise<Result<ReviewView, Failure>> {
  throw new Error('not built');
}

export function recordReview(
  _context: ServiceContext,
  _input: RecordReview,
): Promise<Result<ReviewView, Failure>> {
  throw new Error('not built');
}
