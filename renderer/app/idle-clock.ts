/** How long before the lock the warning shows. */
const WARN_SECONDS = 30;

/** What the time since the last input means. */
export type IdleState =
  | { readonly kind: 'active' }
  | { readonly kind: 'warning'; readonly secondsLeft: number }
  | { readonly kind: 'lock' };

/** What to do after so long without input; 0 minutes: never lock. */
export function idleState(idleMs: number, lockAfterMinutes: number): IdleState {
  if (lockAfterMinutes <= 0) return { kind: 'active' };
  const secondsLeft = Math.ceil(lockAfterMinutes * 60 - idleMs / 1000);
  if (secondsLeft <= 0) return { kind: 'lock' };
  return secondsLeft <= WARN_SECONDS ? { kind: 'warning', secondsLeft } : { kind: 'active' };
}
