import { z } from 'zod';
import { id } from '../../shared/contract/primitives.ts';

/** The ids in an address; an address with anything else in their place is not found. */
export const PatientParams = z.object({ patientId: id('patient') });
export const CaseParams = z.object({ caseId: id('case') });
export const SessionParams = z.object({ sessionId: id('session') });
export const SessionNumberParams = z.object({ number: z.coerce.number().int().min(1).max(99) });
