import { IconBackspace } from '@tabler/icons-react';
import styles from './pin-keys.module.css';

const MOST = 8;

/** The digits with one more, eight at most. */
export function withDigit(pin: string, digit: string): string {
  return pin.length < MOST ? pin + digit : pin;
}

interface PinKeysProps {
  readonly onDigit: (digit: string) => void;
  readonly onClear: () => void;
  readonly onDelete: () => void;
  /** The keys stand beside a field that takes the keyboard: Tab passes them by, and a tap leaves the focus in the field. */
  readonly besideField?: boolean;
}

/** The ten digits for a finger, with a way to take back one or all. */
export function PinKeys({ onDigit, onClear, onDelete, besideField = false }: PinKeysProps) {
  const tabIndex = besideField ? -1 : undefined;
  const key = (digit: string) => (
    <button
      key={digit}
      type="button"
      className={styles.key}
      tabIndex={tabIndex}
      onClick={() => {
        onDigit(digit);
      }}
    >
      {digit}
    </button>
  );
  return (
    <div
      className={styles.keys}
      role="group"
      aria-label="PIN keys"
      data-pin-keys
      data-beside-field={besideField || undefined}
      onMouseDown={(event) => {
        if (besideField) event.preventDefault();
      }}
    >
      {['1', '2', '3', '4', '5', '6', '7', '8', '9'].map(key)}
      <button type="button" className={styles.word} tabIndex={tabIndex} onClick={onClear}>
        Clear
      </button>
      {key('0')}
      <button
        type="button"
        className={styles.word}
        tabIndex={tabIndex}
        aria-label="Delete the last digit"
        onClick={onDelete}
      >
        <IconBackspace size={24} aria-hidden />
      </button>
    </div>
  );
}
