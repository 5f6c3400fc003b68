import type { ReactNode } from 'react';
import styles from './closing.module.css';

interface FieldProps {
  readonly label: string;
  /** By which the light leads here. */
  readonly id?: string;
  readonly hint?: ReactNode;
  readonly warns?: boolean;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A field of the closing with its heading, and below it what is to be known about it. */
export function ClosingField({ label, id, hint, warns = false, wide = false, children }: FieldProps) {
  return (
    <div className={styles.field} id={id} data-wide={wide || undefined}>
      <span className={styles.label}>{label}</span>
      {children}
      {hint ? (
        <span className={styles.hint} data-warns={warns || undefined}>
          {warns ? '▲ ' : ''}
          {hint}
        </span>
      ) : null}
    </div>
  );
}
