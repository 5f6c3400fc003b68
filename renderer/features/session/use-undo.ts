import type { SessionView } from '../../../shared/contract/session.ts';
import { undoable } from '../../../shared/domain/session/undo.ts';
import type { PersonId } from '../../../shared/kernel/ids.ts';
import { instantOf } from '../../../shared/kernel/time.ts';
import { UNDONE_AT_ONCE } from '../../text/session-text.ts';
import type { SessionWrites } from './use-session.ts';

/** Taking the newest injection back with one press. */
export interface Undo {
  readonly me: PersonId;
  readonly isBusy: boolean;
  /** Strikes it out with the reason that says so, if it is still time; else nothing happens. */
  take(): void;
}

/** Takes the newest injection back while that takes one press. The ledger shows for how long. */
export function useUndo(
  { injections }: Pick<SessionView, 'injections'>,
  strikeOut: SessionWrites['strikeOut'],
  me: PersonId,
): Undo {
  return {
    me,
    isBusy: strikeOut.isPending,
    take: () => {
      const injection = undoable(injections, me, instantOf(Date.now()));
      if (!injection || strikeOut.isPending) return;
      strikeOut.mutate({ injectionId: injection.id, reason: UNDONE_AT_ONCE });
    },
  };
}
