import { useMutation, useQuery } from '@tanstack/react-query';
import type { SessionId } from '../../../shared/kernel/ids.ts';
import { useSendLast } from '../../api/use-send-last.ts';
import { useTRPC } from '../../api/trpc.ts';
import { useAmendmentDrafts } from './amendment-drafts.ts';
import { readAmendment, type AmendmentForm } from './amendment-form.ts';

interface AmendmentAtHand {
  /** Null: nothing is being amended. Undefined until it is known whether something was kept. */
  readonly form: AmendmentForm | null | undefined;
  /** Null: lets go of it, signed or not wanted any more. */
  readonly change: (form: AmendmentForm | null) => void;
}

/** The amendment of a session that the person fills in. The core keeps every change at once, in memory alone: a window that is loaded anew goes on with it. */
export function useAmendmentDraft(sessionId: SessionId, isNeeded: boolean): AmendmentAtHand {
  const trpc = useTRPC();
  const kept = useQuery(
    trpc.closing.amendmentDraft.queryOptions({ sessionId }, { enabled: isNeeded, staleTime: 0, gcTime: 0 }),
  );
  const mine = useAmendmentDrafts((drafts) => drafts[sessionId]);
  const keep = useMutation(trpc.closing.keepAmendmentDraft.mutationOptions());
  const send = useSendLast((form: AmendmentForm | null) =>
    keep.mutateAsync({
      sessionId,
      draft: form && { amendmentId: form.amendmentId, content: JSON.stringify(form) },
    }),
  );
  const isKnown = kept.data !== undefined || kept.isError;
  const known = isKnown ? readAmendment(kept.data?.content ?? null) : undefined;
  return {
    form: isNeeded ? (mine === undefined ? known : mine) : null,
    change: (form) => {
      useAmendmentDrafts.setState({ [sessionId]: form });
      send(form);
    },
  };
}
