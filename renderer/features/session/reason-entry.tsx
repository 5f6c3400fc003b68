import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './dock.module.css';

interface ReasonEntryProps {
  readonly title: string;
  readonly source?: string;
  /** Another way than giving a reason. */
  readonly way?: ReactNode;
  readonly reasons: readonly string[];
  readonly reason: string;
  readonly reasonGiven: boolean;
  readonly onReason: (reason: string) => void;
  readonly onRecord: () => void;
  readonly button: ReactNode;
}

/** A reason is asked where the button is: one tap for the usual ones, words for any other. */
export function ReasonEntry(props: ReasonEntryProps) {
  const { title, source, way, reasons, reason, reasonGiven, onReason, onRecord, button } = props;
  return (
    <form
      className={styles.reason}
      onSubmit={(event) => {
        event.preventDefault();
        if (reasonGiven) onRecord();
      }}
    >
      <p className={styles.reasonTitle}>
        <IconAlertTriangle size={17} aria-hidden /> <strong>{title}</strong>{' '}
        {source ? <span>{source}. Why?</span> : null}
      </p>
      {way}
      <div className={styles.reasons}>
        {reasons.map((quick) => (
          <button
            key={quick}
            type="button"
            aria-pressed={reason === quick}
            data-enter-records
            onClick={() => {
              onReason(quick);
            }}
          >
            {quick}
          </button>
        ))}
        <input
          aria-label="Reason"
          placeholder="or another reason"
          maxLength={300}
          value={reason}
          onChange={(event) => {
            onReason(event.currentTarget.value);
          }}
        />
      </div>
      {button}
    </form>
  );
}
