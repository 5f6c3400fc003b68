import { CloseSession } from '../../../shared/contract/closing.ts';
import {
  OpenBox,
  OpenSession,
  RecordInjection,
  SetSessionCap,
  SignSession,
  StrikeOutInjection,
} from '../../../shared/contract/session.ts';
import { SessionsOfDay } from '../../../shared/contract/today.ts';
import {
  closeSession,
  openBox,
  openSession,
  readNextSession,
  readSession,
  readToday,
  recordInjection,
  setSessionCap,
  signSession,
  strikeOutInjection,
} from '../../services/sessions.ts';
import { allowedTo, answer, router, signedIn } from '../trpc.ts';
import { ofCase, ofSession } from './requests.ts';

export const sessionsRouter = router({
  today: signedIn
    .input(SessionsOfDay)
    .query(({ ctx, input }) => answer(readToday(ctx.service, input.onDate))),
  get: signedIn.input(ofSession).query(({ ctx, input }) => answer(readSession(ctx.service, input.sessionId))),
  next: signedIn.input(ofCase).query(({ ctx, input }) => answer(readNextSession(ctx.service, input.caseId))),
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
  close: allowedTo('session/close')
    .input(CloseSession)
    .mutation(({ ctx, input }) => answer(closeSession(ctx.service, input))),
  sign: allowedTo('session/sign')
    .input(SignSession)
    .mutation(({ ctx, input }) => answer(signSession(ctx.service, input))),
});
