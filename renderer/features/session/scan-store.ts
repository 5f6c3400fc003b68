import { create } from 'zustand';
import type { SessionId } from '../../../shared/kernel/ids.ts';
import { useSignIn, type SignInState } from '../../api/sign-in-store.ts';

interface WaitingScan {
  /** The session that it was made for. */
  readonly sessionId: SessionId;
  readonly typed: string;
  /** Which scan it is. */
  readonly count: number;
}

interface ScanState {
  /** Null: nothing waits to be looked at. */
  readonly scan: WaitingScan | null;
  /** How many there were; a scan that is made again is another. */
  readonly count: number;
}

/** The last box that was scanned for a session, until the dialog of the syringe has shown it. */
export const useScanned = create<ScanState>(() => ({ scan: null, count: 0 }));

/** Hands a scan on to the dialog of the syringe. */
export function putScan(sessionId: SessionId, typed: string): void {
  useScanned.setState((before) => {
    const count = before.count + 1;
    return { count, scan: { sessionId, typed, count } };
  });
}

/** Whether a scan waits for a session: then its dialog is to open with it. */
export function isScanWaiting(sessionId: SessionId): boolean {
  return useScanned.getState().scan?.sessionId === sessionId;
}

/** Forgets it. */
export function forgetScan(): void {
  useScanned.setState({ scan: null });
}

const personOf = (state: SignInState) => (state.phase === 'signed-out' ? null : state.person.id);

// Whoever takes over has not had that box in hand.
useSignIn.subscribe((now, before) => {
  if (personOf(now) !== personOf(before)) forgetScan();
});
