import { OpenCase, RecordConsent, SaveAssessment } from '../../../shared/contract/patient.ts';
import { openCase, readAssessment, recordConsent, saveAssessment } from '../../services/cases.ts';
import { allowedTo, answer, router, signedIn } from '../trpc.ts';
import { ofCase } from './requests.ts';

export const casesRouter = router({
  open: allowedTo('case/write')
    .input(OpenCase)
    .mutation(({ ctx, input }) => answer(openCase(ctx.service, input))),
  assessment: signedIn
    .input(ofCase)
    .query(({ ctx, input }) => answer(readAssessment(ctx.service, input.caseId))),
  saveAssessment: allowedTo('assessment/write')
    .input(SaveAssessment)
    .mutation(({ ctx, input }) => answer(saveAssessment(ctx.service, input))),
  recordConsent: allowedTo('consent/record')
    .input(RecordConsent)
    .mutation(({ ctx, input }) => answer(recordConsent(ctx.service, input))),
});
