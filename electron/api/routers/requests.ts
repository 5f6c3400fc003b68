import { z } from 'zod';
import { id } from '../../../shared/contract/primitives.ts';

/** Asks about one case, one patient, one session. */
export const ofCase = z.strictObject({ caseId: id('case') });
export const ofPatient = z.strictObject({ patientId: id('patient') });
export const ofSession = z.strictObject({ sessionId: id('session') });
