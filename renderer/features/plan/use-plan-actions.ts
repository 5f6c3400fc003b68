import { useMemo } from 'react';
import type { CalendarDate } from '../../../shared/kernel/time.ts';
import { putCard } from './card-changes.ts';
import type { PlanBoard } from './plan-board.ts';
import type { PlanCard } from './plan-cards.ts';
import {
  removeSession,
  setDate,
  setLocked,
  setTighterCap,
  setTime,
  shiftItem,
  type PlanDraft,
} from './plan-draft.ts';
import type { PlanEditor } from './plan-editor.ts';
import type { PlanFacts } from './plan-facts.ts';
import { focusCard } from './plan-focus.ts';
import { useCardDrag, type Drag, type DragHandlers, type DropTarget } from './use-card-drag.ts';

/** What can be done with a card. */
export interface CardActions {
  readonly onOpen: (card: PlanCard) => void;
  /** −1: to the session before (or out of the plan); 1: to the next. */
  readonly onStep: (card: PlanCard, by: -1 | 1) => void;
  readonly onShift: (card: PlanCard, by: -1 | 1) => void;
  readonly onLock: (card: PlanCard) => void;
  readonly dragHandlers: (key: string) => DragHandlers;
}

/** What can be done with a session that has not been held. */
export interface ColumnActions extends CardActions {
  readonly onDate: (number: number, date: CalendarDate) => void;
  readonly onTime: (number: number, atTime: string | null) => void;
  readonly onRemove: (number: number) => void;
  /** A cap tighter than the profile's, in the unit of the limit; null: the profile's again. */
  readonly onCap: (number: number, limitId: string, amount: number | null) => void;
}

interface PlanDesk {
  readonly draft: PlanDraft;
  readonly board: PlanBoard;
  readonly facts: PlanFacts;
  readonly editor: PlanEditor;
  readonly canEdit: boolean;
  readonly onOpen: (key: string) => void;
}

/** Every card of the board, those without a session first. */
export function allCards(board: PlanBoard): readonly PlanCard[] {
  return [...board.unplanned, ...board.columns.flatMap((column) => column.cards)];
}

/** Numbers of sessions that can still be changed, in their order. */
export function openNumbers(draft: PlanDraft, { view }: Pick<PlanFacts, 'view'>): readonly number[] {
  const held = new Set(view.held.map(({ number }) => number));
  return draft.sessions.map(({ number }) => number).filter((number) => !held.has(number));
}

/** The session that a card is in, or null. */
export function sessionOfCard(card: PlanCard, draft: PlanDraft): number | null {
  return card.index === null ? null : (draft.items[card.index]?.sessionNumber ?? null);
}

/** What cards and columns do to the plan; null where it can only be read. They stay the same until the plan changes. */
export function usePlanActions(desk: PlanDesk): {
  readonly actions: ColumnActions | null;
  readonly drag: Drag | null;
} {
  const { draft, board, facts, editor, canEdit, onOpen } = desk;
  const put = (card: PlanCard, target: DropTarget) => {
    editor.change((now) => putCard(now, card, target, facts));
    focusCard(card.key);
  };
  const { drag, handlersOf } = useCardDrag((key, target) => {
    const card = allCards(board).find((each) => each.key === key);
    if (card) put(card, target);
  });
  const actions = useMemo(
    () => (canEdit ? actionsOf({ draft, facts, editor, onOpen, dragHandlers: handlersOf }) : null),
    [canEdit, draft, facts, editor, onOpen, handlersOf],
  );
  return { actions, drag };
}

function actionsOf({
  draft,
  facts,
  editor,
  onOpen,
  dragHandlers,
}: Pick<PlanDesk, 'draft' | 'facts' | 'editor' | 'onOpen'> &
  Pick<CardActions, 'dragHandlers'>): ColumnActions {
  const places: readonly DropTarget[] = [null, ...openNumbers(draft, facts)];
  return {
    dragHandlers,
    onOpen: ({ key }) => {
      onOpen(key);
    },
    onStep: (card, by) => {
      const target = places[places.indexOf(sessionOfCard(card, draft)) + by];
      if (target === undefined) return;
      editor.change((now) => putCard(now, card, target, facts));
      focusCard(card.key);
    },
    onShift: ({ index, key }, by) => {
      if (index !== null) editor.change((now) => shiftItem(now, index, by));
      focusCard(key);
    },
    onLock: ({ index, isLocked }) => {
      if (index !== null) editor.change((now) => setLocked(now, index, !isLocked));
    },
    onDate: (number, date) => {
      editor.change((now) => setDate(now, number, date));
    },
    onTime: (number, atTime) => {
      editor.change((now) => setTime(now, number, atTime));
    },
    onCap: (number, limitId, amount) => {
      editor.change((now) => setTighterCap(now, number, limitId, amount));
    },
    onRemove: (number) => {
      editor.change((now) => removeSession(now, number));
    },
  };
}
