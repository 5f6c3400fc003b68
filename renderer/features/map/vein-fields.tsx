import { useId, useState, type ReactNode } from 'react';
import { kindDisagrees, suggestKind } from '../../../shared/domain/leg-map/vein-kind.ts';
import { VEIN_COLOURS, VEIN_DEPTHS, VEIN_KINDS } from '../../../shared/domain/leg-map/vein.ts';
import {
  COLOUR_WORDS,
  DEPTH_WORDS,
  KIND_WORDS,
  kindDisagreement,
  VARICOSE_NOTE,
} from '../../text/map-text.ts';
import { FieldError } from '../../ui/field-error.tsx';
import { parseDiameter } from './diameter-entry.ts';
import { withKind, type Pen } from './map-editor.ts';
import styles from './vein-panel.module.css';

interface VeinFieldsProps<T extends Pen> {
  readonly value: T;
  readonly onChange: (value: T, label: string) => void;
  /** More fields, after these. */
  readonly children?: ReactNode;
}

/** Kind, colour, diameter and depth: of a vein, or of the next one to be drawn. Each change counts at once. */
export function VeinFields<T extends Pen>({ value, onChange, children }: VeinFieldsProps<T>) {
  const suggested = suggestKind(value.diameterMm, value.colour);
  const why = kindDisagrees(value.kind, value.diameterMm);
  return (
    <>
      <div className={styles.fields}>
        <Choice
          label="Kind"
          value={value.kind}
          options={VEIN_KINDS}
          words={KIND_WORDS}
          onChange={(kind) => {
            onChange(withKind(value, kind), 'kind');
          }}
        />
        <Choice
          label="Colour"
          value={value.colour}
          options={VEIN_COLOURS}
          words={COLOUR_WORDS}
          onChange={(colour) => {
            onChange({ ...value, colour }, 'colour');
          }}
        />
        <DiameterField
          key={value.diameterMm}
          diameterMm={value.diameterMm}
          onChange={(diameterMm) => {
            onChange({ ...value, diameterMm }, 'diameter');
          }}
        />
        <Choice
          label="Depth"
          value={value.depth}
          options={VEIN_DEPTHS}
          words={DEPTH_WORDS}
          onChange={(depth) => {
            onChange({ ...value, depth }, 'depth');
          }}
        />
        {children}
      </div>
      {why === null ? null : (
        <p className={styles.caution} role="status">
          {kindDisagreement(value.kind, why, suggested)}{' '}
          <button
            type="button"
            className={styles.link}
            onClick={() => {
              onChange(withKind(value, suggested), 'kind');
            }}
          >
            Make it {KIND_WORDS[suggested].toLowerCase()}
          </button>
        </p>
      )}
      {value.kind === 'varicose' && why === null ? <p className={styles.caution}>{VARICOSE_NOTE}</p> : null}
    </>
  );
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly Value[];
  readonly words: Readonly<Record<Value, string>>;
  readonly onChange: (value: Value) => void;
}

function Choice<Value extends string>({ label, value, options, words, onChange }: ChoiceProps<Value>) {
  return (
    <Field label={label}>
      {(id) => (
        <select
          id={id}
          value={value}
          onChange={(event) => {
            const chosen = options.find((option) => option === event.currentTarget.value);
            if (chosen !== undefined) onChange(chosen);
          }}
        >
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

/** A label over its control. */
export function Field({
  label,
  children,
}: {
  readonly label: string;
  readonly children: (id: string) => ReactNode;
}) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}

/** The diameter; taken on Enter or on leaving the field, and never changed by itself. */
function DiameterField({
  diameterMm,
  onChange,
}: {
  readonly diameterMm: number;
  readonly onChange: (mm: number) => void;
}) {
  const errorId = useId();
  const [text, setText] = useState(diameterMm.toFixed(1));
  const parsed = parseDiameter(text);
  const take = () => {
    if (parsed.ok && parsed.value !== diameterMm) onChange(parsed.value);
  };
  return (
    <Field label="Diameter mm">
      {(id) => (
        <>
          <input
            id={id}
            inputMode="decimal"
            value={text}
            aria-invalid={!parsed.ok}
            aria-describedby={parsed.ok ? undefined : errorId}
            onChange={(event) => {
              setText(event.currentTarget.value);
            }}
            onBlur={take}
            onKeyDown={(event) => {
              if (event.key === 'Enter') take();
              if (event.key === 'Escape') setText(diameterMm.toFixed(1));
            }}
          />
          <FieldError id={errorId}>{parsed.ok ? null : '0.1 to 20 mm, in tenths'}</FieldError>
        </>
      )}
    </Field>
  );
}
