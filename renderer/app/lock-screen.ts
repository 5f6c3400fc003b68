import type { TRPCClient } from '@trpc/client';
import type { AppRouter } from '../../electron/api/router.ts';
import type { SignOut } from '../../shared/contract/clinic.ts';
import { lock, useSignIn } from '../api/sign-in-store.ts';

/** Locks the screen over the work, and tells the core that this sign-in is over, and why. */
export function lockScreen(client: TRPCClient<AppRouter>, because: SignOut['because']): void {
  const state = useSignIn.getState();
  if (state.phase !== 'signed-in') return;
  lock();
  // The lock holds whether or not the core hears of it; its own record of the sign-in is lost at its next start anyway.
  client.auth.signOut.mutate({ because }, { context: { token: state.token } }).catch(() => undefined);
}
