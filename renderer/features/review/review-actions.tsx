import type { ReviewView } from '../../../shared/contract/review.ts';
import type { Review } from '../../../shared/domain/outcome/review.ts';
import type { CaseId, PatientId, VeinId } from '../../../shared/kernel/ids.ts';
import { reviewText } from '../../text/review-text.ts';
import { Button } from '../../ui/button.tsx';
import { SavedAt } from '../../ui/saved-at.tsx';
import { UnapprovedProfileNote } from '../../ui/unapproved-profile-note.tsx';
import { RecordComplicationButton } from '../clinic/complications/record-complication-button.tsx';

interface ReviewActionsProps {
  readonly patientId: PatientId;
  readonly caseId: CaseId;
  /** The vein that is chosen on the page, if one is. */
  readonly selected: VeinId | null;
  readonly view: ReviewView;
  /** The earlier review that is being read; null: one is being filled in. */
  readonly read: Review | null;
  readonly isCorrection: boolean;
  readonly isPending: boolean;
  /** Something has been filled in that is not in the records yet. */
  readonly isBegun: boolean;
  /** Why it cannot be saved yet. */
  readonly missing: string | null;
  readonly onSave: () => void;
  readonly onBack: () => void;
  /** Null: this one cannot be corrected, or not by this person. */
  readonly onCorrect: (() => void) | null;
}

/** What can be done with the review as a whole. */
export function ReviewActions(props: ReviewActionsProps) {
  const { patientId, caseId, selected, view, read, isCorrection, isPending, isBegun, missing } = props;
  // Of several rules that the sessions were judged by, one that nobody approved is named before the last.
  const rules = view.rules.find(({ approved }) => !approved) ?? view.rules.at(-1);
  return (
    <>
      {rules ? <UnapprovedProfileNote name={rules.profileName} approved={rules.approved} /> : null}
      <RecordComplicationButton
        patientId={patientId}
        preset={{ caseId, ...(selected && { veinIds: [selected] }) }}
      />
      <SavedAt at={read?.recordedAt ?? lastSavedAt(view.reviews)} pending={isPending || (!read && isBegun)} />
      {read ? (
        <>
          {props.onCorrect ? <Button onClick={props.onCorrect}>{reviewText.correct}</Button> : null}
          <Button onClick={props.onBack}>{reviewText.back}</Button>
        </>
      ) : (
        <Button kind="main" busy={isPending} disabledBecause={missing} onClick={props.onSave}>
          {isCorrection ? reviewText.saveCorrection : reviewText.save}
        </Button>
      )}
    </>
  );
}

/** A correction is saved later than what it corrects, whatever day it is of. */
function lastSavedAt(reviews: readonly Review[]) {
  return (
    reviews
      .map(({ recordedAt }) => recordedAt)
      .toSorted()
      .at(-1) ?? null
  );
}
