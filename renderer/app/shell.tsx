import { hashKey, useQuery, useQueryClient, type QueryClient, type QueryKey } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ClinicStatus, SignedIn, SignOut } from '../../shared/contract/clinic.ts';
import { signedIn, signedOut, takesOver, useSignIn } from '../api/sign-in-store.ts';
import { useTRPC, useTRPCClient } from '../api/trpc.ts';
import { dropAllDrafts } from '../features/assessment/assessment-drafts.ts';
import { dropAllReviewDrafts } from '../features/review/review-drafts.ts';
import { dropAllAmendmentDrafts } from '../features/session/amendment-drafts.ts';
import { useSaveGuard } from '../features/map/save-guard.ts';
import { dropMapSessions, keepUnsavedMaps } from '../features/map/save-sessions.ts';
import { dropAllProfileEdits } from '../features/settings/profile-editor/profile-edits.ts';
import { useProfileGuard } from '../features/settings/profile-editor/use-profile-guard.ts';
import { FirstStartScreen } from '../features/first-start/first-start-screen.tsx';
import { ChangePerson } from '../features/sign-in/change-person.tsx';
import { SignInScreen } from '../features/sign-in/sign-in-screen.tsx';
import { frameText } from '../text/frame-text.ts';
import { signInText } from '../text/sign-in-text.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNote } from '../ui/failure-note.tsx';
import { Loading } from '../ui/loading.tsx';
import { AutoLock } from './auto-lock.tsx';
import { Frame } from './frame.tsx';
import { lockScreen } from './lock-screen.ts';
import styles from './shell.module.css';
import { useDayOfClinic } from './use-day-of-clinic.ts';
import { useFocusAfterDialog } from './use-focus-after-dialog.ts';

/** What stands before every page: the clinic must be set up, and somebody signed in. */
export function Shell() {
  const trpc = useTRPC();
  const status = useQuery(trpc.clinic.status.queryOptions(undefined, { refetchInterval: 30_000 }));
  const queryClient = useQueryClient();
  useDayOfClinic(status.data?.today);
  useSaveGuard();
  useFocusAfterDialog();
  useProfileGuard();
  const onSwitched = useCallback(() => {
    signedOut();
    dropAllDrafts();
    dropAllReviewDrafts();
    dropAllAmendmentDrafts();
    dropAllProfileEdits();
    dropMapSessions();
    // Another clinic: nothing of the first may be shown in it.
    void queryClient.resetQueries();
  }, [queryClient]);
  if (status.data === undefined)
    return status.error ? (
      <Unreachable error={status.error} onRetry={() => void status.refetch()} />
    ) : (
      <Loading />
    );
  return status.data.state === 'first-start' ? (
    <FirstStartScreen onSwitched={onSwitched} />
  ) : (
    <Work clinic={status.data} onSwitched={onSwitched} />
  );
}

interface WorkProps {
  readonly clinic: ClinicStatus;
  readonly onSwitched: () => void;
}

function Work({ clinic, onSwitched }: WorkProps) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const state = useSignIn();
  // Another piece of work: nothing of the one before stays on the screen.
  const [work, setWork] = useState(0);
  const [isChanging, setChanging] = useState(false);
  const [news, setNews] = useState('');
  const opener = useRef<Element | null>(null);
  // Once the page can be reached again, the focus is where it was.
  useEffect(() => {
    if (!isChanging && opener.current instanceof HTMLElement) opener.current.focus();
  }, [isChanging]);
  const onLock = useCallback(
    (because: SignOut['because']) => {
      setChanging(false);
      lockScreen(client, because);
    },
    [client],
  );
  const onLockByHand = useCallback(() => {
    onLock('by-hand');
  }, [onLock]);
  const onUntouched = useCallback(() => {
    onLock('untouched');
  }, [onLock]);
  const onSignedIn = (next: SignedIn) => {
    if (takesOver(next.person)) {
      dropAllDrafts();
      dropAllReviewDrafts();
      dropAllAmendmentDrafts();
      dropAllProfileEdits();
      keepUnsavedMaps();
      forgetAllBut(queryClient, trpc.clinic.status.queryKey());
      setWork((before) => before + 1);
      void navigate({ to: '/today' });
    }
    signedIn(next);
    void queryClient.invalidateQueries();
  };
  // The page and what was typed stay; from here on all of it is done by the next person.
  const onTakenOver = (next: SignedIn) => {
    signedIn(next);
    setChanging(false);
    setNews(signInText.worksNow(next.person.name));
    void queryClient.invalidateQueries();
  };
  const locked = state.phase === 'locked';
  // Before the lock is painted: a PIN typed at once must not go to the field that had the focus.
  useLayoutEffect(() => {
    // Dialogs of the work stand in a place of their own; the lock covers them like the rest.
    const overlays = document.getElementById('overlays');
    if (overlays) overlays.hidden = locked;
    if (locked && document.activeElement instanceof HTMLElement) document.activeElement.blur();
  }, [locked]);
  return (
    <>
      {state.phase === 'signed-out' ? null : (
        <div className={styles.work} inert={locked || isChanging} data-locked={locked || undefined}>
          <Frame
            key={work}
            clinic={clinic}
            person={state.person}
            onLock={onLockByHand}
            onChangePerson={() => {
              opener.current = document.activeElement;
              setChanging(true);
            }}
          />
        </div>
      )}
      <div role="status" className="pp-hidden">
        {locked ? '' : news}
      </div>
      {state.phase === 'signed-in' && isChanging ? (
        <ChangePerson
          clinic={clinic}
          person={state.person}
          onSignedIn={onTakenOver}
          onClose={() => {
            setChanging(false);
          }}
        />
      ) : null}
      {state.phase === 'signed-in' ? (
        <AutoLock lockAfterMinutes={clinic.lockAfterMinutes} onLock={onUntouched} />
      ) : (
        <div className={styles.cover}>
          <SignInScreen
            clinic={clinic}
            lockedFor={locked ? state.person : null}
            onSignedIn={onSignedIn}
            onSwitched={onSwitched}
          />
        </div>
      )}
    </>
  );
}

/**
 * Drops what was read and sent for somebody else. The status of the clinic stays: this shell goes on listening to it, and
 * would not hear of another clinic any more.
 */
function forgetAllBut(queryClient: QueryClient, kept: QueryKey): void {
  queryClient.removeQueries({ predicate: ({ queryHash }) => queryHash !== hashKey(kept) });
  queryClient.getMutationCache().clear();
}

function Unreachable({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  return (
    <EmptyState
      title={frameText.unreachable}
      action={<Button onClick={onRetry}>{frameText.tryAgain}</Button>}
    >
      <ErrorNote error={error} />
    </EmptyState>
  );
}
