import { z } from 'zod';
import { id } from '../../shared/contract/primitives.ts';
import { PATIENT_TABS } from '../features/patient/patient-tabs.ts';

/** The ids in an address; an address with anything else in their place is not found. */
export const PatientParams = z.object({ patientId: id('patient') });
export const CaseParams = z.object({ caseId: id('case') });
export const LotParams = z.object({ lotId: id('lot') });
export const SessionParams = z.object({ sessionId: id('session') });
/** What of a patient is shown; anything else in the address is left aside. */
export const PatientSearch = z.object({
  tab: z.enum(PATIENT_TABS).optional().catch(undefined),
  session: id('session').optional().catch(undefined),
});
export const SessionNumberParams = z.object({ number: z.coerce.number().int().min(1).max(99) });
