import { useDeferredValue, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { VeinId } from '../../../shared/kernel/ids.ts';
import type { CalendarDate } from '../../../shared/kernel/time.ts';
import { doseText } from '../../text/plan-text.ts';
import { withDose, withProposedDoses } from './card-changes.ts';
import { DoseDialog } from './dose-dialog.tsx';
import { PlanBanner } from './plan-banner.tsx';
import { planBoard } from './plan-board.ts';
import { PlanColumn } from './plan-column.tsx';
import { addSession, removeItem, type PlanDraft } from './plan-draft.ts';
import type { PlanEditor } from './plan-editor.ts';
import type { PlanFacts } from './plan-facts.ts';
import { createPlanFocus, focusCard } from './plan-focus.ts';
import { PlanMapPanel } from './plan-map-panel.tsx';
import { PlanNotes } from './plan-notes.tsx';
import { optionsOf } from './plan-options.ts';
import { planProposal } from './plan-proposal.ts';
import { PlanSide } from './plan-side.tsx';
import { PlanToolbar, type PlanWishes } from './plan-toolbar.tsx';
import styles from './plan-screen.module.css';
import { allCards, openNumbers, sessionOfCard, usePlanActions } from './use-plan-actions.ts';
import { useUndoKeys } from './use-undo-keys.ts';

interface PlanScreenProps {
  readonly facts: PlanFacts;
  readonly today: CalendarDate;
  readonly editor: PlanEditor;
  readonly mayPlan: boolean;
  readonly onReload: () => Promise<void>;
}

const FIRST_WISHES: PlanWishes = {
  order: 'fewest',
  oneLegPerSession: true,
  minutesPerSession: null,
  earliest: null,
};

/** The plan as it is edited, with the proposal above it. */
export function PlanScreen({ facts, today, editor, mayPlan, onReload }: PlanScreenProps) {
  const { history, save } = useStore(editor.store);
  const [wishes, setWishes] = useState(FIRST_WISHES);
  const [openKey, setOpenKey] = useState<string | null>(null);
  const [showsMap, setShowsMap] = useState(false);
  const [focus] = useState(createPlanFocus);
  const draft = history.present;
  const board = useMemo(() => planBoard(draft, facts), [draft, facts]);
  const proposal = useProposal(draft, facts, wishes, today);
  const canEdit = mayPlan && save.kind !== 'conflict';
  const { actions, drag } = usePlanActions({ draft, board, facts, editor, canEdit, onOpen: setOpenKey });
  useUndoKeys(canEdit && openKey === null, editor.undo, editor.redo);

  const cards = allCards(board);
  const openCard = cards.find(({ key }) => key === openKey) ?? null;
  const dragged = cards.find(({ key }) => key === drag?.key);
  const doseless = board.unplanned.filter(
    (card) => !card.dose && card.proposed && card.vein.carriedOverFrom === null,
  );
  const showCardOf = (veinId: VeinId | null) => {
    focus.setState({ veinId });
    const card = cards.find(({ vein }) => vein.id === veinId);
    if (card) focusCard(card.key);
  };

  return (
    <div className={styles.page}>
      <PlanToolbar
        wishes={wishes}
        onWishes={setWishes}
        profile={facts.view.profile}
        profileApproved={facts.view.profileApproved}
        today={today}
        showsMap={showsMap}
        onShowMap={setShowsMap}
        onAddSession={
          canEdit
            ? () => {
                editor.change((now) => addSession(now, facts.view.profile.interval, today));
              }
            : null
        }
        editor={editor}
        canUndo={canEdit && history.past.length > 0}
        canRedo={canEdit && history.future.length > 0}
        save={save}
      />
      {proposal ? (
        <PlanBanner
          proposal={proposal}
          board={board}
          oneLegPerSession={wishes.oneLegPerSession}
          intervalDays={facts.view.profile.interval.usualDays}
          onAccept={
            canEdit
              ? () => {
                  editor.change(() => proposal.draft);
                }
              : null
          }
        />
      ) : null}
      <PlanNotes {...{ facts, board, mayPlan, save, editor, onReload }} />
      <div className={styles.board} data-map={showsMap || undefined}>
        <PlanSide
          board={board}
          actions={actions}
          focus={focus}
          draggedKey={drag?.key ?? null}
          isOver={drag?.over === null}
          onProposeDoses={
            canEdit && doseless.length > 0
              ? () => {
                  editor.change((now) => withProposedDoses(now, doseless));
                }
              : null
          }
        />
        <div className={styles.columns} data-drag-scroll>
          {board.columns.map((column) => (
            <PlanColumn
              key={column.session.number}
              column={column}
              veins={facts.veins}
              weightG={facts.weightG}
              pace={facts.view.profile.pace}
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
      {drag && dragged ? (
        <div className={styles.ghost} style={{ left: drag.x + 12, top: drag.y + 8 }} aria-hidden="true">
          <strong>{dragged.label}</strong> {dragged.dose ? doseText(dragged.dose) : ''}
        </div>
      ) : null}
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

/** The proposal for a draft, worked out when the hand rests: what is typed or dragged never waits for it. */
function useProposal(draft: PlanDraft, facts: PlanFacts, wishes: PlanWishes, today: CalendarDate) {
  const asked = useDeferredValue(draft);
  const wished = useDeferredValue(wishes);
  return useMemo(() => {
    return planProposal(asked, facts, optionsOf(wished, facts.view.profile), today);
  }, [asked, facts, wished, today]);
}
