import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { failureOf, type ShownFailure } from '../api/failure-of.ts';
import { failureText } from '../text/failure-text.ts';
import styles from './failure-note.module.css';

/** A failure where it happened: what, and what to do. `action` is a way on, such as a retry. */
export function FailureNote({
  failure,
  action,
}: {
  readonly failure: ShownFailure;
  readonly action?: ReactNode;
}) {
  const { what, remedy } = failureText(failure);
  return (
    <div className={styles.note} role="alert">
      <IconAlertTriangle size={18} aria-hidden />
      <p>
        <strong>{what}</strong> {remedy}
      </p>
      {action}
    </div>
  );
}

/** The same, of what a query or mutation rejected with; nothing while there is no error. */
export function ErrorNote({ error, action }: { readonly error: unknown; readonly action?: ReactNode }) {
  return error ? <FailureNote failure={failureOf(error)} action={action} /> : null;
}
