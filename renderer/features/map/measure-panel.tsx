import { useEffect, useId, useRef, useState, type SyntheticEvent } from 'react';
import { isPlausibleScale } from '../../../shared/domain/leg-map/measure.ts';
import { distance } from '../../../shared/geometry/point.ts';
import { FIELD_WORDS, FIGURE_PROBLEMS, PANEL_WORDS } from '../../text/map-list-text.ts';
import { Button } from '../../ui/button.tsx';
import { FieldError } from '../../ui/field-error.tsx';
import { Field } from './field.tsx';
import { figureOf } from './figure-entry.ts';
import type { Measuring } from './map-editor-state.ts';
import { MEASURED_MM } from './measure-entry.ts';
import styles from './vein-panel.module.css';

interface MeasurePanelProps {
  readonly measuring: Measuring;
  readonly scale: number;
  readonly onTake: (distanceMm: number) => void;
  readonly onDrop: () => void;
}

/** What the distance that was just drawn is on the patient. It sets the scale of the map. */
export function MeasurePanel({ measuring, scale, onTake, onDrop }: MeasurePanelProps) {
  const errorId = useId();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    field.current?.focus();
  }, []);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const distanceMm = figureOf(text, MEASURED_MM.min, MEASURED_MM.max);
    if (distanceMm === null) setProblem(FIGURE_PROBLEMS.range(MEASURED_MM.min, MEASURED_MM.max));
    else if (!isPlausibleScale({ ...measuring, distanceMm })) setProblem(FIGURE_PROBLEMS.implausible);
    else onTake(distanceMm);
  };
  return (
    <form
      className={styles.panel}
      aria-label={PANEL_WORDS.measureTitle}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDrop();
      }}
    >
      <strong>{PANEL_WORDS.measureTitle}</strong>
      <p className={styles.line}>
        {PANEL_WORDS.measureHint(Math.round(distance(measuring.from, measuring.to) * scale))}
      </p>
      <div className={styles.fields}>
        <Field label={FIELD_WORDS.distance} wide>
          {(id) => (
            <>
              <input
                id={id}
                ref={field}
                inputMode="numeric"
                autoComplete="off"
                value={text}
                aria-invalid={problem !== null}
                aria-describedby={problem === null ? undefined : errorId}
                onChange={(event) => {
                  setText(event.currentTarget.value);
                  setProblem(null);
                }}
              />
              <FieldError id={errorId}>{problem}</FieldError>
            </>
          )}
        </Field>
      </div>
      <div className={styles.actions}>
        <Button kind="main" size="small" submit>
          {PANEL_WORDS.measureTake}
        </Button>
        <Button kind="quiet" size="small" onClick={onDrop}>
          {PANEL_WORDS.cancel}
        </Button>
      </div>
    </form>
  );
}
