import { useIsMutating, useMutation } from '@tanstack/react-query';
import { IconDatabase, IconKeyboard, IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import type { ClinicStatus, SignedIn } from '../../../shared/contract/clinic.ts';
import type { Person } from '../../../shared/domain/staff/roles.ts';
import { failureOf, type ShownFailure } from '../../api/failure-of.ts';
import { useTRPC } from '../../api/trpc.ts';
import { weekdayDateText, clockText } from '../../text/format.ts';
import { signInText } from '../../text/sign-in-text.ts';
import { DemoChip } from '../../ui/chip.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { Logo } from '../../ui/logo.tsx';
import { PinPad } from '../../ui/pin-pad.tsx';
import { useHasUnsavedMap } from '../map/save-sessions.ts';
import { DemoOffer } from './demo-offer.tsx';
import { PersonTiles } from './person-tiles.tsx';
import styles from './sign-in-screen.module.css';
import { useCountdown } from './use-countdown.ts';

interface SignInScreenProps {
  readonly clinic: ClinicStatus;
  /** Whose work lies underneath; null: nobody's. */
  readonly lockedFor: Person | null;
  readonly onSignedIn: (signedIn: SignedIn) => void;
  /** After leaving for the demo clinic, or coming back from it. */
  readonly onSwitched: () => void;
}

/** People as tiles, and a pad for the PIN. */
export function SignInScreen({ clinic, lockedFor, onSignedIn, onSwitched }: SignInScreenProps) {
  const people = clinic.people.filter(({ active }) => active);
  const [chosenId, setChosenId] = useState(
    lockedFor?.id ?? (people.length === 1 ? people[0]?.id : undefined) ?? null,
  );
  const chosen = people.find(({ id }) => id === chosenId) ?? null;
  return (
    <div className={styles.screen}>
      <header className={styles.bar}>
        <Logo />
        <span className={styles.name}>Phleboplan</span>
        <span className={styles.end}>
          {clinic.isDemo ? <DemoChip /> : null}
          <span>
            {weekdayDateText(clinic.today)} {clinic.today.slice(0, 4)} · {clockText(clinic.now)}
          </span>
        </span>
      </header>
      <main className={styles.main}>
        <div className={styles.left}>
          <h1>{lockedFor ? signInText.locked : signInText.who}</h1>
          <p className={styles.sub}>
            {lockedFor ? signInText.lockedFor(lockedFor.name) : signInText.records(clinic.clinicName)}
          </p>
          <Unsaved lockedFor={lockedFor} />
          <PersonTiles people={people} chosenId={chosenId} onChoose={setChosenId} />
          <div className={styles.gap} />
          {lockedFor && !clinic.isDemo ? null : <DemoOffer isDemo={clinic.isDemo} onSwitched={onSwitched} />}
          <p className={styles.foot}>
            <IconLock size={16} aria-hidden /> {signInText.lockAfter(clinic.lockAfterMinutes)}
            <IconDatabase size={16} aria-hidden /> {signInText.backup(clinic.lastBackupAt)}
          </p>
        </div>
        <PinPanel
          key={chosenId}
          person={chosen}
          unlocks={chosenId === lockedFor?.id}
          onSignedIn={onSignedIn}
        />
      </main>
    </div>
  );
}

function Unsaved({ lockedFor }: { readonly lockedFor: Person | null }) {
  const underWay = useIsMutating();
  const others = useIsMutating({ mutationKey: [['auth', 'signIn']] });
  const unsavedMap = useHasUnsavedMap(lockedFor?.id ?? null);
  return lockedFor && (underWay > others || unsavedMap) ? (
    <p className={styles.unsaved}>{signInText.unsaved(lockedFor.name)}</p>
  ) : null;
}

interface PinPanelProps {
  readonly person: Person | null;
  readonly unlocks: boolean;
  readonly onSignedIn: (signedIn: SignedIn) => void;
}

function PinPanel({ person, unlocks, onSignedIn }: PinPanelProps) {
  const trpc = useTRPC();
  const [pin, setPin] = useState('');
  const [secondsLeft, startWait] = useCountdown();
  const signIn = useMutation(
    trpc.auth.signIn.mutationOptions({
      onSuccess: onSignedIn,
      onError: (error) => {
        setPin('');
        const failure = failureOf(error);
        if (failure.code === 'auth/wrong-pin' || failure.code === 'auth/wait') startWait(failure.waitSeconds);
      },
    }),
  );
  return (
    <aside className={styles.pin} aria-label="PIN">
      <p className={styles.pinOf}>{person ? signInText.pinOf : signInText.choose}</p>
      <p className={styles.pinName}>{person?.name ?? '–'}</p>
      <PinPad
        value={pin}
        onChange={(next) => {
          setPin(next);
          if (secondsLeft === 0 && next !== '') signIn.reset();
        }}
        submitLabel={unlocks ? signInText.unlock : signInText.signIn}
        busy={signIn.isPending}
        disabledBecause={person ? (secondsLeft > 0 ? signInText.wait(secondsLeft) : null) : signInText.choose}
        onSubmit={() => {
          if (person) signIn.mutate({ personId: person.id, pin });
        }}
      />
      <div className={styles.pinProblem}>
        {signIn.error ? <FailureNote failure={afterWait(failureOf(signIn.error), secondsLeft)} /> : null}
        {secondsLeft > 0 ? <p role="timer">{signInText.wait(secondsLeft)}</p> : null}
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
