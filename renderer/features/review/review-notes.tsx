import { TextInput } from '@mantine/core';
import type { ReviewView } from '../../../shared/contract/review.ts';
import type { ReviewDraft } from '../../../shared/contract/review-draft.ts';
import { standingReviews, type Review } from '../../../shared/domain/outcome/review.ts';
import { reviewText } from '../../text/review-text.ts';
import { mayNotText } from '../../text/role-text.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/failure-note.tsx';
import styles from './review-notes.module.css';

interface ReviewNotesProps {
  readonly view: ReviewView;
  readonly read: Review | null;
  readonly draft: ReviewDraft;
  readonly mayWrite: boolean;
  readonly error: unknown;
  readonly onChange: (draft: ReviewDraft) => void;
  readonly onDrop: (draft: ReviewDraft) => void;
  readonly onPlan: () => void;
}

/** What has to be known of the review at hand: that it can only be read, that it corrects another, where the veins went. */
export function ReviewNotes(props: ReviewNotesProps) {
  const { view, read, draft, mayWrite, error, onChange, onDrop, onPlan } = props;
  const again = view.toTreatAgain.length;
  return (
    <div className={styles.notes}>
      {!mayWrite ? (
        <p>
          {reviewText.toRead} {mayNotText('review/write')}.
        </p>
      ) : null}
      {read ? <ReadNote view={view} read={read} /> : null}
      {!read && draft.corrects ? (
        <div className={styles.correction}>
          <p>{reviewText.correcting(draft.corrects.onDate)}</p>
          <TextInput
            aria-label={reviewText.correctedBecause}
            placeholder={reviewText.correctedBecause}
            size="md"
            value={draft.corrects.reason}
            maxLength={300}
            onChange={(event) => {
              const reason = event.currentTarget.value;
              if (draft.corrects) onChange({ ...draft, corrects: { ...draft.corrects, reason } });
            }}
          />
          <Button
            onClick={() => {
              onDrop(draft);
            }}
          >
            {reviewText.dropCorrection}
          </Button>
        </div>
      ) : null}
      {!read && !draft.corrects && again > 0 ? (
        <p className={styles.plan}>
          {reviewText.inPlan(again)} <Button onClick={onPlan}>{reviewText.toPlan}</Button>
        </p>
      ) : null}
      <ErrorNote error={error} />
    </div>
  );
}

function ReadNote({ view, read }: { readonly view: ReviewView; readonly read: Review }) {
  const isReplaced = !standingReviews(view.reviews).includes(read);
  return (
    <p>
      {view.names[read.recordedBy] ?? 'unknown'}
      {isReplaced ? ` · ${reviewText.replacedBy}` : ''}
      {read.replaces ? ` · ${reviewText.replaces(read.replaces.reason)}` : ''}
    </p>
  );
}
