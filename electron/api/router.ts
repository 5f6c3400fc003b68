import { z } from 'zod';
import { AddPerson, ChangePerson, FirstStart, ReadAudit, SignIn } from '../../shared/contract/clinic.ts';
import { MapHistoryOf } from '../../shared/contract/map-history.ts';
import { MapAt, SaveGesture } from '../../shared/contract/map.ts';
import {
  CorrectIdentity,
  CreatePatient,
  Measure,
  OpenCase,
  RecordConsent,
  SaveAssessment,
  SearchPatients,
  StateAllergies,
} from '../../shared/contract/patient.ts';
import { SavePlan } from '../../shared/contract/plan.ts';
import { id } from '../../shared/contract/primitives.ts';
import {
  ApproveProfile,
  ChooseProfile,
  CopyProfile,
  ProfileHistoryOf,
  SaveProfile,
} from '../../shared/contract/profiles.ts';
import { RecordReview } from '../../shared/contract/review.ts';
import {
  CloseSession,
  OpenBox,
  OpenSession,
  RecordInjection,
  RecordReaction,
  SetSessionCap,
  SessionsOfDay,
  SignSession,
  StrikeOutInjection,
} from '../../shared/contract/session.ts';
import { readAudit, verifyAudit } from '../services/audit.ts';
import { AddLot, AddProduct, CorrectStock, RecallLot } from '../../shared/contract/stock.ts';
import { openCase, readAssessment, recordConsent, saveAssessment } from '../services/cases.ts';
import { readStatus, setUpClinic } from '../services/clinic.ts';
import { readUsualDoses } from '../services/doses.ts';
import { readMapHistory } from '../services/map/read-map-history.ts';
import { readMap, saveGesture } from '../services/map.ts';
import {
  correctIdentity,
  createPatient,
  measure,
  readPatient,
  searchPatients,
  stateAllergies,
} from '../services/patients.ts';
import { addPerson, changePerson } from '../services/people.ts';
import { readPlan, savePlan } from '../services/plan.ts';
import {
  approveProfile,
  chooseProfile,
  copyProfile,
  readProfileHistory,
  readProfiles,
  saveProfile,
} from '../services/profiles.ts';
import { readReviews, recordReview } from '../services/reviews.ts';
import {
  closeSession,
  openBox,
  openSession,
  readSession,
  readToday,
  recordInjection,
  recordReaction,
  setSessionCap,
  signSession,
  strikeOutInjection,
} from '../services/sessions.ts';
import { addLot, addProduct, correctStock, readStock, recallLot } from '../services/stock.ts';
import { allowedTo, answer, publicProcedure, router, signedIn } from './trpc.ts';

const ofCase = z.strictObject({ caseId: id('case') });
const ofPatient = z.strictObject({ patientId: id('patient') });
const ofSession = z.strictObject({ sessionId: id('session') });

const clinic = router({
  status: publicProcedure.query(async ({ ctx }) => {
    const [newest] = await ctx.backups.list();
    return answer(readStatus(ctx.public, { isDemo: ctx.isDemo, lastBackupAt: newest?.madeAt ?? null }));
  }),
  setUp: publicProcedure
    .input(FirstStart)
    .mutation(({ ctx, input }) => answer(setUpClinic(ctx.public, input))),
  openDemo: publicProcedure.mutation(({ ctx }) => answer(ctx.switchClinic('demo'))),
  leaveDemo: publicProcedure.mutation(({ ctx }) => answer(ctx.switchClinic('own'))),
});

const auth = router({
  signIn: publicProcedure
    .input(SignIn)
    .mutation(({ ctx, input }) => answer(ctx.signIns.signIn(ctx.public, input))),
  signOut: signedIn.mutation(({ ctx }) => {
    if (ctx.token) ctx.signIns.signOut(ctx.token);
  }),
  me: signedIn.query(({ ctx }) => ctx.service.actor),
});

const people = router({
  add: allowedTo('people/manage')
    .input(AddPerson)
    .mutation(({ ctx, input }) => answer(addPerson(ctx.service, input))),
  change: allowedTo('people/manage')
    .input(ChangePerson)
    .mutation(({ ctx, input }) => answer(changePerson(ctx.service, input))),
});

const patients = router({
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

const cases = router({
  open: allowedTo('case/write')
    .input(OpenCase)
    .mutation(({ ctx, input }) => answer(openCase(ctx.service, input))),
  assessment: signedIn
    .input(ofCase)
    .query(({ ctx, input }) => answer(readAssessment(ctx.service, input.caseId))),
  saveAssessment: allowedTo('assessment/write')
    .input(SaveAssessment)
    .mutation(({ ctx, input }) => answer(saveAssessment(ctx.service, input))),
  recordConsent: allowedTo('consent/record')
    .input(RecordConsent)
    .mutation(({ ctx, input }) => answer(recordConsent(ctx.service, input))),
});

const map = router({
  get: signedIn.input(MapAt).query(({ ctx, input }) => answer(readMap(ctx.service, input))),
  history: signedIn.input(MapHistoryOf).query(({ ctx, input }) => answer(readMapHistory(ctx.service, input))),
  saveGesture: allowedTo('map/write')
    .input(SaveGesture)
    .mutation(({ ctx, input }) => answer(saveGesture(ctx.service, input))),
});

const plan = router({
  get: signedIn.input(ofCase).query(({ ctx, input }) => answer(readPlan(ctx.service, input.caseId))),
  save: allowedTo('plan/write')
    .input(SavePlan)
    .mutation(({ ctx, input }) => answer(savePlan(ctx.service, input))),
});

const doses = router({
  usual: signedIn.query(({ ctx }) => answer(readUsualDoses(ctx.service))),
});

const sessions = router({
  today: signedIn
    .input(SessionsOfDay)
    .query(({ ctx, input }) => answer(readToday(ctx.service, input.onDate))),
  get: signedIn.input(ofSession).query(({ ctx, input }) => answer(readSession(ctx.service, input.sessionId))),
  open: allowedTo('session/open')
    .input(OpenSession)
    .mutation(({ ctx, input }) => answer(openSession(ctx.service, input))),
  openBox: allowedTo('session/record')
    .input(OpenBox)
    .mutation(({ ctx, input }) => answer(openBox(ctx.service, input))),
  record: allowedTo('session/record')
    .input(RecordInjection)
    .mutation(({ ctx, input }) => answer(recordInjection(ctx.service, input))),
  setCap: allowedTo('session/record')
    .input(SetSessionCap)
    .mutation(({ ctx, input }) => answer(setSessionCap(ctx.service, input))),
  strikeOut: allowedTo('session/record')
    .input(StrikeOutInjection)
    .mutation(({ ctx, input }) => answer(strikeOutInjection(ctx.service, input))),
  recordReaction: allowedTo('session/record')
    .input(RecordReaction)
    .mutation(({ ctx, input }) => answer(recordReaction(ctx.service, input))),
  close: allowedTo('session/close')
    .input(CloseSession)
    .mutation(({ ctx, input }) => answer(closeSession(ctx.service, input))),
  sign: allowedTo('session/sign')
    .input(SignSession)
    .mutation(({ ctx, input }) => answer(signSession(ctx.service, input))),
});

const stock = router({
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
  recallLot: allowedTo('stock/write')
    .input(RecallLot)
    .mutation(({ ctx, input }) => answer(recallLot(ctx.service, input))),
});

const profiles = router({
  list: signedIn.query(({ ctx }) => answer(readProfiles(ctx.service))),
  history: signedIn
    .input(ProfileHistoryOf)
    .query(({ ctx, input }) => answer(readProfileHistory(ctx.service, input))),
  copy: allowedTo('profile/edit')
    .input(CopyProfile)
    .mutation(({ ctx, input }) => answer(copyProfile(ctx.service, input))),
  save: allowedTo('profile/edit')
    .input(SaveProfile)
    .mutation(({ ctx, input }) => answer(saveProfile(ctx.service, input))),
  choose: allowedTo('profile/choose')
    .input(ChooseProfile)
    .mutation(({ ctx, input }) => answer(chooseProfile(ctx.service, input))),
  approve: allowedTo('profile/approve')
    .input(ApproveProfile)
    .mutation(({ ctx, input }) => answer(approveProfile(ctx.service, input))),
});

const reviews = router({
  get: signedIn.input(ofCase).query(({ ctx, input }) => answer(readReviews(ctx.service, input.caseId))),
  record: allowedTo('review/write')
    .input(RecordReview)
    .mutation(({ ctx, input }) => answer(recordReview(ctx.service, input))),
});

const audit = router({
  read: allowedTo('audit/read')
    .input(ReadAudit)
    .query(({ ctx, input }) => answer(readAudit(ctx.service, input))),
  verify: allowedTo('audit/read').query(({ ctx }) => answer(verifyAudit(ctx.service))),
});

const backups = router({
  list: signedIn.query(({ ctx }) => ctx.backups.list()),
  make: allowedTo('backup/make').mutation(({ ctx }) => answer(ctx.backups.make())),
});

/** Everything that can be asked of the core. */
export const appRouter = router({
  clinic,
  auth,
  people,
  patients,
  cases,
  map,
  plan,
  doses,
  sessions,
  stock,
  profiles,
  reviews,
  audit,
  backups,
});
export type AppRouter = typeof appRouter;
