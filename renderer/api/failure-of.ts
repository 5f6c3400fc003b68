import { TRPCClientError } from '@trpc/client';
import type { AppRouter } from '../../electron/api/router.ts';
import type { Failure } from '../../shared/contract/failure.ts';

/** A failure of the core, or that it could not be reached, so that nothing is known about what became of the request. */
export type ShownFailure = Failure | { readonly code: 'unreachable' };

/** What went wrong, of anything that a query or mutation can reject with. Bugs of the page count as `internal`. */
export function failureOf(error: unknown): ShownFailure {
  if (!isAnswer(error)) return { code: 'internal' };
  return error.data?.failure ?? { code: 'unreachable' };
}

/** The client throws nothing else of this class, whichever router it talks to. */
function isAnswer(error: unknown): error is TRPCClientError<AppRouter> {
  return error instanceof TRPCClientError;
}
