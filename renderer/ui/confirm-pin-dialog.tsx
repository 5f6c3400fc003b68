import { Modal, PasswordInput, Select, Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { PersonId } from '../../shared/kernel/ids.ts';
import type { Person } from '../../shared/domain/staff/roles.ts';
import type { ShownFailure } from '../api/failure-of.ts';
import { useClearOnLock } from '../api/use-clear-on-lock.ts';
import { Button } from './button.tsx';
import styles from './confirm-pin-dialog.module.css';
import { FailureNote } from './failure-note.tsx';
import { PinKeys, withDigit } from './pin-keys.tsx';

/** Who confirmed, with what. The PIN is not kept. */
export interface PinConfirmation {
  readonly personId: PersonId;
  readonly pin: string;
  /** Empty where no reason was asked. */
  readonly reason: string;
}

interface ConfirmPinDialogProps {
  readonly title: string;
  /** What is being confirmed. */
  readonly children?: ReactNode;
  /** Who may confirm it: the surgeons, or the one who signs. */
  readonly people: readonly Person[];
  /** Asks for a reason under this label; null: none. */
  readonly reasonLabel: string | null;
  readonly confirmLabel: string;
  readonly busy: boolean;
  readonly failure: ShownFailure | null;
  readonly onConfirm: (confirmation: PinConfirmation) => void;
  readonly onClose: () => void;
}

/** Asks one of the people named for the PIN, and for a reason where there must be one. Render it only while it is open. */
export function ConfirmPinDialog(props: ConfirmPinDialogProps) {
  const { title, children, people, reasonLabel, confirmLabel, busy, failure, onConfirm, onClose } = props;
  const [personId, setPersonId] = useState<string | null>(
    people.length === 1 ? (people[0]?.id ?? null) : null,
  );
  const [pin, setPin] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const person = people.find(({ id }) => id === personId);
  const errors = {
    person: person ? null : 'Choose who confirms.',
    reason: reasonLabel === null || reason.trim().length >= 3 ? null : 'Write a few words.',
    pin: /^\d{4,8}$/.test(pin) ? null : 'Four to eight digits.',
  };
  const shown = (error: string | null) => (tried ? error : null);
  const confirm = () => {
    setTried(true);
    if (!person || errors.reason || errors.pin) return;
    onConfirm({ personId: person.id, pin, reason: reason.trim() });
    setPin('');
    setTried(false);
  };
  return (
    <Modal opened onClose={onClose} title={title} size={680} closeOnClickOutside={false} centered>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) confirm();
        }}
      >
        {children}
        <Select
          label="Who confirms"
          data={people.map(({ id, name }) => ({ value: id, label: name }))}
          value={personId}
          onChange={setPersonId}
          error={shown(errors.person)}
          allowDeselect={false}
        />
        {reasonLabel === null ? null : (
          <Textarea
            label={reasonLabel}
            value={reason}
            maxLength={300}
            autosize
            minRows={2}
            onChange={(event) => {
              setReason(event.currentTarget.value);
            }}
            error={shown(errors.reason)}
          />
        )}
        <div className={styles.pin}>
          <PinField
            label={person ? `PIN of ${person.name}` : 'PIN'}
            value={pin}
            onChange={setPin}
            error={shown(errors.pin)}
            hasKeys
            isFirst={people.length === 1 && reasonLabel === null}
          />
          <PinKeys
            besideField
            onDigit={(digit) => {
              setPin((typed) => withDigit(typed, digit));
            }}
            onClear={() => {
              setPin('');
            }}
            onDelete={() => {
              setPin((typed) => typed.slice(0, -1));
            }}
          />
        </div>
        {failure ? <FailureNote failure={failure} /> : null}
        <div className={styles.buttons}>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="main" submit busy={busy}>
            {confirmLabel}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

interface PinFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (pin: string) => void;
  readonly error?: string | null;
  readonly description?: string;
  /** The digits stand beside it for a finger: a tablet needs no keyboard of its own. */
  readonly hasKeys?: boolean;
  /** Has the focus when its dialog opens. */
  readonly isFirst?: boolean;
}

/** A field for a PIN: digits alone, not shown, not remembered by anything, and empty again once the screen was locked. */
export function PinField(props: PinFieldProps) {
  const { label, value, onChange, error = null, description, hasKeys = false, isFirst = false } = props;
  useClearOnLock(() => {
    onChange('');
  });
  return (
    <PasswordInput
      label={label}
      description={description}
      value={value}
      error={error}
      aria-invalid={error ? true : undefined}
      inputMode={hasKeys ? 'none' : 'numeric'}
      data-autofocus={isFirst || undefined}
      autoComplete="off"
      maxLength={8}
      onChange={(event) => {
        onChange(event.currentTarget.value.replace(/\D/g, ''));
      }}
    />
  );
}
