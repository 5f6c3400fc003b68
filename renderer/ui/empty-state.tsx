import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

interface EmptyStateProps {
  readonly title: string;
  /** What would fill it. */
  readonly children?: ReactNode;
  /** The way to get there. */
  readonly action?: ReactNode;
}

/** Nothing here yet: says so, why, and what to do. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{title}</p>
      {children ? <p>{children}</p> : null}
      {action}
    </div>
  );
}
