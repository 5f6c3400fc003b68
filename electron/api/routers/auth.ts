import { SignIn } from '../../../shared/contract/clinic.ts';
import { answer, publicProcedure, router, signedIn } from '../trpc.ts';

export const authRouter = router({
  signIn: publicProcedure
    .input(SignIn)
    .mutation(({ ctx, input }) => answer(ctx.signIns.signIn(ctx.public, input))),
  signOut: signedIn.mutation(({ ctx }) => {
    if (ctx.token) ctx.signIns.signOut(ctx.token);
  }),
  me: signedIn.query(({ ctx }) => ctx.service.actor),
});
