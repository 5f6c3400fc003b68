import { useId, useState, type ReactNode } from 'react';
import { VEIN_COLOURS, VEIN_DEPTHS, VEIN_KINDS } from '../../../shared/domain/leg-map/vein.ts';
import { COLOUR_WORDS, DEPTH_WORDS, KIND_WORDS } from '../../text/map-text.ts';
import { FIELD_WORDS, FIGURE_PROBLEMS } from '../../text/map-list-text.ts';
import { FieldError } from '../../ui/field-error.tsx';
import { Choice, Field } from './field.tsx';
import { parseDiameter } from './diameter-entry.ts';
import { KindDoubts } from './kind-doubts.tsx';
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
  return (
    <>
      <div className={styles.fields}>
        <Choice
          label={FIELD_WORDS.kind}
          value={value.kind}
          options={VEIN_KINDS}
          words={KIND_WORDS}
          onChange={(kind) => {
            onChange(withKind(value, kind), 'kind');
          }}
        />
        <Choice
          label={FIELD_WORDS.colour}
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
          label={FIELD_WORDS.depth}
          value={value.depth}
          options={VEIN_DEPTHS}
          words={DEPTH_WORDS}
          onChange={(depth) => {
            onChange({ ...value, depth }, 'depth');
          }}
        />
        {children}
      </div>
      <KindDoubts
        {...value}
        onKind={(kind) => {
          onChange(withKind(value, kind), 'kind');
        }}
      />
    </>
  );
}

/** The diameter; taken on Enter or on leaving the field, and never changed by itself. */
export function DiameterField({
  diameterMm,
  onChange,
}: {
  /** Null: several. */
  readonly diameterMm: number | null;
  readonly onChange: (mm: number) => void;
}) {
  const errorId = useId();
  const before = diameterMm?.toFixed(1) ?? '';
  const [text, setText] = useState(before);
  const parsed = parseDiameter(text);
  const isWrong = !parsed.ok && text !== before;
  const take = () => {
    if (parsed.ok && parsed.value !== diameterMm) onChange(parsed.value);
  };
  return (
    <Field label={FIELD_WORDS.diameter}>
      {(id) => (
        <>
          <input
            id={id}
            inputMode="decimal"
            value={text}
            placeholder={diameterMm === null ? FIELD_WORDS.mixed : undefined}
            autoComplete="off"
            aria-invalid={isWrong}
            aria-describedby={isWrong ? errorId : undefined}
            onChange={(event) => {
              setText(event.currentTarget.value);
            }}
            onBlur={take}
            onKeyDown={(event) => {
              if (event.key === 'Enter') take();
              if (event.key === 'Escape') setText(before);
            }}
          />
          <FieldError id={errorId}>{isWrong ? FIGURE_PROBLEMS.diameter : null}</FieldError>
        </>
      )}
    </Field>
  );
}
