import { useState } from 'react';
import { parseAmount } from '../../../shared/domain/dose/amount-entry.ts';
import type { Limit } from '../../../shared/domain/dose/label-profile.ts';
import { capUnit } from '../../../shared/domain/dose/tighter-caps.ts';
import { quantityUnit } from '../../text/limit-text.ts';
import { CAP_WORDS } from '../../text/plan-text.ts';
import { amountFault } from '../../text/profile-text.ts';
import { capRangeText } from '../../text/session-text.ts';
import { Button } from '../../ui/button.tsx';
import { FieldError } from '../../ui/field-error.tsx';
import styles from './tighter-cap.module.css';

interface TighterCapProps {
  readonly limit: Limit;
  readonly sessionNumber: number;
  /** What the profile has for this patient. */
  readonly profileCap: number;
  /** Whether a surgeon has set one. */
  readonly isSet: boolean;
  /** In the unit of the limit; null: the profile's again. */
  readonly onCap: (amount: number | null) => void;
}

/** A surgeon's own cap for one planned session, never wider than the profile's. */
export function TighterCap({ limit, sessionNumber, profileCap, isSet, onCap }: TighterCapProps) {
  const [text, setText] = useState<string | null>(null);
  if (text === null)
    return (
      <div className={styles.line}>
        <Button
          size="small"
          onClick={() => {
            setText('');
          }}
        >
          {CAP_WORDS.open}
        </Button>
        {isSet ? (
          <Button
            size="small"
            onClick={() => {
              onCap(null);
            }}
          >
            {CAP_WORDS.lift}
          </Button>
        ) : null}
      </div>
    );
  const parsed = parseAmount(text, capUnit(limit, profileCap));
  const fault = parsed.ok || text === '' ? null : amountFault(parsed.error, capRangeText(limit, profileCap));
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!parsed.ok) return;
        onCap(parsed.value);
        setText(null);
      }}
      onKeyDown={({ key }) => {
        if (key === 'Escape') setText(null);
      }}
    >
      <label className={styles.field}>
        {CAP_WORDS.field(sessionNumber)}: {capRangeText(limit, profileCap)}
        <input
          autoFocus
          inputMode="decimal"
          autoComplete="off"
          value={text}
          placeholder={quantityUnit(limit.quantity)}
          aria-invalid={fault !== null}
          onChange={({ currentTarget }) => {
            setText(currentTarget.value);
          }}
        />
      </label>
      <FieldError>{fault}</FieldError>
      <div className={styles.line}>
        <Button size="small" kind="main" submit disabledBecause={parsed.ok ? null : CAP_WORDS.needsAmount}>
          {CAP_WORDS.set}
        </Button>
        <Button
          size="small"
          onClick={() => {
            setText(null);
          }}
        >
          Cancel
        </Button>
      </div>
    </form>
  );
}
