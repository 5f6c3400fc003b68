import { useSuspenseQuery } from '@tanstack/react-query';
import type { PatientView } from '../../../shared/contract/patient.ts';
import type { PatientId } from '../../../shared/kernel/ids.ts';
import { useTRPC } from '../../api/trpc.ts';

/** The patient's page as read; the page waits for it. */
export function usePatient(patientId: PatientId): PatientView {
  const trpc = useTRPC();
  return useSuspenseQuery(trpc.patients.get.queryOptions({ patientId })).data;
}
