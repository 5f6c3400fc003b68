import { useEffect } from 'react';
import { useSignIn } from './sign-in-store.ts';

/** Calls `clear` as soon as the screen is locked or somebody else takes over: a PIN half typed is not kept for whoever comes. */
export function useClearOnLock(clear: () => void): void {
  useEffect(() => {
    const idOf = (state: ReturnType<typeof useSignIn.getState>) =>
      state.phase === 'signed-in' ? state.person.id : null;
    return useSignIn.subscribe((state, before) => {
      if (idOf(state) !== idOf(before)) clear();
    });
  });
}
