import { useMutation, useQuery } from '@tanstack/react-query';
import { create } from 'zustand';
import type { SessionId } from '../../../shared/kernel/ids.ts';
import { useSendLast } from '../../api/use-send-last.ts';
import { useTRPC } from '../../api/trpc.ts';
import { readClosingDraft, type ClosingDraft } from './closing-draft.ts';

/** What is typed at closings, by session, as this window has it; the core keeps a copy for the next one. */
const useDrafts = create<Readonly<Record<SessionId, ClosingDraft>>>(() => ({}));

export interface ClosingDraftAtHand {
  /** Undefined until it is known whether something was kept. */
  readonly draft: ClosingDraft | undefined;
  readonly change: (part: Partial<ClosingDraft>) => void;
}

/** The draft of a closing. Every change is kept by the core at once, in memory alone: a window that is loaded anew goes on with it. */
export function useClosingDraft(sessionId: SessionId, isNeeded: boolean): ClosingDraftAtHand {
  const trpc = useTRPC();
  const kept = useQuery(
    trpc.closing.draft.queryOptions({ sessionId }, { enabled: isNeeded, staleTime: 0, gcTime: 0 }),
  );
  const mine = useDrafts((drafts) => drafts[sessionId]);
  const keep = useMutation(trpc.closing.keepDraft.mutationOptions());
  const draft =
    mine ?? (kept.data === undefined && !kept.isError ? undefined : readClosingDraft(kept.data ?? null));

  const send = useSendLast((next: ClosingDraft) =>
    keep.mutateAsync({ sessionId, content: JSON.stringify(next) }),
  );

  return {
    draft: isNeeded ? draft : undefined,
    change: (part) => {
      const before = useDrafts.getState()[sessionId] ?? draft;
      if (!before) return;
      const next = { ...before, ...part };
      useDrafts.setState({ [sessionId]: next });
      send(next);
    },
  };
}
