import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { PlanView } from '../../../shared/contract/plan.ts';
import { isProneToHypersensitivity } from '../../../shared/domain/patient/eligibility.ts';
import { mayDo, type Person } from '../../../shared/domain/staff/roles.ts';
import type { CaseId, PatientId } from '../../../shared/kernel/ids.ts';
import { err, ok } from '../../../shared/kernel/result.ts';
import { failureOf } from '../../api/failure-of.ts';
import { usePerson } from '../../api/sign-in-store.ts';
import { useTRPC } from '../../api/trpc.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/failure-note.tsx';
import { Loading } from '../../ui/loading.tsx';
import type { PlanFacts } from './plan-facts.ts';
import { createPlanEditor, type PlanEditor } from './plan-editor.ts';
import { PlanScreen } from './plan-screen.tsx';

interface PlanPageProps {
  readonly caseId: CaseId;
  readonly patientId: PatientId;
}

/** The plan of a case: sessions as columns, veins as cards. */
export function PlanPage({ caseId, patientId }: PlanPageProps) {
  const trpc = useTRPC();
  const plan = useQuery(trpc.plan.get.queryOptions({ caseId }));
  const map = useQuery(trpc.map.get.queryOptions({ caseId, onDate: null }));
  const patient = useQuery(trpc.patients.get.queryOptions({ patientId }));
  const assessment = useQuery(trpc.cases.assessment.queryOptions({ caseId }));
  const clinic = useQuery(trpc.clinic.status.queryOptions());
  const error = plan.error ?? map.error ?? patient.error ?? assessment.error ?? clinic.error;
  if (!plan.data || !map.data || !patient.data || !assessment.data || !clinic.data)
    return error ? <ErrorNote error={error} /> : <Loading />;
  if (map.data.veins.length === 0)
    return <EmptyState title="There is nothing to plan yet">Veins are drawn on the map first.</EmptyState>;
  const facts: PlanFacts = {
    view: plan.data,
    veins: map.data.veins,
    heightScale: map.data.heightScale,
    weightG: patient.data.patient.weight?.weightG ?? null,
    proneToHypersensitivity: isProneToHypersensitivity(
      patient.data.patient.allergies,
      assessment.data.assessment?.eligibility ?? [],
    ),
    treatedBefore: patient.data.cases.some((each) => each.sessions.length > 0),
    today: clinic.data.today,
    lastTreatedElsewhereOn:
      patient.data.cases
        .filter((each) => each.id !== caseId)
        .flatMap(({ sessions }) => sessions.map(({ onDate }) => onDate))
        .toSorted()
        .at(-1) ?? null,
  };
  return <EditedPlan key={caseId} {...{ caseId, patientId, facts }} people={clinic.data.people} />;
}

interface EditedPlanProps {
  readonly caseId: CaseId;
  readonly patientId: PatientId;
  readonly facts: PlanFacts;
  readonly people: readonly Pick<Person, 'id' | 'name'>[];
}

function EditedPlan({ caseId, patientId, facts, people }: EditedPlanProps) {
  const person = usePerson();
  const { editor, reload } = usePlanEditor(caseId, facts.view);
  const mayPlan = person !== null && mayDo(person.roles, 'plan/write');
  const nameOf = useCallback(
    (id: string) => people.find((each) => each.id === id)?.name ?? 'a surgeon',
    [people],
  );
  return <PlanScreen {...{ caseId, patientId, facts, nameOf, editor, mayPlan, onReload: reload }} />;
}

/** The editor of this case's plan, kept for as long as the page is open and following what others save. */
function usePlanEditor(caseId: CaseId, view: PlanView) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { mutateAsync } = useMutation(trpc.plan.save.mutationOptions());
  const queryKey = trpc.plan.get.queryKey({ caseId });
  const [editor] = useState<PlanEditor>(() =>
    createPlanEditor(view, async (draft, baseVersion) => {
      try {
        const saved = await mutateAsync({
          caseId,
          baseVersion,
          sessions: draft.sessions.map((session) => ({ ...session })),
          items: draft.items.map((item) => ({ ...item })),
        });
        queryClient.setQueryData(queryKey, saved);
        return ok(saved);
      } catch (error) {
        return err(failureOf(error));
      }
    }),
  );
  const [followed, setFollowed] = useState(view);
  if (followed !== view) {
    setFollowed(view);
    editor.takeOver(view);
  }
  const reload = async () => {
    const fresh = await queryClient.query({ ...trpc.plan.get.queryOptions({ caseId }), staleTime: 0 });
    editor.reload(fresh);
  };
  return { editor, reload };
}
