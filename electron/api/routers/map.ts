import { MapHistoryOf } from '../../../shared/contract/map-history.ts';
import { MapAt, SaveGesture } from '../../../shared/contract/map.ts';
import { readMap, saveGesture } from '../../services/map.ts';
import { readMapHistory } from '../../services/map/read-map-history.ts';
import { allowedTo, answer, router, signedIn } from '../trpc.ts';

export const mapRouter = router({
  get: signedIn.input(MapAt).query(({ ctx, input }) => answer(readMap(ctx.service, input))),
  history: signedIn.input(MapHistoryOf).query(({ ctx, input }) => answer(readMapHistory(ctx.service, input))),
  saveGesture: allowedTo('map/write')
    .input(SaveGesture)
    .mutation(({ ctx, input }) => answer(saveGesture(ctx.service, input))),
});
