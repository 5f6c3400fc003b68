import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { mayDo, type Person } from '../../../shared/domain/staff/roles.ts';
import type { CaseId, PatientId } from '../../../shared/kernel/ids.ts';
import { usePerson } from '../../api/sign-in-store.ts';
import { useTRPC } from '../../api/trpc.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/failure-note.tsx';
import { Loading } from '../../ui/loading.tsx';
import { ReviewScreen } from './review-screen.tsx';
import { useReviewDraft } from './use-review-draft.ts';

interface ReviewPageProps {
  readonly patientId: PatientId;
  readonly caseId: CaseId;
}

/** How the treated veins of a case have responded. */
export function ReviewPage(props: ReviewPageProps) {
  const person = usePerson();
  return person ? <PageOf {...props} person={person} /> : <Loading />;
}

function PageOf({ patientId, caseId, person }: ReviewPageProps & { readonly person: Person }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const review = useQuery(trpc.reviews.get.queryOptions({ caseId }));
  const clinic = useQuery(trpc.clinic.status.queryOptions());
  const { draft, change, drop } = useReviewDraft(caseId, mayDo(person.roles, 'review/write'));
  const queryKey = trpc.reviews.get.queryKey({ caseId });
  const record = useMutation(
    trpc.reviews.record.mutationOptions({
      onSuccess: (view) => {
        queryClient.setQueryData(queryKey, view);
      },
    }),
  );
  const error = review.error ?? clinic.error;
  if (!review.data || !clinic.data || !draft) return error ? <ErrorNote error={error} /> : <Loading />;
  if (review.data.sessions.length === 0)
    return <EmptyState title="Nothing to review yet">Reviews follow the first session.</EmptyState>;
  return (
    <ReviewScreen
      key={caseId}
      patientId={patientId}
      caseId={caseId}
      view={review.data}
      today={clinic.data.today}
      person={person}
      draft={draft}
      onChange={change}
      onDrop={drop}
      record={record}
      onPlan={() =>
        void navigate({ to: '/patients/$patientId/cases/$caseId/plan', params: { patientId, caseId } })
      }
    />
  );
}
