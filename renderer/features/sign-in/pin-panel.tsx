import { useMutation } from '@tanstack/react-query';
import { IconKeyboard } from '@tabler/icons-react';
import { useState } from 'react';
import type { SignedIn } from '../../../shared/contract/clinic.ts';
import type { Person } from '../../../shared/domain/staff/roles.ts';
import { failureOf, type ShownFailure } from '../../api/failure-of.ts';
import { useTRPC } from '../../api/trpc.ts';
import { signInText } from '../../text/sign-in-text.ts';
import { FailureNote } from '../../ui/failure-note.tsx';
import { PinPad } from '../../ui/pin-pad.tsx';
import styles from './sign-in-screen.module.css';
import { useCountdown } from './use-countdown.ts';

interface PinPanelProps {
  readonly person: Person | null;
  /** `take-over`: somebody else is signed in, whose place this person takes. */
  readonly purpose: 'sign-in' | 'unlock' | 'take-over';
  /** Why nobody can take over just now. */
  readonly blockedBecause?: string | null;
  readonly onSignedIn: (signedIn: SignedIn) => void;
  /** Escape, when no digit is typed. */
  readonly onLeave?: () => void;
}

/** Asks a person for the PIN; after a wrong one it says how long to wait. */
export function PinPanel({ person, purpose, blockedBecause = null, onSignedIn, onLeave }: PinPanelProps) {
  const trpc = useTRPC();
  const [pin, setPin] = useState('');
  const [secondsLeft, startWait] = useCountdown();
  const settled = {
    onSuccess: onSignedIn,
    onError: (error: unknown) => {
      setPin('');
      const failure = failureOf(error);
      if (failure.code === 'auth/wrong-pin' || failure.code === 'auth/wait') startWait(failure.waitSeconds);
    },
  };
  const signIn = useMutation(trpc.auth.signIn.mutationOptions(settled));
  const takeOver = useMutation(trpc.auth.changePerson.mutationOptions(settled));
  const asking = purpose === 'take-over' ? takeOver : signIn;
  const wait = secondsLeft > 0 ? signInText.wait(secondsLeft) : null;
  return (
    <aside className={styles.pin} aria-label="PIN">
      <p className={styles.pinOf}>{person ? signInText.pinOf : signInText.choose}</p>
      <p className={styles.pinName}>{person?.name ?? '–'}</p>
      <PinPad
        value={pin}
        onChange={(next) => {
          setPin(next);
          if (secondsLeft === 0 && next !== '') asking.reset();
        }}
        submitLabel={signInText.submit[purpose]}
        busy={asking.isPending}
        disabledBecause={person ? (wait ?? blockedBecause) : signInText.choose}
        onLeave={onLeave}
        onSubmit={() => {
          if (person) asking.mutate({ personId: person.id, pin });
        }}
      />
      <div className={styles.pinProblem}>
        {asking.error ? <FailureNote failure={afterWait(failureOf(asking.error), secondsLeft)} /> : null}
        {wait ? <p role="timer">{wait}</p> : null}
        {!wait && blockedBecause ? <p role="status">{blockedBecause}</p> : null}
      </div>
      <p className={styles.foot}>
        <IconKeyboard size={18} aria-hidden /> {signInText.numberKeys}
      </p>
    </aside>
  );
}

/** Once the wait is over the note says no more to wait. While it lasts, only the timer counts, so that it is not read out each second. */
function afterWait(failure: ShownFailure, secondsLeft: number): ShownFailure {
  const waits = failure.code === 'auth/wrong-pin' || failure.code === 'auth/wait';
  return waits && secondsLeft === 0 ? { ...failure, waitSeconds: 0 } : failure;
}
