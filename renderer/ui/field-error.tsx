import { IconAlertTriangle } from '@tabler/icons-react';
import styles from './field-error.module.css';

/** What is wrong with a field, under it. Give the field `aria-describedby={id}`. */
export function FieldError({
  id,
  children,
}: {
  readonly id?: string;
  readonly children: string | null | undefined;
}) {
  return children ? (
    <span id={id} className={styles.error} role="alert">
      <IconAlertTriangle size={14} aria-hidden />
      {children}
    </span>
  ) : null;
}
