import type { ReactNode } from 'react';
import styles from './page-bar.module.css';

interface PageBarProps {
  readonly title: string;
  /** Beside the title, quieter. */
  readonly aside?: ReactNode;
  /** Controls after the title. */
  readonly children?: ReactNode;
  /** At the right edge. */
  readonly end?: ReactNode;
}

/** The bar of a page, 48 px: what the page is, and what can be done with all of it. */
export function PageBar({ title, aside, children, end }: PageBarProps) {
  return (
    <header className={styles.bar}>
      <h1>{title}</h1>
      {aside ? <span className={styles.aside}>{aside}</span> : null}
      {children}
      {end ? <div className={styles.end}>{end}</div> : null}
    </header>
  );
}
