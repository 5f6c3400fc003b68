import { IconGripVertical, IconLock } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useStore } from 'zustand';
import { VeinSymbol } from '../../canvas/vein-symbol.tsx';
import { dateText, mgText, mlExactText } from '../../text/format.ts';
import { REGION_WORDS, sizeWords, veinWordsInFull } from '../../text/map-text.ts';
import { doseText, NOT_AS_PROPOSED, offLabelText } from '../../text/plan-text.ts';
import type { PlanCard as Card } from './plan-cards.ts';
import styles from './plan-card.module.css';
import type { PlanFocusStore } from './plan-focus.ts';
import type { CardActions } from './use-plan-actions.ts';

interface PlanCardProps {
  readonly card: Card;
  /** Null: the card can only be read. */
  readonly actions: CardActions | null;
  readonly focus: PlanFocusStore;
  readonly isDragged: boolean;
  /** For the column at the side: the dose stands under the name. */
  readonly narrow?: boolean;
}

/** A vein with its dose. Drag it, or with the keyboard: Alt or Ctrl with the arrows. */
export function PlanCard({ card, actions, focus, isDragged, narrow = false }: PlanCardProps) {
  const isPointedAt = useStore(focus, ({ veinId }) => veinId === card.vein.id);
  const pointAt = () => {
    focus.setState({ veinId: card.vein.id });
  };
  const draggable = actions && !card.isLocked ? actions.dragHandlers(card.key) : {};
  const onKeyDown = (event: KeyboardEvent) => {
    const act = actions && (event.altKey || isCtrlArrow(event)) ? keyAction(event.key, card, actions) : null;
    if (!act) return;
    event.preventDefault();
    act();
  };
  return (
    <li
      className={styles.card}
      data-dragged={isDragged || undefined}
      data-narrow={narrow || undefined}
      data-pointed={isPointedAt || undefined}
      onPointerEnter={pointAt}
      onFocus={pointAt}
      {...draggable}
    >
      <button
        type="button"
        className={styles.cardMain}
        data-card={card.key}
        aria-keyshortcuts={
          actions ? 'Alt+ArrowLeft Alt+ArrowRight Alt+ArrowUp Alt+ArrowDown Alt+L' : undefined
        }
        onKeyDown={onKeyDown}
        onClick={() => actions?.onOpen(card)}
      >
        {actions ? (
          <span className={styles.grip} data-grip>
            <IconGripVertical size={16} aria-hidden />
          </span>
        ) : null}
        <strong className={styles.cardLabel} aria-hidden="true">
          {card.label}
        </strong>
        <span className="pp-hidden">{`${card.label}, ${veinWordsInFull(card.vein)},`}</span>
        <VeinSymbol vein={card.vein} />
        <span className={styles.cardText}>
          <span className={styles.region}>
            {REGION_WORDS[card.measures.region]}
            {card.fedBy ? <span className={styles.fedBy}> · fed by {card.fedBy}</span> : null}
          </span>
          <span className={styles.dose}>
            {doseLine(card)}
            {card.differsFromProposal && !card.given ? (
              <>
                <abbr
                  title={card.proposed ? `Proposed: ${doseText(card.proposed)}` : NOT_AS_PROPOSED}
                  aria-hidden="true"
                >
                  {' '}
                  ≠
                </abbr>
                <span className="pp-hidden">, {NOT_AS_PROPOSED},</span>
              </>
            ) : null}
          </span>
        </span>
        <Amounts card={card} />
      </button>
      {actions && card.isLocked ? (
        <button
          type="button"
          className={styles.lock}
          aria-label={`Unlock ${card.label}`}
          title="Locked: the planner leaves it here. Press to unlock."

          onClick={() => {
            actions.onLock(card);
          }}
        >
          <IconLock size={17} aria-hidden />
        </button>
      ) : card.isLocked ? (
        <IconLock className={styles.lockSign} size={17} aria-label="locked" />
      ) : null}
      <Flags card={card} />
    </li>
  );
}

function Amounts({ card }: { readonly card: Card }) {
  if (!card.dose) return <span className={styles.amounts}>{sizeWords(card.measures)} mm</span>;
  return (
    <span className={styles.amounts}>
      <strong>{mlExactText(card.totals.liquidUl + card.totals.foamUl)}</strong>
      <span>{mgText(card.totals.massUg)}</span>
    </span>
  );
}

function doseLine(card: Card): string {
  if (card.given) {
    return `given ${String(card.given.injections)} × · ${mlExactText(card.given.volumeUl)}`;
  }
  if (card.isFurther) return 'further session, by the review';
  if (!card.dose) {
    return card.vein.carriedOverFrom
      ? `from ${dateText(card.vein.carriedOverFrom)}, to confirm`
      : 'no dose yet';
  }
  if (card.part) return `${doseText(card.dose)}, part ${String(card.part.nth)} of ${String(card.part.of)}`;
  return card.leftOverFrom === null
    ? doseText(card.dose)
    : `${doseText(card.dose)}, left over from session ${String(card.leftOverFrom)}`;
}

/** What is wrong or unusual, in words on the card. */
function Flags({ card }: { readonly card: Card }) {
  if (card.given) return null;
  const flags = [
    card.feederLater ? `Its feeder ${card.fedBy ?? ''} is planned later` : null,
    ...card.passedPerInjection.map(({ source }) => `More in one place than: ${source.text}`),
    card.offLabel ? offLabelText(card.offLabel) : null,
  ].filter((flag) => flag !== null);
  return flags.map((flag) => (
    <p key={flag} className={styles.flag}>
      ▲ {flag}
    </p>
  ));
}

/** Ctrl with a letter belongs to the frame. */
function isCtrlArrow(event: KeyboardEvent): boolean {
  return event.ctrlKey && event.key.startsWith('Arrow');
}

function keyAction(key: string, card: Card, actions: CardActions): (() => void) | null {
  switch (key) {
    case 'ArrowLeft':
      return () => {
        actions.onStep(card, -1);
      };
    case 'ArrowRight':
      return () => {
        actions.onStep(card, 1);
      };
    case 'ArrowUp':
      return () => {
        actions.onShift(card, -1);
      };
    case 'ArrowDown':
      return () => {
        actions.onShift(card, 1);
      };
    case 'l':
      return () => {
        actions.onLock(card);
      };
    default:
      return null;
  }
}
