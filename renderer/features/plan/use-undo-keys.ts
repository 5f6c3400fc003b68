import { useEffect } from 'react';
import { useSignIn } from '../../api/sign-in-store.ts';

/** Ctrl+Z takes back, Ctrl+Shift+Z and Ctrl+Y bring again; not while somebody types. */
export function useUndoKeys(isEnabled: boolean, undo: () => void, redo: () => void): void {
  useEffect(() => {
    if (!isEnabled) return undefined;
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      if (useSignIn.getState().phase !== 'signed-in' || isTyping(event.target)) return;
      const key = event.key.toLowerCase();
      const act = key === 'y' || (key === 'z' && event.shiftKey) ? redo : key === 'z' ? undo : null;
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, [isEnabled, undo, redo]);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}
