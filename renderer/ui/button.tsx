import { Tooltip } from '@mantine/core';
import { useId, type MouseEvent, type ReactNode } from 'react';
import styles from './button.module.css';

interface ButtonProps {
  readonly children: ReactNode;
  /** `main`: the one thing to do here. `quiet`: no border. `danger`: hard to take back. */
  readonly kind?: 'main' | 'plain' | 'quiet' | 'danger';
  /** 36, 44 or 56 px high; what a nurse taps is at least `medium`. */
  readonly size?: 'small' | 'medium' | 'large';
  readonly icon?: ReactNode;
  /** A button of an icon alone has its words here; they show on hover and focus. */
  readonly label?: string;
  /** Why it cannot be pressed now. It can still be reached, so that everybody learns the reason. */
  readonly disabledBecause?: string | null | undefined;
  /** Pressed already, and waiting for the answer. */
  readonly busy?: boolean;
  readonly submit?: boolean;
  readonly pressed?: boolean;
  /** Has the focus as soon as it comes, also where a dialog opens with it. */
  readonly focused?: boolean;
  /** The key that does the same; shown on hover. */
  readonly shortcut?: string;
  readonly onClick?: (event: MouseEvent<HTMLButtonElement>) => void;
  readonly className?: string | undefined;
}

/** The button of the app: with `disabledBecause` it stays in reach and says why nothing happens. */
export function Button(props: ButtonProps) {
  const { kind = 'plain', size = 'medium', disabledBecause, busy = false } = props;
  const reasonId = useId();
  const blocked = busy || Boolean(disabledBecause);
  const tip = disabledBecause ?? props.label;
  const button = (
    <button
      type={props.submit ? 'submit' : 'button'}
      className={[styles.button, styles[kind], styles[size], props.className].filter(Boolean).join(' ')}
      aria-disabled={blocked || undefined}
      aria-busy={busy || undefined}
      aria-pressed={props.pressed}
      autoFocus={props.focused}
      data-autofocus={props.focused || undefined}
      aria-label={props.label}
      aria-keyshortcuts={props.shortcut}
      title={props.shortcut && `Key ${props.shortcut}`}
      aria-describedby={disabledBecause ? reasonId : undefined}
      data-icon-only={props.label !== undefined || undefined}
      onClick={(event) => {
        if (blocked) event.preventDefault();
        else props.onClick?.(event);
      }}
    >
      {props.icon}
      {props.children}
      {disabledBecause ? (
        <span id={reasonId} hidden>
          {disabledBecause}
        </span>
      ) : null}
    </button>
  );
  return tip ? <Tooltip label={tip}>{button}</Tooltip> : button;
}
