import { useState } from 'react';
import { Field } from './field.tsx';

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  /** Takes a row of its own. */
  readonly wide?: boolean;
  /** An empty text is not taken: the old one comes back. */
  readonly required?: boolean;
  readonly onTake: (text: string) => void;
}

/** A line of text; taken on Enter or on leaving the field. */
export function TextField({ label, value, required = false, wide = false, onTake }: TextFieldProps) {
  const [text, setText] = useState(value);
  const take = () => {
    const trimmed = text.trim();
    if (required && trimmed === '') setText(value);
    else if (trimmed !== value) onTake(trimmed);
  };
  return (
    <Field label={label} wide={wide}>
      {(id) => (
        <input
          id={id}
          value={text}
          maxLength={2000}
          autoComplete="off"
          onChange={(event) => {
            setText(event.currentTarget.value);
          }}
          onBlur={take}
          onKeyDown={(event) => {
            if (event.key === 'Enter') take();
            if (event.key === 'Escape') setText(value);
          }}
        />
      )}
    </Field>
  );
}
