import { useParams, useSearch } from '@tanstack/react-router';
import { AssessmentPage } from '../features/assessment/assessment-page.tsx';
import { CurrentSessionPage } from '../features/patient/current-session-page.tsx';
import { PatientPage } from '../features/patient/patient-page.tsx';

// The pages as the routes show them: each takes its ids from the address.

export function PatientRoutePage() {
  const { patientId } = useParams({ from: '/patients/$patientId/' });
  const { tab, session } = useSearch({ from: '/patients/$patientId/' });
  return <PatientPage patientId={patientId} tab={tab ?? 'overview'} sessionId={session ?? null} />;
}

export function AssessRoutePage() {
  const { patientId, caseId } = useParams({ from: '/patients/$patientId/cases/$caseId/assess' });
  return <AssessmentPage key={caseId} patientId={patientId} caseId={caseId} />;
}

export function CurrentSessionRoutePage() {
  const { patientId, caseId } = useParams({ from: '/patients/$patientId/cases/$caseId/session' });
  return <CurrentSessionPage patientId={patientId} caseId={caseId} />;
}
