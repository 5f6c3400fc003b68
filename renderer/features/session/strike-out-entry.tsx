import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/failure-note.tsx';
import styles from './ledger-panel.module.css';
import { isReason } from './is-reason.ts';

interface StrikeOutEntryProps {
  /** Names the form. */
  readonly label: string;
  readonly question: string;
  readonly reasons: readonly string[];
  readonly isBusy: boolean;
  readonly error: unknown;
  readonly onStrike: (reason: string) => void;
  readonly onKeep: () => void;
}

/** Why something recorded does not count: one tap for the usual reasons, words for any other. */
export function StrikeOutEntry(props: StrikeOutEntryProps) {
  const { label, question, reasons, isBusy, error, onStrike, onKeep } = props;
  const [reason, setReason] = useState('');
  return (
    <form
      className={styles.form}
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReason(reason) && !isBusy) onStrike(reason.trim());
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onKeep();
      }}
    >
      <p>
        <strong>{question}</strong> It stays in the record, crossed out, with your reason.
      </p>
      <div className={styles.quick}>
        {reasons.map((quick) => (
          <Button
            key={quick}
            pressed={reason === quick}
            onClick={() => {
              setReason(quick);
            }}
          >
            {quick}
          </Button>
        ))}
      </div>
      <div className={styles.formEnd}>
        <TextInput
          aria-label="Reason"
          placeholder="or another reason"
          value={reason}
          maxLength={300}
          autoFocus
          onChange={(event) => {
            setReason(event.currentTarget.value);
          }}
        />
        <Button onClick={onKeep}>Keep it</Button>
        <Button
          kind="danger"
          submit
          busy={isBusy}
          disabledBecause={isReason(reason) ? null : 'Choose or write a reason'}
        >
          Strike out
        </Button>
      </div>
      <ErrorNote error={error} />
    </form>
  );
}
