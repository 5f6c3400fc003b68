import { IconDatabase, IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import type { ClinicStatus, SignedIn } from '../../../shared/contract/clinic.ts';
import type { Person } from '../../../shared/domain/staff/roles.ts';
import { weekdayDateText, clockText } from '../../text/format.ts';
import { lastBackupText } from '../../text/backup-text.ts';
import { signInText } from '../../text/sign-in-text.ts';
import { DemoChip } from '../../ui/chip.tsx';
import { Logo } from '../../ui/logo.tsx';
import { DemoOffer } from './demo-offer.tsx';
import { PersonTiles } from './person-tiles.tsx';
import { PinPanel } from './pin-panel.tsx';
import styles from './sign-in-screen.module.css';
import { useUnsaved } from './use-unsaved.ts';

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
            <IconDatabase size={16} aria-hidden /> {lastBackupText(clinic)}
          </p>
        </div>
        <PinPanel
          key={chosenId}
          person={chosen}
          purpose={lockedFor && chosenId === lockedFor.id ? 'unlock' : 'sign-in'}
          onSignedIn={onSignedIn}
        />
      </main>
    </div>
  );
}

function Unsaved({ lockedFor }: { readonly lockedFor: Person | null }) {
  const isUnsaved = useUnsaved(lockedFor);
  return lockedFor && isUnsaved ? (
    <p className={styles.unsaved}>{signInText.unsaved(lockedFor.name)}</p>
  ) : null;
}
