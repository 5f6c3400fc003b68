import { FirstStart, SetLock } from '../../../shared/contract/clinic.ts';
import { readStatus, setLock, setUpClinic } from '../../services/clinic.ts';
import { allowedTo, answer, publicProcedure, router } from '../trpc.ts';

export const clinicRouter = router({
  status: publicProcedure.query(async ({ ctx }) => {
    const [newest] = await ctx.backups.list();
    const backups = { lastBackupAt: newest?.madeAt ?? null, backupFailure: ctx.backups.failure() };
    return answer(readStatus(ctx.public, { isDemo: ctx.isDemo, ...backups }));
  }),
  setUp: publicProcedure
    .input(FirstStart)
    .mutation(({ ctx, input }) => answer(setUpClinic(ctx.public, input))),
  setLock: allowedTo('clinic/set')
    .input(SetLock)
    .mutation(({ ctx, input }) => answer(setLock(ctx.service, input))),
  openDemo: publicProcedure.mutation(({ ctx }) => answer(ctx.switchClinic('demo'))),
  leaveDemo: publicProcedure.mutation(({ ctx }) => answer(ctx.switchClinic('own'))),
});
