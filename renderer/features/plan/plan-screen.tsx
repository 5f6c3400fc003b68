import { useDeferredValue, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { takeMoves } from '../../../shared/domain/plan/take-moves.ts';
import { veinLabel } from '../../../shared/domain/leg-map/vein.ts';
import type { CaseId, PatientId, VeinId } from '../../../shared/kernel/ids.ts';
import type { PlanNames } from '../../text/plan-change-text.ts';
import { withDose, withProposedDoses } from './card-changes.ts';
import { ComparePanel } from './compare-panel.tsx';
import { DoseDialog } from './dose-dialog.tsx';
import { DragGhost } from './drag-ghost.tsx';
import { PatientPictureButton } from './picture/patient-picture-button.tsx';
import { PlanBanner } from './plan-banner.tsx';
import { planBoard } from './plan-board.ts';
import { PlanColumn } from './plan-column.tsx';
import { addSession, removeItem, type PlanDraft } from './plan-draft.ts';
import type { PlanEditor } from './plan-editor.ts';
import { situationOf, type PlanFacts } from './plan-facts.ts';
import { createPlanFocus, focusCard } from './plan-focus.ts';
import { PlanMapPanel } from './plan-map-panel.tsx';
import { PlanNotes } from './plan-notes.tsx';
import { keepWishes, keptWishes, optionsOf, type PlanWishes } from './plan-options.ts';
import { planProposal } from './plan-proposal.ts';
import { PlanSide } from './plan-side.tsx';
import { PlanToolbar } from './plan-toolbar.tsx';
import { NO_SESSION_YET } from '../../text/plan-text.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import styles from './plan-screen.module.css';
import { allCards, openNumbers, sessionOfCard, usePlanActions } from './use-plan-actions.ts';
import { useUndoKeys } from './use-undo-keys.ts';

interface PlanScreenProps {
  readonly caseId: CaseId;
  readonly patientId: PatientId;
  readonly facts: PlanFacts;
  /** Of a person of the clinic. */
  readonly nameOf: (id: string) => string;
  readonly editor: PlanEditor;
  readonly mayPlan: boolean;
  readonly onReload: () => Promise<void>;
}

/** The plan as it is edited, with the proposal above it, the legs or the proposal in full beside it. */
export function PlanScreen({ caseId, patientId, facts, nameOf, editor, mayPlan, onReload }: PlanScreenProps) {
  const { history, save } = useStore(editor.store);
  const [wishes, setWishes] = useState(() => keptWishes(caseId));
  const [openKey, setOpenKey] = useState<string | null>(null);
  const [showsMap, setShowsMap] = useState(false);
  const [compares, setCompares] = useState(false);
  const [focus] = useState(createPlanFocus);
  const draft = history.present;
  const board = useMemo(() => planBoard(draft, facts), [draft, facts]);
  const asked = useProposal(draft, facts, wishes);
  const names = useMemo(() => namesOf(facts), [facts]);
  const canEdit = mayPlan && save.kind !== 'conflict';
  const { actions, drag } = usePlanActions({ draft, board, facts, editor, canEdit, onOpen: setOpenKey });
  useUndoKeys(canEdit && openKey === null, editor.undo, editor.redo);

  const cards = allCards(board);
  const openCard = cards.find(({ key }) => key === openKey) ?? null;
  const dragged = cards.find(({ key }) => key === drag?.key) ?? null;
  const doseless = board.unplanned.filter(
    (card) => !card.dose && card.proposed && card.vein.carriedOverFrom === null,
  );
  const accept = (next: PlanDraft) => {
    editor.change(() => next);
    setCompares(false);
  };
  const showCardOf = (veinId: VeinId | null) => {
    focus.setState({ veinId });
    const card = cards.find(({ vein }) => vein.id === veinId);
    if (card) focusCard(card.key);
  };

  return (
    <div className={styles.page}>
      <PlanToolbar
        wishes={wishes}
        onWishes={(next) => {
          setWishes(next);
          keepWishes(caseId, next);
        }}
        profile={facts.view.profile}
        profileApproved={facts.view.profileApproved}
        today={facts.today}
        showsMap={showsMap}
        onShowMap={setShowsMap}
        editor={editor}
        canUndo={canEdit && history.past.length > 0}
        canRedo={canEdit && history.future.length > 0}
        save={save}
      >
        <PatientPictureButton caseId={caseId} patientId={patientId} />
      </PlanToolbar>
      {asked ? (
        <PlanBanner
          proposal={asked.proposal}
          board={board}
          oneLegPerSession={wishes.oneLegPerSession}
          compares={compares}
          onCompare={setCompares}
          onAccept={
            canEdit
              ? () => {
                  accept(asked.proposal.draft);
                }
              : null
          }
        />
      ) : null}
      <PlanNotes {...{ patientId, caseId, facts, board, mayPlan, save, editor, onReload }} />
      {compares && asked ? (
        <ComparePanel
          proposal={asked.proposal}
          now={board}
          facts={facts}
          names={names}
          take={asked.take}
          onTake={canEdit ? accept : null}
          onClose={() => {
            setCompares(false);
          }}
        />
      ) : (
        <div className={styles.board} data-map={showsMap || undefined}>
          <PlanSide
            board={board}
            actions={actions}
            focus={focus}
            draggedKey={drag?.key ?? null}
            isOver={drag?.over === null}
            onAddSession={
              canEdit
                ? () => {
                    editor.change((now) => addSession(now, facts.view.profile.interval, facts.today));
                  }
                : null
            }
            onProposeDoses={
              canEdit && doseless.length > 0
                ? () => {
                    editor.change((now) => withProposedDoses(now, doseless));
                  }
                : null
            }
          />
          <div className={styles.columns} data-drag-scroll>
            {board.columns.length === 0 ? (
              <EmptyState title={NO_SESSION_YET.title}>{canEdit ? NO_SESSION_YET.how : null}</EmptyState>
            ) : null}
            {board.columns.map((column) => (
              <PlanColumn
                key={column.session.number}
                column={column}
                facts={facts}
                nameOf={nameOf}
                actions={column.held ? null : actions}
                focus={focus}
                draggedKey={drag?.key ?? null}
                isOver={drag?.over === column.session.number}
                showsLegs={!showsMap}
              />
            ))}
          </div>
          {showsMap ? <PlanMapPanel draft={draft} facts={facts} focus={focus} onSelect={showCardOf} /> : null}
        </div>
      )}
      <DragGhost drag={drag} card={dragged} />
      {openCard ? (
        <DoseDialog
          card={openCard}
          facts={facts}
          sessionNumbers={openNumbers(draft, facts)}
          sessionNumber={sessionOfCard(openCard, draft)}
          onSave={(dose, sessionNumber, locked) => {
            editor.change((now) => withDose(now, openCard, { ...dose, locked, sessionNumber }));
            setOpenKey(null);
            focusCard(openCard.key);
          }}
          onRemove={() => {
            const { index } = openCard;
            if (index !== null) editor.change((now) => removeItem(now, index));
            setOpenKey(null);
          }}
          onClose={() => {
            setOpenKey(null);
          }}
        />
      ) : null}
    </div>
  );
}

function namesOf({ veins, view }: PlanFacts): PlanNames {
  const labels = new Map(veins.map((vein) => [vein.id, veinLabel(vein)]));
  return {
    labelOf: (id) => labels.get(id) ?? '',
    limits: view.profile.limits,
    leftForLater: view.leftForLater,
  };
}

/**
 * The proposal for a draft, and what would come of some of its moves. It is worked out when the hand rests: what is typed or dragged
 * never waits for it.
 */
function useProposal(draft: PlanDraft, facts: PlanFacts, wishes: PlanWishes) {
  const asked = useDeferredValue(draft);
  const known = useDeferredValue(facts);
  const wished = useDeferredValue(wishes);
  return useMemo(() => {
    const options = optionsOf(wished, known.view.profile);
    const proposal = planProposal(asked, known, options, known.today);
    return (
      proposal && {
        proposal,
        take: (keys: ReadonlySet<string>) => takeMoves(asked, proposal, keys, situationOf(known), options),
      }
    );
  }, [asked, known, wished]);
}
