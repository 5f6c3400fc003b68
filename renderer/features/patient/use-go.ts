import { useNavigate } from '@tanstack/react-router';
import type { CaseId, PatientId, SessionId } from '../../../shared/kernel/ids.ts';

/** The ways from a patient to their pages. */
export function useGo(patientId: PatientId) {
  const navigate = useNavigate();
  return {
    toCase: (caseId: CaseId, page: 'assess' | 'map' | 'plan' | 'review') =>
      void navigate({ to: `/patients/$patientId/cases/$caseId/${page}`, params: { patientId, caseId } }),
    toSession: (sessionId: SessionId) =>
      void navigate({ to: '/patients/$patientId/sessions/$sessionId', params: { patientId, sessionId } }),
    toSessionMap: (session: SessionId) =>
      void navigate({
        to: '/patients/$patientId',
        params: { patientId },
        search: { tab: 'sessions', session },
        replace: true,
      }),
    toOpening: (caseId: CaseId, number: number) =>
      void navigate({
        to: '/patients/$patientId/cases/$caseId/sessions/new/$number',
        params: { patientId, caseId, number },
      }),
  };
}
