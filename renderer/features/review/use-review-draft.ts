import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { ReviewDraft } from '../../../shared/contract/review-draft.ts';
import { idOf, type CaseId } from '../../../shared/kernel/ids.ts';
import { useTRPC } from '../../api/trpc.ts';
import { emptyDraft } from './review-draft.ts';
import { dropReviewDraft, keepReviewDraft, useReviewDrafts } from './review-drafts.ts';

interface DraftOfReview {
  /** Null while it is being asked for. */
  readonly draft: ReviewDraft | null;
  /** Whether anything has been filled in since the last save. */
  readonly isBegun: boolean;
  readonly change: (draft: ReviewDraft) => void;
  /** Lets go of it, saved or not wanted any more. */
  readonly drop: (draft: ReviewDraft) => void;
}

/** The review of a case as it is filled in here; without one, what the core has kept of it. */
export function useReviewDraft(caseId: CaseId, mayWrite: boolean): DraftOfReview {
  const trpc = useTRPC();
  const held = useReviewDrafts((drafts) => drafts[caseId]);
  const kept = useQuery(
    trpc.reviews.draft.queryOptions({ caseId }, { staleTime: Infinity, gcTime: 0, enabled: mayWrite }),
  );
  const { mutate: tell, isPending } = useMutation(trpc.reviews.keepDraft.mutationOptions());
  const told = useRef<ReviewDraft | null>(null);
  const [fresh, setFresh] = useState(newDraft);
  // At once; what changes while the core is being told goes out together after that.
  useEffect(() => {
    if (!held || held === told.current || isPending) return;
    told.current = held;
    tell({ caseId, draft: held });
  }, [held, isPending, caseId, tell]);
  useEffect(() => {
    if (kept.data && !useReviewDrafts.getState()[caseId]) keepReviewDraft(caseId, kept.data);
  }, [kept.data, caseId]);
  const isKnown = !mayWrite || kept.isSuccess || kept.isError;
  return {
    draft: held ?? (isKnown && !kept.data ? fresh : null),
    isBegun: held !== undefined,
    change: (draft) => {
      keepReviewDraft(caseId, draft);
    },
    drop: (draft) => {
      dropReviewDraft(caseId, draft);
      setFresh(newDraft());
      tell({ caseId, draft: null });
    },
  };
}

function newDraft(): ReviewDraft {
  return emptyDraft(idOf<'review'>(crypto.randomUUID()));
}
