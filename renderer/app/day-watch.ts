/** So often the clock is looked at: it may have been set, and a machine that sleeps does not wake for a timer. */
const LOOK_EVERY_MS = 60_000;

/** Watches the day on the clock of this computer. */
export interface DayWatch {
  /** Looks at the clock now. */
  readonly look: () => void;
  readonly stop: () => void;
}

/** Begins to watch; `onTurn` whenever it is another day: at midnight, and within a minute of a clock that was set or a machine that woke. */
export function watchDay(onTurn: () => void): DayWatch {
  let day = new Date().toDateString();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    clearTimeout(timer);
    const now = new Date();
    timer = setTimeout(look, Math.min(LOOK_EVERY_MS, msToMidnight(now)));
    if (now.toDateString() === day) return;
    day = now.toDateString();
    onTurn();
  };
  look();
  return {
    look,
    stop: () => {
      clearTimeout(timer);
    },
  };
}

function msToMidnight(now: Date): number {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1).getTime() - now.getTime();
}
