import type { ReactNode } from 'react';
import styles from './panel.module.css';

interface PanelProps {
  readonly id?: string;
  readonly title: string;
  readonly aside?: ReactNode;
  readonly end?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string | undefined;
}

/** A white panel with a heading: the room in which a page puts one thing. */
export function Panel({ id, title, aside, end, children, className }: PanelProps) {
  return (
    <section id={id} className={[styles.panel, className].filter(Boolean).join(' ')} aria-label={title}>
      <header className={styles.head}>
        <h2>{title}</h2>
        {aside ? <span className={styles.aside}>{aside}</span> : null}
        {end ? <div className={styles.end}>{end}</div> : null}
      </header>
      {children}
    </section>
  );
}
