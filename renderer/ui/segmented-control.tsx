import { useId } from 'react';
import styles from './segmented-control.module.css';

interface SegmentedControlProps<Value extends string> {
  /** What is chosen here; read out, not shown. */
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  /** Null: nothing chosen yet. */
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly disabled?: boolean;
  /** 36 px unless told; 44 for what a nurse taps. */
  readonly height?: number;
  readonly describedBy?: string | undefined;
}

/** One of a few, side by side: radio buttons, so arrows move between them. */
export function SegmentedControl<Value extends string>(props: SegmentedControlProps<Value>) {
  const name = useId();
  return (
    <div
      className={styles.group}
      role="radiogroup"
      aria-label={props.label}
      aria-describedby={props.describedBy}
      style={{ height: props.height ?? 36 }}
    >
      {props.options.map(({ value, label }) => (
        <label key={value} className={styles.option} data-disabled={props.disabled ?? undefined}>
          <input
            type="radio"
            name={name}
            checked={props.value === value}
            disabled={props.disabled}
            onChange={() => {
              props.onChange(value);
            }}
          />
          <span>{label}</span>
        </label>
      ))}
    </div>
  );
}
