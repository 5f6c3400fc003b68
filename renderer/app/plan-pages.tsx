import { useParams } from '@tanstack/react-router';
import { PlanPage } from '../features/plan/plan-page.tsx';

export function PlanRoutePage() {
  const { patientId, caseId } = useParams({ from: '/patients/$patientId/cases/$caseId/plan' });
  return <PlanPage key={caseId} patientId={patientId} caseId={caseId} />;
}
