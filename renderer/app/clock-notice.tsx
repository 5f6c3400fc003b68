import { IconClockExclamation } from '@tabler/icons-react';
import type { ClockDoubt } from '../../shared/contract/clinic.ts';
import { clockDoubtText } from '../text/clock-text.ts';
import styles from './page-notice.module.css';

/** On every page: that the machine's clock was set, or is behind the records. */
export function ClockNotice({ doubt }: { readonly doubt: ClockDoubt | null }) {
  if (doubt === null) return null;
  return (
    <div className={styles.notice} role="status">
      <IconClockExclamation size={18} aria-hidden />
      <p>{clockDoubtText(doubt)}</p>
    </div>
  );
}
