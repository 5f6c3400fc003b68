import { IconSettings, IconSlice, IconStethoscope, IconVaccine } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Person, Role } from '../../../shared/domain/staff/roles.ts';
import type { PersonId } from '../../../shared/kernel/ids.ts';
import { roleText } from '../../text/role-text.ts';
import styles from './person-tiles.module.css';

interface PersonTilesProps {
  readonly people: readonly Person[];
  readonly chosenId: PersonId | null;
  readonly onChoose: (id: PersonId) => void;
}

/** The people of the clinic, one tile each. */
export function PersonTiles({ people, chosenId, onChoose }: PersonTilesProps) {
  return (
    <div className={styles.tiles} role="group" aria-label="People">
      {people.map((person) => (
        <button
          key={person.id}
          type="button"
          className={styles.tile}
          aria-pressed={person.id === chosenId}
          data-pin-tile
          onClick={() => {
            onChoose(person.id);
          }}
        >
          <span className={styles.initials} aria-hidden="true">
            {initialsOf(person.name)}
          </span>
          <span className={styles.words}>
            <strong>{person.name}</strong>
            <span className={styles.roles}>
              {signOf(person.roles[0])}
              {person.roles.map(roleText).join(', ')}
            </span>
          </span>
        </button>
      ))}
    </div>
  );
}

/** `IO` of `Dr Ines Okafor`: first and last name, without the title. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => !/^(dr|prof|mr|mrs|ms)\.?$/i.test(word));
  return [words[0], words.length > 1 ? words.at(-1) : '']
    .map((word) => word?.slice(0, 1).toLocaleUpperCase('en') ?? '')
    .join('');
}

function signOf(role: Role | undefined): ReactNode {
  switch (role) {
    case 'surgeon':
      return <IconSlice size={16} aria-hidden />;
    case 'nurse':
      return <IconVaccine size={16} aria-hidden />;
    case 'clinician':
      return <IconStethoscope size={16} aria-hidden />;
    default:
      return <IconSettings size={16} aria-hidden />;
  }
}
