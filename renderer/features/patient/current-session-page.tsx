import { useSuspenseQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import type { PlanView } from '../../../shared/contract/plan.ts';
import type { CaseId, PatientId } from '../../../shared/kernel/ids.ts';
import { useTRPC } from '../../api/trpc.ts';
import { patientText } from '../../text/patient-text.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useGo } from './use-go.ts';
import { usePatient } from './use-patient.ts';

interface CurrentSessionPageProps {
  readonly patientId: PatientId;
  readonly caseId: CaseId;
}

/** Leads to the session at hand: the one that is open or waits for a signature, else the next planned one. */
export function CurrentSessionPage({ patientId, caseId }: CurrentSessionPageProps) {
  const trpc = useTRPC();
  const go = useGo(patientId);
  const { cases } = usePatient(patientId);
  const plan = useSuspenseQuery(trpc.plan.get.queryOptions({ caseId })).data;
  const sessions = cases.find(({ id }) => id === caseId)?.sessions ?? [];
  const unfinished = sessions.find(({ state }) => state !== 'signed');
  if (unfinished)
    return (
      <Navigate
        to="/patients/$patientId/sessions/$sessionId"
        params={{ patientId, sessionId: unfinished.id }}
        replace
      />
    );
  const number = nextPlanned(plan);
  if (number !== null)
    return (
      <Navigate
        to="/patients/$patientId/cases/$caseId/sessions/new/$number"
        params={{ patientId, caseId, number }}
        replace
      />
    );
  return (
    <EmptyState
      title={patientText.nothingPlanned}
      action={
        <Button
          onClick={() => {
            go.toCase(caseId, 'plan');
          }}
        >
          {patientText.toPlan}
        </Button>
      }
    >
      {patientText.nothingPlannedHint}
    </EmptyState>
  );
}

/** The number of the next planned session that was not held; null if there is none. */
export function nextPlanned({ plan, held }: Pick<PlanView, 'plan' | 'held'>): number | null {
  const numbers = (plan?.sessions ?? [])
    .map(({ number }) => number)
    .filter((number) => !held.some((session) => session.number === number));
  return numbers.length > 0 ? Math.min(...numbers) : null;
}
