import { SavePlan } from '../../../shared/contract/plan.ts';
import { readPlan, savePlan } from '../../services/plan.ts';
import { allowedTo, answer, router, signedIn } from '../trpc.ts';
import { ofCase } from './requests.ts';

export const planRouter = router({
  get: signedIn.input(ofCase).query(({ ctx, input }) => answer(readPlan(ctx.service, input.caseId))),
  save: allowedTo('plan/write')
    .input(SavePlan)
    .mutation(({ ctx, input }) => answer(savePlan(ctx.service, input))),
});
