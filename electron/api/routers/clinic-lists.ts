import { z } from 'zod';
import { ReadOverrides } from '../../../shared/contract/overrides.ts';
import { id } from '../../../shared/contract/primitives.ts';
import { NoteTold } from '../../../shared/contract/recall.ts';
import { readOverrides } from '../../services/overrides/read-overrides.ts';
import { noteTold, readLotsUsed, readRecallOf } from '../../services/recall.ts';
import { allowedTo, answer, router, signedIn } from '../trpc.ts';

const ofLot = z.strictObject({ lotId: id('lot') });

/** Lists over all patients: who got a lot, and what was overridden in a month. */
export const clinicListsRouter = router({
  lots: signedIn.query(({ ctx }) => answer(readLotsUsed(ctx.service))),
  recall: signedIn.input(ofLot).query(({ ctx, input }) => answer(readRecallOf(ctx.service, input.lotId))),
  noteTold: allowedTo('recall/note')
    .input(NoteTold)
    .mutation(({ ctx, input }) => answer(noteTold(ctx.service, input))),
  overrides: allowedTo('override/read')
    .input(ReadOverrides)
    .query(({ ctx, input }) => answer(readOverrides(ctx.service, input))),
});
