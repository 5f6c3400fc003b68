import type { ReactNode } from 'react';
import styles from './dock.module.css';

interface WayProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly detail: string;
  readonly onPress: () => void;
}

/** One way on, where the record button would be. */
export function Way({ icon, title, detail, onPress }: WayProps) {
  return (
    <button type="button" className={styles.way} onClick={onPress}>
      {icon}
      <span>
        <strong>{title}</strong>
        {detail}
      </span>
    </button>
  );
}
