import { FirstStart } from '../../../shared/contract/clinic.ts';
import { readStatus, setUpClinic } from '../../services/clinic.ts';
import { answer, publicProcedure, router } from '../trpc.ts';

export const clinicRouter = router({
  status: publicProcedure.query(async ({ ctx }) => {
    const [newest] = await ctx.backups.list();
    return answer(readStatus(ctx.public, { isDemo: ctx.isDemo, lastBackupAt: newest?.madeAt ?? null }));
  }),
  setUp: publicProcedure
    .input(FirstStart)
    .mutation(({ ctx, input }) => answer(setUpClinic(ctx.public, input))),
  openDemo: publicProcedure.mutation(({ ctx }) => answer(ctx.switchClinic('demo'))),
  leaveDemo: publicProcedure.mutation(({ ctx }) => answer(ctx.switchClinic('own'))),
});
