import { create } from 'zustand';
import { z } from 'zod';
import { idOf } from '../../shared/kernel/ids.ts';
import { ROLES, type Person } from '../../shared/domain/staff/roles.ts';
import type { SignedIn } from '../../shared/contract/clinic.ts';

/**
 * Who works at this screen. `locked`: somebody did, and their work is kept underneath; only they get back to it.
 */
export type SignInState =
  | { readonly phase: 'signed-out' }
  | { readonly phase: 'signed-in'; readonly token: string; readonly person: Person }
  | { readonly phase: 'locked'; readonly person: Person };

const KEY = 'phleboplan.sign-in';
const LAST_KEY = 'phleboplan.last-person';

const Kept = z.object({
  token: z.string().min(1),
  person: z.object({
    id: z.uuid().transform((text) => idOf<'person'>(text)),
    name: z.string(),
    roles: z.array(z.enum(ROLES)),
    active: z.boolean(),
  }),
});

/** The sign-in of this window; it survives a reload of the page, and nothing else. */
export const useSignIn = create<SignInState>(() => keptState());

export function signedIn({ token, person }: SignedIn): void {
  sessionStorage.setItem(KEY, JSON.stringify({ token, person }));
  sessionStorage.setItem(LAST_KEY, person.id);
  useSignIn.setState({ phase: 'signed-in', token, person }, true);
}

/** Whether the page at hand is the work of somebody else, also when it was loaded again behind the lock. */
export function takesOver(next: Person): boolean {
  const last = sessionStorage.getItem(LAST_KEY);
  return last !== null && last !== next.id;
}

/** Drops the token and keeps the person, so that the same one can come back to the work. */
export function lock(): void {
  const state = useSignIn.getState();
  if (state.phase !== 'signed-in') return;
  sessionStorage.removeItem(KEY);
  useSignIn.setState({ phase: 'locked', person: state.person }, true);
}

export function signedOut(): void {
  sessionStorage.removeItem(KEY);
  useSignIn.setState({ phase: 'signed-out' }, true);
}

/** The person signed in or behind the lock; null when nobody is. */
export function usePerson(): Person | null {
  return useSignIn((state) => (state.phase === 'signed-out' ? null : state.person));
}

/**
 * The token for a request. While the screen is locked it waits: what the same person had under way goes out when they
 * are back; when somebody else takes over it is null, and the request is refused rather than made in another name.
 */
export function tokenWhenUnlocked(): Promise<string | null> {
  const state = useSignIn.getState();
  if (state.phase !== 'locked') return Promise.resolve(state.phase === 'signed-in' ? state.token : null);
  const waiting = state.person.id;
  return new Promise((resolve) => {
    const stop = useSignIn.subscribe((next) => {
      if (next.phase === 'locked') return;
      stop();
      resolve(next.phase === 'signed-in' && next.person.id === waiting ? next.token : null);
    });
  });
}

function keptState(): SignInState {
  const kept = Kept.safeParse(parsedOrNull(sessionStorage.getItem(KEY)));
  return kept.success ? { phase: 'signed-in', ...kept.data } : { phase: 'signed-out' };
}

function parsedOrNull(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
