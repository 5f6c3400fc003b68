import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { usePerson } from '../../api/sign-in-store.ts';
import { useTRPC } from '../../api/trpc.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/failure-note.tsx';
import { Loading } from '../../ui/loading.tsx';
import { ReviewScreen } from './review-screen.tsx';

interface ReviewPageProps {
  readonly caseId: CaseId;
}

/** How the treated veins of a case have responded. */
export function ReviewPage({ caseId }: ReviewPageProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const review = useQuery(trpc.reviews.get.queryOptions({ caseId }));
  const clinic = useQuery(trpc.clinic.status.queryOptions());
  const person = usePerson();
  const queryKey = trpc.reviews.get.queryKey({ caseId });
  const record = useMutation(
    trpc.reviews.record.mutationOptions({
      onSuccess: (view) => {
        queryClient.setQueryData(queryKey, view);
      },
    }),
  );
  const error = review.error ?? clinic.error;
  if (!review.data || !clinic.data || !person) return error ? <ErrorNote error={error} /> : <Loading />;
  if (review.data.sessions.length === 0)
    return <EmptyState title="Nothing to review yet">Reviews follow the first session.</EmptyState>;
  return (
    <ReviewScreen
      key={caseId}
      caseId={caseId}
      view={review.data}
      today={clinic.data.today}
      person={person}
      record={record}
    />
  );
}
