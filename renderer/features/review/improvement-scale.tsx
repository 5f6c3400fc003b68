import { useId } from 'react';
import type { CourseExpectation } from '../../../shared/domain/dose/label-profile.ts';
import { NBSP } from '../../text/format.ts';
import { frameText, reviewText } from '../../text/review-text.ts';
import { Button } from '../../ui/button.tsx';
import styles from './overall-part.module.css';

interface ImprovementScaleProps {
  /** Null: not judged; nothing is chosen beforehand. */
  readonly value: number | null;
  readonly expectation: CourseExpectation | null;
  /** Null: to read only. */
  readonly onChange: ((value: number | null) => void) | null;
}

const STEPS = Array.from({ length: 21 }, (_, n) => n * 5);

/** 0 to 100 % in steps of five, with what the clinic tells its patients to expect drawn behind. */
export function ImprovementScale({ value, expectation, onChange }: ImprovementScaleProps) {
  const name = useId();
  const hintId = useId();
  const isFramed = (step: number) =>
    expectation !== null &&
    step >= expectation.improvementPercent.from &&
    step <= expectation.improvementPercent.to;
  const hint = frameText(value, expectation);
  return (
    <div className={styles.field}>
      <h3>
        {reviewText.improvement}
        <strong>{value === null ? reviewText.notJudged.toLowerCase() : `${String(value)}${NBSP}%`}</strong>
        {onChange && value !== null ? (
          <Button
            size="small"
            onClick={() => {
              onChange(null);
            }}
          >
            {reviewText.dropImprovement}
          </Button>
        ) : null}
      </h3>
      <div
        className={styles.scale}
        role="radiogroup"
        aria-label={reviewText.improvement}
        aria-describedby={hintId}
      >
        {STEPS.map((step) => (
          <label
            key={step}
            data-framed={isFramed(step) || undefined}
            data-reached={(value !== null && step <= value) || undefined}
          >
            <input
              type="radio"
              name={name}
              aria-label={`${String(step)} %`}
              checked={value === step}
              disabled={onChange === null}
              onChange={() => onChange?.(step)}
            />
            <span aria-hidden="true">{step % 10 === 0 ? step : ''}</span>
          </label>
        ))}
      </div>
      <p id={hintId} className={styles.hint}>
        {hint}
        {expectation ? ` · ${expectation.source.text}` : ''}
      </p>
    </div>
  );
}
