import { useEffect, useRef, useState } from 'react';
import { FIELD_WORDS, PANEL_WORDS } from '../../text/map-list-text.ts';
import { Field } from './field.tsx';
import styles from './vein-panel.module.css';

interface NoteEntryProps {
  /** Without words the note is not kept. */
  readonly onWrite: (text: string) => void;
  readonly onDrop: () => void;
}

/** The words of a new note, asked for as soon as it has its place. */
export function NoteEntry({ onWrite, onDrop }: NoteEntryProps) {
  const [text, setText] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
  }, []);
  return (
    <section className={styles.panel} aria-label={PANEL_WORDS.noteTitle}>
      <strong>{PANEL_WORDS.noteTitle}</strong>
      <Field label={FIELD_WORDS.text}>
        {(id) => (
          <input
            id={id}
            ref={field}
            value={text}
            maxLength={2000}
            autoComplete="off"
            onChange={(event) => {
              setText(event.currentTarget.value);
            }}
            onBlur={() => {
              onWrite(text);
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter') onWrite(text);
              if (event.key === 'Escape') onDrop();
            }}
          />
        )}
      </Field>
    </section>
  );
}
