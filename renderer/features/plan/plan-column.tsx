import { IconTrash } from '@tabler/icons-react';
import { memo } from 'react';
import { sessionColourIndex } from '../../canvas/session-shape.ts';
import { legsText, mgText, mlTotalText } from '../../text/format.ts';
import { limitName } from '../../text/limit-text.ts';
import { counted, minutesText } from '../../text/plan-text.ts';
import { SessionBadge } from '../../ui/session-badge.tsx';
import { ColumnGauges } from './column-gauges.tsx';
import { ColumnLegs } from './column-legs.tsx';
import type { PlanColumn as Column } from './plan-board.ts';
import type { PlanFacts } from './plan-facts.ts';
import { PlanCard } from './plan-card.tsx';
import type { PlanFocusStore } from './plan-focus.ts';
import { SessionWhen } from './session-when.tsx';
import type { ColumnActions } from './use-plan-actions.ts';
import styles from './plan-column.module.css';

interface PlanColumnProps {
  readonly column: Column;
  readonly facts: PlanFacts;
  /** Who set a tighter limit. */
  readonly nameOf: (id: string) => string;
  /** Null: the column can only be read. */
  readonly actions: ColumnActions | null;
  readonly focus: PlanFocusStore;
  readonly draggedKey: string | null;
  readonly isOver: boolean;
  /** Small pictures of the legs; not where the map stands beside the columns. */
  readonly showsLegs: boolean;
}

/** A session: when, which leg, how full, where on the legs, and its veins in the order of treatment. */
export const PlanColumn = memo(function PlanColumn(props: PlanColumnProps) {
  const { column, facts, actions, focus, draggedKey, isOver } = props;
  const { session, cards } = column;
  const number = String(session.number);
  const passed = column.gauges.filter(({ usedState }) => usedState === 'over');
  return (
    <section
      className={styles.column}
      aria-label={`Session ${number}`}
      data-session={sessionColourIndex(session.number)}
      data-column={number}
      data-held={column.held ?? undefined}
      data-drop={actions ? number : undefined}
      data-over={isOver || undefined}
    >
      <ColumnHead {...props} />
      <ColumnGauges column={column} facts={facts} actions={actions} nameOf={props.nameOf} />
      {passed.length > 0 ? (
        <p className={styles.over} role="alert">
          Over the limit: {passed.map(({ limit }) => limitName(limit)).join(', ')}. Move or lessen something.
        </p>
      ) : null}
      {props.showsLegs ? <ColumnLegs column={column} veins={facts.veins} /> : null}
      <ol className={styles.cards}>
        {cards.map((card) => (
          <PlanCard
            key={card.key}
            card={card}
            actions={actions}
            focus={focus}
            isDragged={card.key === draggedKey}
          />
        ))}
        {actions ? <li className={styles.room}>{roomText(column)}</li> : <GivenLine column={column} />}
      </ol>
    </section>
  );
});

function ColumnHead({ column, facts, actions }: PlanColumnProps) {
  const { pace } = facts.view.profile;
  const { session, cards, assessment } = column;
  const { injections } = assessment.totals;
  return (
    <header className={styles.columnHead}>
      <SessionBadge number={session.number} size={30} />
      <div className={styles.columnTitle}>
        <h2>{legsText(column.legs) || 'Empty'}</h2>
        <span title={pace ? minutesText(injections, pace).full : undefined}>
          {counted(new Set(cards.map(({ vein }) => vein.id)).size, 'vein')} · {injections} inj.
          {pace ? ` · ${minutesText(injections, pace).short}` : ''}
        </span>
      </div>
      <SessionWhen column={column} actions={actions} />
      {actions ? (
        <button
          type="button"
          className={styles.remove}
          aria-label={`Take out session ${String(session.number)}; its veins are kept, not planned`}
          title="Take this session out; its veins are kept, not planned"
          onClick={() => {
            actions.onRemove(session.number);
          }}
        >
          <IconTrash size={17} aria-hidden />
        </button>
      ) : null}
    </header>
  );
}

function roomText({ roomUl, gauges }: Column): string {
  if (gauges.some(({ usedState }) => usedState === 'over')) return 'no room: over a limit';
  if (roomUl === null) return 'drop a vein here';
  return roomUl === 0 ? 'no room left' : `room for ${mlTotalText(roomUl, 'down')}`;
}

function GivenLine({ column }: { readonly column: Column }) {
  if (!column.held) return null;
  const given = column.cards.flatMap((card) => card.given ?? []);
  const volumeUl = given.reduce((sum, entry) => sum + entry.volumeUl, 0);
  const massUg = given.reduce((sum, entry) => sum + entry.massUg, 0);
  return (
    <li className={styles.room}>
      given {mlTotalText(volumeUl)} · {mgText(massUg)}
    </li>
  );
}
