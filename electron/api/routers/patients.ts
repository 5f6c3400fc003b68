import {
  CorrectIdentity,
  CreatePatient,
  Measure,
  SearchPatients,
  StateAllergies,
} from '../../../shared/contract/patient.ts';
import {
  correctIdentity,
  createPatient,
  measure,
  readPatient,
  searchPatients,
  stateAllergies,
} from '../../services/patients.ts';
import { allowedTo, answer, router, signedIn } from '../trpc.ts';
import { ofPatient } from './requests.ts';

export const patientsRouter = router({
  search: signedIn
    .input(SearchPatients)
    .query(({ ctx, input }) => answer(searchPatients(ctx.service, input))),
  get: signedIn.input(ofPatient).query(({ ctx, input }) => answer(readPatient(ctx.service, input.patientId))),
  create: allowedTo('patient/write')
    .input(CreatePatient)
    .mutation(({ ctx, input }) => answer(createPatient(ctx.service, input))),
  correctIdentity: allowedTo('patient/write')
    .input(CorrectIdentity)
    .mutation(({ ctx, input }) => answer(correctIdentity(ctx.service, input))),
  measure: allowedTo('patient/write')
    .input(Measure)
    .mutation(({ ctx, input }) => answer(measure(ctx.service, input))),
  stateAllergies: allowedTo('patient/write')
    .input(StateAllergies)
    .mutation(({ ctx, input }) => answer(stateAllergies(ctx.service, input))),
});
