import { useLayoutEffect } from 'react';
import { Button } from './button.tsx';
import { PinKeys, withDigit } from './pin-keys.tsx';
import styles from './pin-pad.module.css';
import { takeKeys } from './take-keys.ts';

const LEAST = 4;

interface PinPadProps {
  readonly value: string;
  readonly onChange: (pin: string) => void;
  readonly onSubmit: () => void;
  readonly submitLabel: string;
  readonly busy?: boolean;
  /** Why no PIN can be entered now. */
  readonly disabledBecause?: string | null;
  /** Escape, when no digit is typed. */
  readonly onLeave?: (() => void) | undefined;
}

/** Keys for a PIN of four to eight digits. The number keys of the keyboard work as well, wherever the focus is. */
export function PinPad({
  value,
  onChange,
  onSubmit,
  submitLabel,
  busy = false,
  disabledBecause = null,
  onLeave,
}: PinPadProps) {
  const blocked = busy || disabledBecause !== null;
  const canSubmit = !blocked && value.length >= LEAST;
  const press = (digit: string) => {
    if (!blocked) onChange(withDigit(value, digit));
  };
  // Before the screen shows that keys are taken again, not after: the first digit would be lost.
  useLayoutEffect(() =>
    takeKeys((event) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      if (/^\d$/.test(event.key)) press(event.key);
      else if (event.key === 'Backspace') onChange(value.slice(0, -1));
      else if (event.key === 'Escape' && value === '' && onLeave) onLeave();
      else if (event.key === 'Escape' || event.key === 'Delete') onChange('');
      else if (event.key === 'Enter' && canSubmit && !isOtherControl(event.target)) onSubmit();
      else return;
      event.preventDefault();
    }),
  );
  return (
    <div className={styles.pad}>
      <div className={styles.dots} role="status" aria-label={`${String(value.length)} digits entered`}>
        {Array.from({ length: Math.max(LEAST, value.length) }, (_, index) => (
          <span key={index} className={styles.dot} data-filled={index < value.length || undefined} />
        ))}
      </div>
      <PinKeys
        onDigit={press}
        onClear={() => {
          onChange('');
        }}
        onDelete={() => {
          onChange(value.slice(0, -1));
        }}
      />
      <Button
        kind="main"
        size="large"
        busy={busy}
        disabledBecause={disabledBecause ?? (value.length < LEAST ? 'A PIN has four to eight digits' : null)}
        onClick={onSubmit}
      >
        {submitLabel}
      </Button>
    </div>
  );
}

/** Enter on a button presses that button, unless it is one of the pad's digits: then the PIN is meant. */
function isOtherControl(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLButtonElement &&
    target.closest('[data-pin-keys]') === null &&
    target.dataset['pinTile'] === undefined
  );
}
