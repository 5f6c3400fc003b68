import { ReadAudit } from '../../../shared/contract/clinic.ts';
import { readAudit, verifyAudit } from '../../services/audit.ts';
import { allowedTo, answer, router } from '../trpc.ts';

export const auditRouter = router({
  read: allowedTo('audit/read')
    .input(ReadAudit)
    .query(({ ctx, input }) => answer(readAudit(ctx.service, input))),
  verify: allowedTo('audit/read').query(({ ctx }) => answer(verifyAudit(ctx.service))),
});
