import { useEffect } from 'react';
import type { ReactionKind } from '../../../shared/domain/session/reaction.ts';
import { useSignIn } from '../../api/sign-in-store.ts';
import { kindOfKey } from './reaction-keys.ts';

/** While the list of reactions is seen its letters choose a kind; what is typed into a field stays there. */
export function useReactionKeys(kinds: readonly ReactionKind[], onKind: (kind: ReactionKind) => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
      if (useSignIn.getState().phase !== 'signed-in' || isField(event.target)) return;
      const kind = kindOfKey(event.key, kinds);
      if (kind === null) return;
      event.preventDefault();
      onKind(kind);
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  });
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select');
}
