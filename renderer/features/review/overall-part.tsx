import { Textarea } from '@mantine/core';
import type { ReviewDraft } from '../../../shared/contract/review-draft.ts';
import type { CourseExpectation } from '../../../shared/domain/dose/label-profile.ts';
import { SATISFACTIONS } from '../../../shared/domain/outcome/review.ts';
import { reviewText, SATISFACTION_WORDS } from '../../text/review-text.ts';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { ImprovementScale } from './improvement-scale.tsx';
import styles from './overall-part.module.css';

interface OverallPartProps {
  readonly expectation: CourseExpectation | null;
  readonly draft: ReviewDraft;
  /** Null: to read only. */
  readonly onChange: ((draft: ReviewDraft) => void) | null;
}

const SATISFACTION_OPTIONS = SATISFACTIONS.map((value) => ({ value, label: SATISFACTION_WORDS[value] }));

/** What is judged of the whole: improvement, satisfaction, a note. */
export function OverallPart({ expectation, draft, onChange }: OverallPartProps) {
  return (
    <section className={styles.part} aria-label={reviewText.parts.overall}>
      <ImprovementScale
        value={draft.improvementPercent}
        expectation={expectation}
        onChange={
          onChange &&
          ((improvementPercent) => {
            onChange({ ...draft, improvementPercent });
          })
        }
      />
      <div className={styles.field}>
        <h3>{reviewText.satisfaction}</h3>
        <SegmentedControl
          label="Satisfaction"
          options={SATISFACTION_OPTIONS}
          value={draft.satisfaction}
          height={44}
          disabled={onChange === null}
          onChange={(satisfaction) => onChange?.({ ...draft, satisfaction })}
        />
      </div>
      <Textarea
        label={reviewText.note}
        value={draft.note}
        minRows={4}
        autosize
        maxRows={8}
        maxLength={2000}
        readOnly={onChange === null}
        onChange={(event) => onChange?.({ ...draft, note: event.currentTarget.value })}
      />
    </section>
  );
}
