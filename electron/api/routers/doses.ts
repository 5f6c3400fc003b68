import { readUsualDoses } from '../../services/doses.ts';
import { answer, router, signedIn } from '../trpc.ts';

export const dosesRouter = router({
  usual: signedIn.query(({ ctx }) => answer(readUsualDoses(ctx.service))),
});
