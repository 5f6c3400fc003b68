import { AddLot, AddProduct, CorrectStock, LearnCode, RecallLot } from '../../../shared/contract/stock.ts';
import { addLot, addProduct, correctStock, learnCode, readStock, recallLot } from '../../services/stock.ts';
import { allowedTo, answer, router, signedIn } from '../trpc.ts';

export const stockRouter = router({
  get: signedIn.query(({ ctx }) => answer(readStock(ctx.service))),
  addProduct: allowedTo('stock/write')
    .input(AddProduct)
    .mutation(({ ctx, input }) => answer(addProduct(ctx.service, input))),
  correct: allowedTo('stock/write')
    .input(CorrectStock)
    .mutation(({ ctx, input }) => answer(correctStock(ctx.service, input))),
  addLot: allowedTo('stock/write')
    .input(AddLot)
    .mutation(({ ctx, input }) => answer(addLot(ctx.service, input))),
  learnCode: allowedTo('stock/write')
    .input(LearnCode)
    .mutation(({ ctx, input }) => answer(learnCode(ctx.service, input))),
  recallLot: allowedTo('stock/write')
    .input(RecallLot)
    .mutation(({ ctx, input }) => answer(recallLot(ctx.service, input))),
});
