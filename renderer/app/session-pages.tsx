import { useParams } from '@tanstack/react-router';
import { OpenSessionPage } from '../features/session/open-session-page.tsx';
import { SessionPage } from '../features/session/session-page.tsx';

export function SessionRoutePage() {
  const { patientId, sessionId } = useParams({ from: '/patients/$patientId/sessions/$sessionId' });
  return <SessionPage key={sessionId} patientId={patientId} sessionId={sessionId} />;
}

export function OpenSessionRoutePage() {
  const { patientId, caseId, number } = useParams({
    from: '/patients/$patientId/cases/$caseId/sessions/new/$number',
  });
  return (
    <OpenSessionPage
      key={`${caseId} ${String(number)}`}
      patientId={patientId}
      caseId={caseId}
      number={number}
    />
  );
}
