import { readCasePlans } from '../../services/case-plans.ts';
import { readPatientDoses } from '../../services/patient-doses.ts';
import { readPatientEvents } from '../../services/patient-history.ts';
import { answer, router, signedIn } from '../trpc.ts';
import { ofCase, ofPatient } from './requests.ts';

export const historyRouter = router({
  events: signedIn
    .input(ofPatient)
    .query(({ ctx, input }) => answer(readPatientEvents(ctx.service, input.patientId))),
  doses: signedIn
    .input(ofPatient)
    .query(({ ctx, input }) => answer(readPatientDoses(ctx.service, input.patientId))),
  plans: signedIn.input(ofCase).query(({ ctx, input }) => answer(readCasePlans(ctx.service, input.caseId))),
});
