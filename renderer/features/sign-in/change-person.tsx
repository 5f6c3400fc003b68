import { IconX } from '@tabler/icons-react';
import { useId, useLayoutEffect, useRef, useState } from 'react';
import type { ClinicStatus, SignedIn } from '../../../shared/contract/clinic.ts';
import type { Person } from '../../../shared/domain/staff/roles.ts';
import { signInText } from '../../text/sign-in-text.ts';
import { Button } from '../../ui/button.tsx';
import { PersonTiles } from './person-tiles.tsx';
import { PinPanel } from './pin-panel.tsx';
import styles from './change-person.module.css';
import { useUnsaved } from './use-unsaved.ts';

interface ChangePersonProps {
  readonly clinic: ClinicStatus;
  /** Who works here now. */
  readonly person: Person;
  readonly onSignedIn: (signedIn: SignedIn) => void;
  readonly onClose: () => void;
}

/** Lets somebody else take over at this screen, over the page that is open: it stays as it is. */
export function ChangePerson({ clinic, person, onSignedIn, onClose }: ChangePersonProps) {
  const titleId = useId();
  const dialog = useRef<HTMLDivElement>(null);
  const others = clinic.people.filter(({ active, id }) => active && id !== person.id);
  const [chosenId, setChosenId] = useState(others.length === 1 ? (others[0]?.id ?? null) : null);
  const isUnsaved = useUnsaved(person);
  useLayoutEffect(() => {
    dialog.current?.focus();
  }, []);
  return (
    <div className={styles.ground}>
      <div
        ref={dialog}
        className={styles.dialog}
        role="dialog"
        aria-modal="true"
        aria-labelledby={titleId}
        tabIndex={-1}
      >
        <div className={styles.head}>
          <h2 id={titleId}>{signInText.changeTitle}</h2>
          <p>{signInText.changeHint(person.name)}</p>
          <Button label={signInText.closeChange} icon={<IconX size={20} aria-hidden />} onClick={onClose}>
            {null}
          </Button>
        </div>
        <div className={styles.body}>
          <div className={styles.people}>
            <PersonTiles people={others} chosenId={chosenId} onChoose={setChosenId} />
          </div>
          <PinPanel
            key={chosenId}
            person={others.find(({ id }) => id === chosenId) ?? null}
            purpose="take-over"
            blockedBecause={isUnsaved ? signInText.unsaved(person.name) : null}
            onSignedIn={onSignedIn}
            onLeave={onClose}
          />
        </div>
      </div>
    </div>
  );
}
