import { createTRPCClient, httpLink } from '@trpc/client';
import { createTRPCContext } from '@trpc/tanstack-react-query';
import type { AppRouter } from '../../electron/api/router.ts';
import { bridgeFetch } from './desktop-bridge.ts';
import { tokenWhenUnlocked } from './sign-in-store.ts';

/** `useTRPC()` in a screen gives the options for `useQuery` and `useMutation`. */
export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();
export type Trpc = ReturnType<typeof useTRPC>;

/** What somebody who is not signed in, or is unlocking, may ask; it never waits for the lock. */
const OPEN_TO_ALL = ['clinic.status', 'clinic.setUp', 'clinic.openDemo', 'clinic.leaveDemo', 'auth.signIn'];

/** The client of the core: over the desktop bridge where there is one, else over HTTP to the host that served the page. */
export function createClient() {
  const bridge = window.phleboplan;
  return createTRPCClient<AppRouter>({
    links: [
      httpLink({
        url: '/api/trpc',
        fetch: bridge ? bridgeFetch(bridge) : (input, init) => window.fetch(input, init),
        headers: async ({ op }) => {
          if (OPEN_TO_ALL.includes(op.path)) return {};
          const token = tokenIn(op.context) ?? (await tokenWhenUnlocked());
          return token === null ? {} : { authorization: `Bearer ${token}` };
        },
      }),
    ],
  });
}

/** Signing out names the token itself: by then the window has let go of it. */
function tokenIn(context: Readonly<Record<string, unknown>>): string | null {
  return typeof context['token'] === 'string' ? context['token'] : null;
}
