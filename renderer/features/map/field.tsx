import { useId, type ReactNode } from 'react';
import styles from './vein-panel.module.css';

interface FieldProps {
  readonly label: string;
  /** The label is read out, not shown. */
  readonly hidden?: boolean;
  readonly wide?: boolean;
  readonly children: (id: string) => ReactNode;
}

/** A label over its control. */
export function Field({ label, hidden = false, wide = false, children }: FieldProps) {
  const id = useId();
  return (
    <div className={styles.field} data-wide={wide || undefined}>
      <label htmlFor={id} className={hidden ? 'pp-hidden' : undefined}>
        {label}
      </label>
      {children(id)}
    </div>
  );
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  /** Null: several; shown as `none` says. */
  readonly value: Value | null;
  readonly options: readonly Value[];
  readonly words: Readonly<Record<Value, string>>;
  /** What stands there while nothing is chosen. */
  readonly none?: string;
  readonly onChange: (value: Value) => void;
}

/** One of a few words. */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { label, value, options, words, none } = props;
  return (
    <Field label={label}>
      {(id) => (
        <select
          id={id}
          value={value ?? ''}
          onChange={(event) => {
            const chosen = options.find((option) => option === event.currentTarget.value);
            if (chosen !== undefined) props.onChange(chosen);
          }}
        >
          {value === null ? <option value="">{none}</option> : null}
          {options.map((option) => (
            <option key={option} value={option}>
              {words[option]}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
