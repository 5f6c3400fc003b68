import {
  AddCourseEntry,
  ReadRegister,
  RecordComplication,
  StrikeOutComplication,
} from '../../../shared/contract/complications.ts';
import { readComplicationChoices } from '../../services/complications/read-choices.ts';
import { readRegister, readRegisterOf } from '../../services/complications/read-register.ts';
import { addCourseEntry, recordComplication } from '../../services/complications/record-complication.ts';
import { strikeOutComplication } from '../../services/complications/strike-out-complication.ts';
import { allowedTo, answer, router, signedIn } from '../trpc.ts';
import { ofPatient } from './requests.ts';

export const complicationsRouter = router({
  register: signedIn.input(ReadRegister).query(({ ctx, input }) => answer(readRegister(ctx.service, input))),
  ofPatient: signedIn
    .input(ofPatient)
    .query(({ ctx, input }) => answer(readRegisterOf(ctx.service, input.patientId))),
  choices: signedIn
    .input(ofPatient)
    .query(({ ctx, input }) => answer(readComplicationChoices(ctx.service, input.patientId))),
  record: allowedTo('complication/record')
    .input(RecordComplication)
    .mutation(({ ctx, input }) => answer(recordComplication(ctx.service, input))),
  addEntry: allowedTo('complication/record')
    .input(AddCourseEntry)
    .mutation(({ ctx, input }) => answer(addCourseEntry(ctx.service, input))),
  strikeOut: allowedTo('complication/record')
    .input(StrikeOutComplication)
    .mutation(({ ctx, input }) => answer(strikeOutComplication(ctx.service, input))),
});
