import { IconUsers } from '@tabler/icons-react';
import type { SessionView } from '../../../shared/contract/session.ts';
import { alsoHere } from '../../../shared/domain/session/also-here.ts';
import type { PersonId } from '../../../shared/kernel/ids.ts';
import styles from './ledger-panel.module.css';
import { useNow } from './use-now.ts';

interface AlsoHereProps {
  readonly view: SessionView;
  readonly me: PersonId;
}

const EVERY_MS = 30_000;

/** Who else writes into this record just now. */
export function AlsoHere({ view, me }: AlsoHereProps) {
  const names = alsoHere(view, me, useNow(EVERY_MS)).map((id) => view.names[id] ?? 'unknown');
  if (names.length === 0) return null;
  const text = `also here: ${names.join(', ')}`;
  return (
    <span className={styles.also} title={text}>
      <IconUsers size={16} aria-hidden /> {text}
    </span>
  );
}
