import { useId, useState } from 'react';
import { FIGURE_PROBLEMS } from '../../text/map-list-text.ts';
import { FieldError } from '../../ui/field-error.tsx';
import { figureOf } from './figure-entry.ts';
import { Field } from './field.tsx';

interface FigureFieldProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** Takes the figure, or says why not. */
  readonly onTake: (value: number) => string | null;
  readonly hideLabel?: boolean;
}

/** A whole figure; taken on Enter or on leaving the field, and never changed by itself. */
export function FigureField(props: FigureFieldProps) {
  const { label, value, min, max } = props;
  const errorId = useId();
  const [typed, setTyped] = useState<{ readonly of: number; readonly text: string } | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const text = typed?.of === value ? typed.text : String(value);
  const figure = figureOf(text, min, max);
  const problem = figure === null ? FIGURE_PROBLEMS.range(min, max) : refused;
  const take = () => {
    if (figure !== null && figure !== value) setRefused(props.onTake(figure));
  };
  return (
    <Field label={label} hidden={props.hideLabel ?? false}>
      {(id) => (
        <>
          <input
            id={id}
            inputMode="numeric"
            autoComplete="off"
            value={text}
            aria-invalid={problem !== null}
            aria-describedby={problem === null ? undefined : errorId}
            onChange={(event) => {
              setTyped({ of: value, text: event.currentTarget.value });
              setRefused(null);
            }}
            onBlur={take}
            onKeyDown={(event) => {
              if (event.key === 'Enter') take();
              if (event.key === 'Escape') setTyped(null);
            }}
          />
          <FieldError id={errorId}>{problem}</FieldError>
        </>
      )}
    </Field>
  );
}
