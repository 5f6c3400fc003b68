import { AddRoom, ArrangeSession, ChangeRoom, FindLots } from '../../../shared/contract/day.ts';
import { findLots } from '../../services/find-lots.ts';
import { addRoom, arrangeSession, changeRoom, listRooms } from '../../services/rooms.ts';
import { allowedTo, answer, router, signedIn } from '../trpc.ts';

/** Where the sessions of a day are held and by whom, and what is looked for from Today. */
export const dayRouter = router({
  rooms: signedIn.query(({ ctx }) => answer(listRooms(ctx.service))),
  addRoom: allowedTo('rooms/manage')
    .input(AddRoom)
    .mutation(({ ctx, input }) => answer(addRoom(ctx.service, input))),
  changeRoom: allowedTo('rooms/manage')
    .input(ChangeRoom)
    .mutation(({ ctx, input }) => answer(changeRoom(ctx.service, input))),
  arrange: allowedTo('day/arrange')
    .input(ArrangeSession)
    .mutation(({ ctx, input }) => answer(arrangeSession(ctx.service, input))),
  findLots: signedIn.input(FindLots).query(({ ctx, input }) => answer(findLots(ctx.service, input))),
});
