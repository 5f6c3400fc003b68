import {
  ApproveProfile,
  ChooseProfile,
  CopyProfile,
  ProfileHistoryOf,
  SaveProfile,
} from '../../../shared/contract/profiles.ts';
import {
  approveProfile,
  chooseProfile,
  copyProfile,
  readProfileHistory,
  readProfiles,
  saveProfile,
} from '../../services/profiles.ts';
import { allowedTo, answer, router, signedIn } from '../trpc.ts';

export const profilesRouter = router({
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
