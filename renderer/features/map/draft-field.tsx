import { useId } from 'react';
import { FieldError } from '../../ui/field-error.tsx';
import { Field } from './field.tsx';

interface DraftFieldProps {
  readonly label: string;
  readonly value: string;
  readonly problem: string | null;
  /** Words instead of a figure. */
  readonly words?: boolean;
  readonly onChange: (text: string) => void;
}

/** A field of a form that is taken as a whole: what is wrong with it stands under it once that was tried. */
export function DraftField({ label, value, problem, words = false, onChange }: DraftFieldProps) {
  const errorId = useId();
  return (
    <Field label={label} wide={words}>
      {(id) => (
        <>
          <input
            id={id}
            inputMode={words ? 'text' : 'decimal'}
            autoComplete="off"
            maxLength={words ? 2000 : 6}
            value={value}
            aria-invalid={problem !== null}
            aria-describedby={problem === null ? undefined : errorId}
            onChange={(event) => {
              onChange(event.currentTarget.value);
            }}
          />
          <FieldError id={errorId}>{problem}</FieldError>
        </>
      )}
    </Field>
  );
}
