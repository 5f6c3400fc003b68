/** A value with what came before and after it, for undo and redo. */
export interface History<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
}

/** A history that begins here. */
export function historyOf<T>(present: T): History<T> {
  return { past: [], present, future: [] };
}

/** One more step; what had been undone is gone. A step that changes nothing is none. */
export function stepped<T>(history: History<T>, next: T): History<T> {
  if (next === history.present) return history;
  return { past: [...history.past, history.present], present: next, future: [] };
}

/** One step back; the same history when there is none. */
export function undone<T>(history: History<T>): History<T> {
  if (history.past.length === 0) return history;
  return {
    past: history.past.slice(0, -1),
    present: history.past.at(-1) ?? history.present,
    future: [history.present, ...history.future],
  };
}

/** One step forward again; the same history when there is none. */
export function redone<T>(history: History<T>): History<T> {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.present], present: next, future };
}
