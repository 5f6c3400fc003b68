import { doseText } from '../../text/plan-text.ts';
import type { PlanCard } from './plan-cards.ts';
import styles from './drag-ghost.module.css';
import type { Drag } from './use-card-drag.ts';

interface DragGhostProps {
  readonly drag: Drag | null;
  readonly card: PlanCard | null;
}

/** What hangs on the hand while a card is dragged. */
export function DragGhost({ drag, card }: DragGhostProps) {
  if (!drag || !card) return null;
  return (
    <div className={styles.ghost} style={{ left: drag.x + 12, top: drag.y + 8 }} aria-hidden="true">
      <strong>{card.label}</strong> {card.dose ? doseText(card.dose) : ''}
    </div>
  );
}
