import type { ReviewDraft } from '../../../shared/contract/review-draft.ts';
import { addMonths, type CalendarDate } from '../../../shared/kernel/time.ts';
import { reviewText } from '../../text/review-text.ts';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import styles from './remains-part.module.css';

interface RestUntilProps {
  /** The day of the review. */
  readonly onDate: CalendarDate;
  readonly draft: ReviewDraft;
  /** Null: to read only. */
  readonly onChange: ((draft: ReviewDraft) => void) | null;
}

const MONTHS = [1, 2, 3] as const;

/** Until when the veins that rest are left alone: one day for all of them, because they are looked at together again. */
export function RestUntil({ onDate, draft, onChange }: RestUntilProps) {
  const choices = MONTHS.map((months) => ({
    value: String(months),
    label: reviewText.restMonths(months),
    until: addMonths(onDate, months),
  }));
  const chosen = choices.find(({ until }) => until === draft.restUntil);
  return (
    <div className={styles.rest}>
      <span>{reviewText.restUntil}</span>
      <SegmentedControl
        label={reviewText.restUntil}
        options={choices}
        value={chosen?.value ?? null}
        height={44}
        disabled={onChange === null}
        onChange={(value) => {
          const until = choices.find((choice) => choice.value === value)?.until;
          if (until) onChange?.({ ...draft, restUntil: until });
        }}
      />
      <span role="status">{draft.restUntil ? reviewText.restEnds(draft.restUntil) : ''}</span>
    </div>
  );
}
