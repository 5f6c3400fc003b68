import {
  LeaveVeins,
  PauseSession,
  RecordReaction,
  ResumeSession,
  StrikeOutReaction,
} from '../../../shared/contract/reactions.ts';
import {
  leaveVeins,
  pauseSession,
  recordReaction,
  resumeSession,
  strikeOutReaction,
} from '../../services/sessions.ts';
import { allowedTo, answer, router } from '../trpc.ts';

/** What happens in a session beside its injections. */
export const recordingRouter = router({
  recordReaction: allowedTo('session/record')
    .input(RecordReaction)
    .mutation(({ ctx, input }) => answer(recordReaction(ctx.service, input))),
  strikeOutReaction: allowedTo('session/record')
    .input(StrikeOutReaction)
    .mutation(({ ctx, input }) => answer(strikeOutReaction(ctx.service, input))),
  pause: allowedTo('session/record')
    .input(PauseSession)
    .mutation(({ ctx, input }) => answer(pauseSession(ctx.service, input))),
  resume: allowedTo('session/record')
    .input(ResumeSession)
    .mutation(({ ctx, input }) => answer(resumeSession(ctx.service, input))),
  leaveVeins: allowedTo('session/record')
    .input(LeaveVeins)
    .mutation(({ ctx, input }) => answer(leaveVeins(ctx.service, input))),
});
