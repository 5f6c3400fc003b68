import { KeepAmendmentDraft } from '../../../shared/contract/amendment-draft.ts';
import { AmendSession, EndWalk, KeepClosingDraft, StartWalk } from '../../../shared/contract/closing.ts';
import {
  amendSession,
  endWalk,
  keepAmendmentDraft,
  keepClosingDraft,
  readAmendmentDraft,
  readClosingDraft,
  startWalk,
} from '../../services/sessions.ts';
import { allowedTo, answer, router } from '../trpc.ts';
import { ofSession } from './requests.ts';

export const closingRouter = router({
  draft: allowedTo('session/close')
    .input(ofSession)
    .query(({ ctx, input }) => answer(readClosingDraft(ctx.service, input.sessionId))),
  keepDraft: allowedTo('session/close')
    .input(KeepClosingDraft)
    .mutation(({ ctx, input }) => answer(keepClosingDraft(ctx.service, input))),
  startWalk: allowedTo('session/close')
    .input(StartWalk)
    .mutation(({ ctx, input }) => answer(startWalk(ctx.service, input))),
  endWalk: allowedTo('session/close')
    .input(EndWalk)
    .mutation(({ ctx, input }) => answer(endWalk(ctx.service, input))),
  amendmentDraft: allowedTo('session/amend')
    .input(ofSession)
    .query(({ ctx, input }) => answer(readAmendmentDraft(ctx.service, input.sessionId))),
  keepAmendmentDraft: allowedTo('session/amend')
    .input(KeepAmendmentDraft)
    .mutation(({ ctx, input }) => answer(keepAmendmentDraft(ctx.service, input))),
  amend: allowedTo('session/amend')
    .input(AmendSession)
    .mutation(({ ctx, input }) => answer(amendSession(ctx.service, input))),
});
