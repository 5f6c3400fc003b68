import { IconCircleDashed, IconPlus } from '@tabler/icons-react';
import { mgText, mlTotalText } from '../../text/format.ts';
import { limitShortName } from '../../text/limit-text.ts';
import { NOT_AS_PROPOSED } from '../../text/plan-text.ts';
import { Button } from '../../ui/button.tsx';
import { SessionBadge } from '../../ui/session-badge.tsx';
import type { PlanBoard } from './plan-board.ts';
import { PlanCard } from './plan-card.tsx';
import type { PlanFocusStore } from './plan-focus.ts';
import type { CardActions } from './use-plan-actions.ts';
import styles from './plan-side.module.css';

interface PlanSideProps {
  readonly board: PlanBoard;
  readonly actions: CardActions | null;
  readonly focus: PlanFocusStore;
  readonly draggedKey: string | null;
  readonly isOver: boolean;
  /** Null: the plan can only be read. */
  readonly onAddSession: (() => void) | null;
  /** Gives every vein without a dose the one the profile proposes; null when there is none to give. */
  readonly onProposeDoses: (() => void) | null;
}

/** What is in no session yet, the sums, and which limit holds where. */
export function PlanSide(props: PlanSideProps) {
  const { board, actions, focus, draggedKey, isOver, onAddSession, onProposeDoses } = props;
  const { unplanned, totals, columns } = board;
  return (
    <div className={styles.side}>
      <section
        className={styles.box}
        aria-label="Not planned"
        data-drop={actions ? 'none' : undefined}
        data-over={isOver || undefined}
      >
        <h2>
          <IconCircleDashed size={18} aria-hidden /> Not planned
        </h2>
        <ul className={styles.sideCards}>
          {unplanned.map((card) => (
            <PlanCard
              key={card.key}
              card={card}
              actions={actions}
              focus={focus}
              isDragged={card.key === draggedKey}
              narrow
            />
          ))}
        </ul>
        {unplanned.length === 0 ? <p className={styles.caption}>Every vein has a session.</p> : null}
        {onProposeDoses ? (
          <Button size="small" onClick={onProposeDoses}>
            Propose doses
          </Button>
        ) : null}
      </section>
      <section className={styles.box} aria-label="All sessions">
        <h2>All sessions</h2>
        <dl className={styles.sums}>
          <dt>Veins</dt>
          <dd>{totals.veins}</dd>
          <dt>Injections</dt>
          <dd>{totals.injections}</dd>
          <dt>Volume</dt>
          <dd>{mlTotalText(totals.liquidUl + totals.foamUl)}</dd>
          <dt>Mass</dt>
          <dd>{mgText(totals.massUg)}</dd>
        </dl>
        {onAddSession ? (
          <Button size="small" icon={<IconPlus size={18} aria-hidden />} onClick={onAddSession}>
            Session
          </Button>
        ) : null}
      </section>
      <section className={styles.box} aria-label="Why this split">
        <h2>What binds</h2>
        <ul className={styles.binds}>
          {columns.map(({ session, gauges, assessment }) => {
            const gauge = gauges.find(({ limit }) => limit.id === assessment.bindingLimitId);
            return (
              <li key={session.number}>
                <button
                  type="button"
                  title="Show this session"
                  onClick={() => {
                    showColumn(session.number);
                  }}
                >
                  <SessionBadge number={session.number} size={18} />
                  {gauge ? limitShortName(gauge.limit) : 'nothing yet'}
                </button>
              </li>
            );
          })}
        </ul>
      </section>
      <section className={styles.box} aria-label="Bars">
        <h2>Bars</h2>
        <ul className={styles.legend}>
          <li data-part="planned">planned</li>
          <li data-part="limit">limit</li>
          <li data-part="caution">caution</li>
          <li data-part="changed">{NOT_AS_PROPOSED}</li>
        </ul>
      </section>
    </div>
  );
}

/** Brings a session into sight that is scrolled away. */
function showColumn(number: number): void {
  document
    .querySelector(`[data-column="${String(number)}"]`)
    ?.scrollIntoView({ block: 'nearest', inline: 'center' });
}
