import { IconAlertTriangle, IconCircleCheck, IconLoader2 } from '@tabler/icons-react';
import type { Instant } from '../../shared/kernel/time.ts';
import { savedText } from '../text/format.ts';
import styles from './saved-at.module.css';

interface SavedAtProps {
  /** When the database had it, from the core's answer; null: nothing saved yet. */
  readonly at: Instant | null;
  /** Something is on its way and not in the database yet. */
  readonly pending?: boolean;
  /** Why the last try did not get through. */
  readonly problem?: string | null;
}

/** Says "Saved" with the time only after the core has answered. */
export function SavedAt({ at, pending = false, problem = null }: SavedAtProps) {
  return (
    <span
      className={styles.saved}
      role="status"
      data-state={problem ? 'problem' : pending ? 'pending' : 'saved'}
    >
      {problem ? (
        <>
          <IconAlertTriangle size={16} aria-hidden /> Not saved: {problem}
        </>
      ) : pending ? (
        <>
          <IconLoader2 size={16} aria-hidden /> Not saved yet
        </>
      ) : at ? (
        <>
          <IconCircleCheck size={16} aria-hidden /> {savedText(at)}
        </>
      ) : null}
    </span>
  );
}
