import { IconArrowBackUp, IconArrowForwardUp, IconPlus } from '@tabler/icons-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { PlanOrder } from '../../../shared/domain/plan/planner.ts';
import type { CalendarDate } from '../../../shared/kernel/time.ts';
import { doseText } from '../../text/plan-text.ts';
import { Button } from '../../ui/button.tsx';
import { PageBar } from '../../ui/page-bar.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { UnapprovedProfileNote } from '../../ui/unapproved-profile-note.tsx';
import { putCard, withDose, withProposedDoses } from './card-changes.ts';
import { DoseDialog } from './dose-dialog.tsx';
import { PlanBanner } from './plan-banner.tsx';
import { planBoard } from './plan-board.ts';
import type { PlanCard } from './plan-cards.ts';
import type { PlanFacts } from './plan-facts.ts';
import type { CardActions } from './plan-card.tsx';
import { PlanColumn } from './plan-column.tsx';
import {
  addSession,
  removeItem,
  removeSession,
  setDate,
  setLocked,
  setTime,
  shiftItem,
} from './plan-draft.ts';
import type { PlanEditor } from './plan-editor.ts';
import { PlanNotes, PlanSaved } from './plan-notes.tsx';
import { planProposal } from './plan-proposal.ts';
import { PlanSide } from './plan-side.tsx';
import styles from './plan-screen.module.css';
import { useCardDrag, type DropTarget } from './use-card-drag.ts';
import { useUndoKeys } from './use-undo-keys.ts';

interface PlanScreenProps {
  readonly facts: PlanFacts;
  readonly today: CalendarDate;
  readonly editor: PlanEditor;
  readonly mayPlan: boolean;
  readonly onReload: () => Promise<void>;
}

const ORDERS: readonly { readonly value: PlanOrder; readonly label: string }[] = [
  { value: 'fewest', label: 'Fewest' },
  { value: 'balanced', label: 'Balanced' },
  { value: 'feeders-first', label: 'Feeders first' },
];

/** The plan as it is edited, with the proposal above it. */
export function PlanScreen({ facts, today, editor, mayPlan, onReload }: PlanScreenProps) {
  const { history, save } = useStore(editor.store);
  const [order, setOrder] = useState<PlanOrder>('fewest');
  const [oneLegPerSession, setOneLeg] = useState(true);
  const [openKey, setOpenKey] = useState<string | null>(null);
  const draft = history.present;
  const board = useMemo(() => planBoard(draft, facts), [draft, facts]);
  const asked = useDeferredValue(draft);
  const proposal = useMemo(
    () => planProposal(asked, facts, { order, oneLegPerSession, time: null }, today),
    [asked, facts, order, oneLegPerSession, today],
  );
  const cards = [...board.unplanned, ...board.columns.flatMap((column) => column.cards)];
  const held = new Set(facts.view.held.map(({ number }) => number));
  const openNumbers = draft.sessions.map(({ number }) => number).filter((number) => !held.has(number));
  const isConflict = save.kind === 'conflict';
  const canEdit = mayPlan && !isConflict;

  const put = (card: PlanCard, target: DropTarget) => {
    editor.change((now) => putCard(now, card, target, facts));
    focusCard(card.key);
  };
  const { drag, handlersOf } = useCardDrag((key, target) => {
    const card = cards.find((each) => each.key === key);
    if (card) put(card, target);
  });
  useUndoKeys(canEdit && openKey === null, editor.undo, editor.redo);

  const numberOf = (card: PlanCard) =>
    card.index === null ? null : (draft.items[card.index]?.sessionNumber ?? null);
  const actions: CardActions | null = canEdit
    ? {
        onOpen: (card) => {
          setOpenKey(card.key);
        },
        onStep: (card, by) => {
          const places: DropTarget[] = [null, ...openNumbers];
          const target = places[places.indexOf(numberOf(card)) + by];
          if (target !== undefined) put(card, target);
        },
        onShift: (card, by) => {
          const { index } = card;
          if (index !== null) editor.change((now) => shiftItem(now, index, by));
          focusCard(card.key);
        },
        onLock: (card) => {
          const { index } = card;
          if (index !== null) editor.change((now) => setLocked(now, index, !card.isLocked));
        },
        dragHandlers: handlersOf,
      }
    : null;
  const columnActions = actions && {
    ...actions,
    onDate: (number: number, date: CalendarDate) => {
      editor.change((now) => setDate(now, number, date));
    },
    onTime: (number: number, atTime: string | null) => {
      editor.change((now) => setTime(now, number, atTime));
    },
    onRemove: (number: number) => {
      editor.change((now) => removeSession(now, number));
    },
  };
  const openCard = cards.find(({ key }) => key === openKey) ?? null;
  const dragged = cards.find(({ key }) => key === drag?.key);
  const doseless = board.unplanned.filter(
    (card) => !card.dose && card.proposed && card.vein.carriedOverFrom === null,
  );

  return (
    <div className={styles.page}>
      <PageBar
        title="Plan"
        end={
          <>
            <Button
              size="small"
              label="Undo (Ctrl+Z)"
              icon={<IconArrowBackUp size={19} aria-hidden />}
              disabledBecause={canEdit && history.past.length > 0 ? null : 'Nothing to undo'}
              onClick={editor.undo}
            >
              {null}
            </Button>
            <Button
              size="small"
              label="Redo (Ctrl+Shift+Z)"
              icon={<IconArrowForwardUp size={19} aria-hidden />}
              disabledBecause={canEdit && history.future.length > 0 ? null : 'Nothing to redo'}
              onClick={editor.redo}
            >
              {null}
            </Button>
            <PlanSaved save={save} />
          </>
        }
      >
        <SegmentedControl label="What to strive for" options={ORDERS} value={order} onChange={setOrder} />
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={oneLegPerSession}
            onChange={(event) => {
              setOneLeg(event.currentTarget.checked);
            }}
          />
          One leg per session
        </label>
        {canEdit ? (
          <Button
            size="small"
            icon={<IconPlus size={18} aria-hidden />}
            onClick={() => {
              editor.change((now) => addSession(now, facts.view.profile.interval, today));
            }}
          >
            Session
          </Button>
        ) : null}
        <UnapprovedProfileNote name={facts.view.profile.id} approved={facts.view.profileApproved} />
      </PageBar>
      {proposal ? (
        <PlanBanner
          proposal={proposal}
          board={board}
          oneLegPerSession={oneLegPerSession}
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
      <div className={styles.board}>
        <PlanSide
          board={board}
          actions={actions}
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
        <div className={styles.columns}>
          {board.columns.map((column) => (
            <PlanColumn
              key={column.session.number}
              column={column}
              veins={facts.veins}
              weightG={facts.weightG}
              actions={column.held ? null : columnActions}
              draggedKey={drag?.key ?? null}
              isOver={drag?.over === column.session.number}
            />
          ))}
        </div>
      </div>
      {drag && dragged ? (
        <div className={styles.ghost} style={{ left: drag.x + 12, top: drag.y + 8 }} aria-hidden="true">
          <strong>{dragged.label}</strong> {dragged.dose ? doseText(dragged.dose) : ''}
        </div>
      ) : null}
      {openCard ? (
        <DoseDialog
          card={openCard}
          profile={facts.view.profile}
          sessionNumbers={openNumbers}
          sessionNumber={numberOf(openCard)}
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

/** Keeps the focus on a card that has moved, once it stands in its new place. */
function focusCard(key: string): void {
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>(`[data-card="${CSS.escape(key)}"]`)?.focus();
  });
}
