import { allowedTo, answer, router, signedIn } from '../trpc.ts';

export const backupsRouter = router({
  list: signedIn.query(({ ctx }) => ctx.backups.list()),
  make: allowedTo('backup/make').mutation(({ ctx }) => answer(ctx.backups.make())),
});
