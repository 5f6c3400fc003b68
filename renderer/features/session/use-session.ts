import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '../../../electron/api/router.ts';
import type { UsualDose } from '../../../shared/domain/dose/usual-dose.ts';
import type { SessionId } from '../../../shared/kernel/ids.ts';
import { useTRPC } from '../../api/trpc.ts';

type View = inferRouterOutputs<AppRouter>['sessions']['get'];

/** The session as the core knows it; read again whenever something changes anywhere. */
export function useSession(sessionId: SessionId) {
  const trpc = useTRPC();
  return useQuery(trpc.sessions.get.queryOptions({ sessionId }));
}

/** What the person who is signed in usually gives; none until the core has said so, for it looks at every volume itself. */
export function useUsualDoses(): readonly UsualDose[] {
  const trpc = useTRPC();
  return useQuery(trpc.doses.usual.queryOptions()).data ?? NONE;
}

const NONE: readonly UsualDose[] = [];

/** The writes of a session. Each answer goes into what is shown at once; nothing is shown before it. */
export function useSessionWrites(sessionId: SessionId) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const queryKey = trpc.sessions.get.queryKey({ sessionId });
  const show = (view: View) => {
    queryClient.setQueryData(queryKey, view);
  };
  const showInjection = (injection: View['injections'][number]) => {
    queryClient.setQueryData(queryKey, (view) => view && withInjection(view, injection));
    void queryClient.invalidateQueries({ queryKey });
  };
  const look = () => {
    void queryClient.invalidateQueries({ queryKey });
  };
  return {
    // Refused, something is not as the screen shows it: somebody else was first, or has paused.
    record: useMutation(trpc.sessions.record.mutationOptions({ onSuccess: showInjection, onError: look })),
    strikeOut: useMutation(trpc.sessions.strikeOut.mutationOptions({ onSuccess: showInjection })),
    setCap: useMutation(trpc.sessions.setCap.mutationOptions({ onSuccess: show })),
    openBox: useMutation(trpc.sessions.openBox.mutationOptions({ onSuccess: show })),
    recordReaction: useMutation(trpc.recording.recordReaction.mutationOptions({ onSuccess: show })),
    strikeOutReaction: useMutation(trpc.recording.strikeOutReaction.mutationOptions({ onSuccess: show })),
    pause: useMutation(trpc.recording.pause.mutationOptions({ onSuccess: show })),
    resume: useMutation(trpc.recording.resume.mutationOptions({ onSuccess: show })),
    leaveVeins: useMutation(trpc.recording.leaveVeins.mutationOptions({ onSuccess: show })),
    startWalk: useMutation(trpc.closing.startWalk.mutationOptions({ onSuccess: show })),
    endWalk: useMutation(trpc.closing.endWalk.mutationOptions({ onSuccess: show })),
    close: useMutation(trpc.sessions.close.mutationOptions({ onSuccess: show })),
    amend: useMutation(trpc.closing.amend.mutationOptions({ onSuccess: show })),
    sign: useMutation(trpc.sessions.sign.mutationOptions({ onSuccess: show })),
  };
}

export type SessionWrites = ReturnType<typeof useSessionWrites>;

function withInjection(view: View, injection: View['injections'][number]): View {
  const others = view.injections.filter(({ id }) => id !== injection.id);
  return { ...view, injections: [...others, injection].sort((a, b) => a.number - b.number) };
}
