import { useEffect, useRef, type ReactNode } from 'react';
import { PANEL_WORDS } from '../../text/map-list-text.ts';
import { Button } from '../../ui/button.tsx';
import styles from './vein-panel.module.css';

interface FiguresFormProps {
  readonly title: string;
  readonly submitWords: string;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** What is to be said of the figures. */
  readonly doubts?: ReactNode;
}

/** A form that puts something on the map by figures. The keyboard begins in its first field; Escape closes it. */
export function FiguresForm({ title, submitWords, onSubmit, onClose, children, doubts }: FiguresFormProps) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector('select')?.focus();
  }, []);
  return (
    <form
      ref={form}
      className={styles.panel}
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <strong>{title}</strong>
      <div className={styles.fields}>{children}</div>
      {doubts}
      <div className={styles.actions}>
        <Button kind="main" size="small" submit>
          {submitWords}
        </Button>
        <Button kind="quiet" size="small" onClick={onClose}>
          {PANEL_WORDS.cancel}
        </Button>
      </div>
    </form>
  );
}
