import type { CaseId, PatientId } from '../../../shared/kernel/ids.ts';
import { failureLine } from '../../text/failure-text.ts';
import { mayNotText } from '../../text/role-text.ts';
import { Button } from '../../ui/button.tsx';
import { StatusChip } from '../../ui/chip.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { SavedAt } from '../../ui/saved-at.tsx';
import { UnconfirmedNote } from '../map/unconfirmed-note.tsx';
import type { PlanBoard } from './plan-board.ts';
import type { PlanFacts } from './plan-facts.ts';
import type { PlanEditor, SaveState } from './plan-editor.ts';
import styles from './plan-notes.module.css';

/** Whether the last change is in the database. */
export function PlanSaved({ save }: { readonly save: SaveState }) {
  switch (save.kind) {
    case 'untouched':
      return null;
    case 'saved':
      return <SavedAt at={save.at} />;
    case 'saving':
      return <SavedAt at={null} pending />;
    case 'failed':
      return <SavedAt at={null} problem="see below" />;
    case 'conflict':
      return <SavedAt at={null} problem="changed elsewhere" />;
  }
}

interface PlanNotesProps {
  readonly patientId: PatientId;
  readonly caseId: CaseId;
  readonly facts: PlanFacts;
  readonly editor: PlanEditor;
  readonly mayPlan: boolean;
  readonly onReload: () => Promise<void>;
  readonly board: PlanBoard;
  readonly save: SaveState;
}

/** What has to be said about the plan as a whole: not saved, only to read, no weight. */
export function PlanNotes(props: PlanNotesProps) {
  const { patientId, caseId, facts, board, mayPlan, save, editor, onReload } = props;
  return (
    <div className={styles.notes}>
      {save.kind === 'conflict' ? (
        <FailureNote
          failure={{ code: 'conflict', what: 'plan', currentVersion: 0 }}
          action={<Button onClick={() => void onReload()}>Load the present plan</Button>}
        />
      ) : null}
      {save.kind === 'failed' ? (
        <div role="alert" className={styles.unsaved}>
          <span>
            <strong>Not saved.</strong> {failureLine(save.failure)}
          </span>
          <Button size="small" onClick={editor.undo}>
            Undo the change
          </Button>
          <Button size="small" onClick={editor.retry}>
            Try again
          </Button>
        </div>
      ) : null}
      {mayPlan ? null : <StatusChip tone="info">To read only. {mayNotText('plan/write')}.</StatusChip>}
      {facts.weightG === null && board.hasLimitsPerKg ? (
        <StatusChip tone="warn">
          No weight yet: the limit per kilogram cannot be told. It is added on the patient’s page.
        </StatusChip>
      ) : null}
      <UnconfirmedNote veins={facts.veins} {...{ patientId, caseId }} />
    </div>
  );
}
