/** How long before the lock the warning shows. */
const WARN_SECONDS = 30;
/** From here on it is said once more. */
const LAST_CALL_SECONDS = 10;

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

/** The seconds that are read out: at the beginning of the warning and near its end, not each of them. */
export function secondsToSay(secondsLeft: number): number {
  return secondsLeft > LAST_CALL_SECONDS ? WARN_SECONDS : LAST_CALL_SECONDS;
}

/** Clocks of the machine in milliseconds: the one on the wall, which may be set, and one that may stand still in sleep. */
export interface Clocks {
  readonly wallMs: () => number;
  readonly runningMs: () => number;
}

/** Watches how long nobody has touched anything. */
export interface IdleWatch {
  state(): IdleState;
  /** Somebody touched something. Too late is too late: who wakes a machine that slept for an hour finds it locked. */
  touched(): IdleState;
}

/** Begins to watch. The longer of both clocks counts, so that neither sleep nor a clock that was set back keeps a screen open. */
export function watchIdle(lockAfterMinutes: number, { wallMs, runningMs }: Clocks): IdleWatch {
  let last = { wall: wallMs(), running: runningMs() };
  const state = () => idleState(Math.max(wallMs() - last.wall, runningMs() - last.running), lockAfterMinutes);
  return {
    state,
    touched: () => {
      const now = state();
      if (now.kind === 'lock') return now;
      last = { wall: wallMs(), running: runningMs() };
      return { kind: 'active' };
    },
  };
}
