import { ResponseStatisticsOf, ResponseVeinsOf } from '../../../shared/contract/statistics.ts';
import { listResponseVeins, readResponseStatistics } from '../../services/response-statistics.ts';
import { answer, router, signedIn } from '../trpc.ts';

export const statisticsRouter = router({
  response: signedIn
    .input(ResponseStatisticsOf)
    .query(({ ctx, input }) => answer(readResponseStatistics(ctx.service, input))),
  responseVeins: signedIn
    .input(ResponseVeinsOf)
    .query(({ ctx, input }) => answer(listResponseVeins(ctx.service, input))),
});
