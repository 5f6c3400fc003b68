import type { ReactNode } from 'react';
import styles from './dock.module.css';

interface StepTitleProps {
  readonly number: number;
  /** The keys that do the same. */
  readonly hint?: string;
  readonly children: ReactNode;
}

/** The heading of one of the three steps. */
export function StepTitle({ number, hint, children }: StepTitleProps) {
  return (
    <h3 className={styles.stepTitle}>
      <span className={styles.stepNumber} aria-hidden="true">
        {number}
      </span>
      {children}
      {hint ? (
        <kbd className={styles.hint} aria-hidden="true">
          {hint}
        </kbd>
      ) : null}
    </h3>
  );
}
