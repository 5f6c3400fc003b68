import { AddPerson, ChangePerson } from '../../../shared/contract/clinic.ts';
import { addPerson, changePerson, readPinUse } from '../../services/people.ts';
import { allowedTo, answer, router } from '../trpc.ts';

export const peopleRouter = router({
  pinUse: allowedTo('people/manage').query(({ ctx }) => answer(readPinUse(ctx.service))),
  add: allowedTo('people/manage')
    .input(AddPerson)
    .mutation(({ ctx, input }) => answer(addPerson(ctx.service, input))),
  change: allowedTo('people/manage')
    .input(ChangePerson)
    .mutation(({ ctx, input }) => answer(changePerson(ctx.service, input))),
});
