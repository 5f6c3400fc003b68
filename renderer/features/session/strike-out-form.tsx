import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { mlEnteredText } from '../../text/format.ts';
import { STRIKE_REASONS } from '../../text/session-text.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/failure-note.tsx';
import styles from './ledger-panel.module.css';
import type { LedgerRow } from './ledger-rows.ts';
import { isReason } from './recording-model.ts';
import type { SessionWrites } from './use-session.ts';

interface StrikeOutFormProps {
  readonly row: LedgerRow;
  readonly strikeOut: SessionWrites['strikeOut'];
  readonly onDone: () => void;
}

/** Stands in place of the row: why the injection does not count. */
export function StrikeOutForm({ row, strikeOut, onDone }: StrikeOutFormProps) {
  const [reason, setReason] = useState('');
  const { injection, label } = row;
  const what = `${String(injection.number)} · ${mlEnteredText(injection.dose.volumeUl)} in ${label}`;
  const strike = () => {
    strikeOut.mutate({ injectionId: injection.id, reason: reason.trim() }, { onSuccess: onDone });
  };
  return (
    <form
      className={styles.form}
      aria-label={`Strike out injection ${String(injection.number)}`}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReason(reason) && !strikeOut.isPending) strike();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone();
      }}
    >
      <p>
        <strong>Strike out {what}?</strong> It stays in the record, crossed out, with your reason.
      </p>
      <div className={styles.quick}>
        {STRIKE_REASONS.map((quick) => (
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
        <Button onClick={onDone}>Keep it</Button>
        <Button
          kind="danger"
          submit
          busy={strikeOut.isPending}
          disabledBecause={isReason(reason) ? null : 'Choose or write a reason'}
        >
          Strike out
        </Button>
      </div>
      <ErrorNote error={strikeOut.error} />
    </form>
  );
}
