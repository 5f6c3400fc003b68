import { SignIn, SignOut } from '../../../shared/contract/clinic.ts';
import { answer, publicProcedure, router, signedIn } from '../trpc.ts';

export const authRouter = router({
  signIn: publicProcedure
    .input(SignIn)
    .mutation(({ ctx, input }) => answer(ctx.signIns.signIn(ctx.public, input))),
  /** Somebody else goes on at the same screen. */
  changePerson: signedIn
    .input(SignIn)
    .mutation(({ ctx, input }) => answer(ctx.signIns.changePerson(ctx.service, ctx.service.token, input))),
  signOut: signedIn
    .input(SignOut)
    .mutation(({ ctx, input }) => ctx.signIns.signOut(ctx.service, ctx.service.token, input)),
  me: signedIn.query(({ ctx }) => ctx.service.actor),
});
