import { useEffect, useLayoutEffect, useRef } from 'react';
import { scannedKey } from './scanned-key.ts';

/** People are slower than this between two keys, hand scanners quicker. */
const MOST_MS_BETWEEN_KEYS = 50;
const LEAST_KEYS = 10;
/** They go down before the key that they change, and say nothing themselves. */
const MODIFIERS: ReadonlySet<string> = new Set(['Shift', 'Alt', 'AltGraph', 'Control']);
/** What the code of a pack begins with, as scanners type it: `01…`, `]d2`, `(01)`, `[)>`. No shortcut begins so. */
const BEGINS = /^[0\]([]/;

/** A run of keys, and the field they went into with what it held before. */
interface Run {
  typed: string;
  lastAt: number;
  field: HTMLInputElement | HTMLTextAreaElement | null;
  before: string;
}

/**
 * Listens for a hand scanner that types like a keyboard: ten or more keys in quick succession, then Enter. What it typed goes to
 * `onScan` and not into the field that had the focus, which gets back what it held.
 */
export function useScanner(onScan: (typed: string) => void): void {
  const latest = useRef(onScan);
  useEffect(() => {
    latest.current = onScan;
  });
  // As early as the shortcuts of the page around it are there, and before them: none may take what was scanned for its own.
  useLayoutEffect(() => {
    let run: Run | null = null;
    const onKeyDown = (event: KeyboardEvent) => {
      if (MODIFIERS.has(event.key)) return;
      const isRunning = run !== null && event.timeStamp - run.lastAt <= MOST_MS_BETWEEN_KEYS;
      if (event.key === 'Enter') {
        if (run && isRunning && run.typed.length >= LEAST_KEYS) {
          event.preventDefault();
          // No shortcut of the page may take the last key for its own.
          event.stopImmediatePropagation();
          giveBack(run);
          latest.current(run.typed);
        }
        run = null;
        return;
      }
      const typed = scannedKey(event, run && isRunning ? run.typed : '');
      if (typed === null) {
        run = null;
        return;
      }
      if (!run || !isRunning) run = begin(event);
      run.typed += typed;
      if (isRunning && run.field === null && BEGINS.test(run.typed)) {
        event.preventDefault();
        event.stopImmediatePropagation();
      }
      run.lastAt = event.timeStamp;
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => {
      window.removeEventListener('keydown', onKeyDown, { capture: true });
    };
  }, []);
}

function begin(event: KeyboardEvent): Run {
  const { target } = event;
  const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  return {
    typed: '',
    lastAt: event.timeStamp,
    field: isField ? target : null,
    before: isField ? target.value : '',
  };
}

/** Sets the value as if it had been typed, so that the form takes notice. */
function giveBack({ field, before }: Run): void {
  if (!field || field.value === before) return;
  const prototype =
    field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, before);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
