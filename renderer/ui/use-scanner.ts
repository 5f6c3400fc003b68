import { useEffect, useLayoutEffect, useRef } from 'react';
import { goesOn, isEndedBy, isSecondEnd, type ScanRun } from './scan-run.ts';
import { scannedKey } from './scanned-key.ts';

/** They go down before the key that they change, and say nothing themselves. */
export const MODIFIERS: ReadonlySet<string> = new Set(['Shift', 'Alt', 'AltGraph', 'Control']);

/** The keys of a run, and the field they went into with what it held before. */
interface Run extends ScanRun {
  readonly begunAt: number;
  readonly field: HTMLInputElement | HTMLTextAreaElement | null;
  readonly before: string;
}

/**
 * Listens for a hand scanner that types like a keyboard: ten or more keys in quick succession, then Enter or Tab. What it typed
 * goes to `onScan` and not into the field that had the focus, which gets back what it held, nor, from its second key on, to the
 * shortcuts of the page. `begunAt` is the time stamp of its first key, which a shortcut may have taken.
 */
export function useScanner(onScan: (typed: string, begunAt: number) => void): void {
  const latest = useRef(onScan);
  useEffect(() => {
    latest.current = onScan;
  });
  // As early as the shortcuts of the page around it are there, and before them: none may take what was scanned for its own.
  useLayoutEffect(() => {
    let run: Run | null = null;
    let endedAt: number | null = null;
    const onKeyDown = (event: KeyboardEvent) => {
      if (MODIFIERS.has(event.key)) return;
      const { timeStamp } = event;
      const running = run !== null && goesOn(run, timeStamp) ? run : null;
      if (event.key === 'Enter' || event.key === 'Tab') {
        run = null;
        if (running && isEndedBy(running, event.key)) {
          endedAt = timeStamp;
          // No shortcut of the page may take the last key for its own.
          keepFromPage(event);
          giveBack(running);
          latest.current(running.typed, running.begunAt);
        } else if (isSecondEnd(endedAt, timeStamp)) keepFromPage(event);
        return;
      }
      const typed = scannedKey(event, running?.typed ?? '');
      if (typed === null) {
        run = null;
        return;
      }
      const next: Run = {
        ...(running ?? begin(event)),
        typed: (running?.typed ?? '') + typed,
        lastAt: timeStamp,
      };
      run = next;
      if (running && !next.isInField) keepFromPage(event);
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => {
      window.removeEventListener('keydown', onKeyDown, { capture: true });
    };
  }, []);
}

function keepFromPage(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

function begin({ target, timeStamp }: KeyboardEvent): Run {
  const isInField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  return {
    typed: '',
    begunAt: timeStamp,
    lastAt: timeStamp,
    isInField,
    field: isInField ? target : null,
    before: isInField ? target.value : '',
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
