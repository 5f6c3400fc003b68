import { MantineProvider } from '@mantine/core';
import { QueryClientProvider, useQueryClient } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, useEffect, useState } from 'react';
import { invalidate, listenToChanges } from '../api/changes.ts';
import { createClient, TRPCProvider, useTRPC } from '../api/trpc.ts';
import { createQueryClient } from './query-client.ts';
import { createAppRouter } from './router.tsx';
import { cssVariables, theme } from './theme.ts';

/** The whole renderer. `nonce` lets Mantine write its style elements under the content security policy. */
export function App({ nonce }: { readonly nonce: string }) {
  const [queryClient] = useState(createQueryClient);
  const [client] = useState(createClient);
  const [router] = useState(createAppRouter);
  return (
    <StrictMode>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        defaultColorScheme="auto"
        getStyleNonce={() => nonce}
      >
        <QueryClientProvider client={queryClient}>
          <TRPCProvider trpcClient={client} queryClient={queryClient}>
            <Changes />
            <RouterProvider router={router} />
          </TRPCProvider>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>
  );
}

/** Keeps what is on the screen in step with what others, or other windows, have saved. */
function Changes() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  useEffect(
    () =>
      listenToChanges(
        (change) => {
          invalidate(queryClient, trpc, change);
        },
        () => void queryClient.invalidateQueries(),
      ),
    [trpc, queryClient],
  );
  return null;
}
