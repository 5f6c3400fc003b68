import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { failureOf } from '../api/failure-of.ts';
import { lock } from '../api/sign-in-store.ts';

/** The core does not know this sign-in any more (it was restarted): the screen locks over the work, which is kept. */
function lockIfUnknown(error: unknown): void {
  if (failureOf(error).code === 'not-signed-in') lock();
}

export function createQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: lockIfUnknown }),
    mutationCache: new MutationCache({ onError: lockIfUnknown }),
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: (count, error) => failureOf(error).code === 'unreachable' && count < 2,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
