import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { viewsOfLeg } from '../../../shared/domain/leg-map/views.ts';
import type { Vein } from '../../../shared/domain/leg-map/vein.ts';
import type { VeinId } from '../../../shared/kernel/ids.ts';
import { LegThumbnail } from '../../canvas/leg-thumbnail.tsx';
import { sessionColourIndex } from '../../canvas/session-shape.ts';
import type { VeinMark } from '../../canvas/vein-mark.ts';
import { legsText, mgText, mlTotalText } from '../../text/format.ts';
import { limitName } from '../../text/limit-text.ts';
import { counted } from '../../text/plan-text.ts';
import { Gauge } from '../../ui/gauge.tsx';
import { SessionBadge } from '../../ui/session-badge.tsx';
import type { PlanColumn as Column } from './plan-board.ts';
import { PlanCard, type CardActions } from './plan-card.tsx';
import { SessionWhen, type WhenActions } from './session-when.tsx';
import styles from './plan-column.module.css';

interface PlanColumnProps {
  readonly column: Column;
  readonly veins: readonly Vein[];
  readonly weightG: number | null;
  /** Null: the column can only be read. */
  readonly actions: (CardActions & WhenActions & { readonly onRemove: (number: number) => void }) | null;
  readonly draggedKey: string | null;
  readonly isOver: boolean;
}

/** A session: when, which leg, how full, where on the legs, and its veins in the order of treatment. */
export function PlanColumn({ column, veins, weightG, actions, draggedKey, isOver }: PlanColumnProps) {
  const { session, cards, assessment } = column;
  const [showsAll, setShowsAll] = useState(false);
  const number = String(session.number);
  const main = showsAll ? column.gauges : column.gauges.slice(0, 2);
  const passed = column.gauges.filter(({ usedState }) => usedState === 'over');
  return (
    <section
      className={styles.column}
      aria-label={`Session ${number}`}
      data-session={sessionColourIndex(session.number)}
      data-drop={actions ? number : undefined}
      data-over={isOver || undefined}
      data-passed={passed.length > 0 || undefined}
    >
      <header className={styles.columnHead}>
        <SessionBadge number={session.number} size={30} />
        <div className={styles.columnTitle}>
          <h2>{legsText(column.legs) || 'Empty'}</h2>
          <span>
            {counted(cards.length, 'vein')} · {counted(assessment.totals.injections, 'injection')}
          </span>
        </div>
        <SessionWhen column={column} actions={actions} />
        {actions ? (
          <button
            type="button"
            className={styles.remove}
            aria-label={`Take out session ${number}; its veins are kept, not planned`}
            title="Take this session out; its veins are kept, not planned"
            onClick={() => {
              actions.onRemove(session.number);
            }}
          >
            <IconTrash size={17} aria-hidden />
          </button>
        ) : null}
      </header>
      <div className={styles.gauges}>
        {main.map((gauge) => (
          <Gauge
            key={gauge.limit.id}
            gauge={gauge}
            compact
            binds={gauge.limit.id === assessment.bindingLimitId}
            sessionColour={sessionColourIndex(session.number)}
            cautionAt={
              column.cautions.find(
                ({ limit }) => limit.quantity === gauge.limit.quantity && limit.window === gauge.limit.window,
              )?.cap ?? null
            }
            weightG={weightG}
          />
        ))}
        {column.gauges.length > 2 ? (
          <button
            type="button"
            className={styles.more}
            aria-expanded={showsAll}
            onClick={() => {
              setShowsAll(!showsAll);
            }}
          >
            {showsAll ? 'Only the main limits' : `All ${String(column.gauges.length)} limits`}
          </button>
        ) : null}
      </div>
      {passed.length > 0 ? (
        <p className={styles.over} role="alert">
          Over the limit: {passed.map(({ limit }) => limitName(limit)).join(', ')}. Move or lessen something.
        </p>
      ) : null}
      <Thumbnails column={column} veins={veins} />
      <ol className={styles.cards}>
        {cards.map((card) => (
          <PlanCard key={card.key} card={card} actions={actions} isDragged={card.key === draggedKey} />
        ))}
        {actions ? <li className={styles.room}>{roomText(column)}</li> : <GivenLine column={column} />}
      </ol>
    </section>
  );
}

function Thumbnails({ column, veins }: { readonly column: Column; readonly veins: readonly Vein[] }) {
  const marks = new Map<VeinId, VeinMark>(
    column.cards.map(({ vein }) => [vein.id, { state: 'planned', sessionNumber: column.session.number }]),
  );
  const shown = veins.filter(({ id }) => marks.has(id));
  const views = column.legs.flatMap(viewsOfLeg);
  return (
    <div className={styles.thumbnails}>
      {views.map((view) => (
        <figure key={`${view.leg} ${view.aspect}`}>
          <figcaption>
            {view.leg === 'left' ? 'L' : 'R'} {view.aspect}
          </figcaption>
          <LegThumbnail view={view} veins={shown} marks={marks} height={views.length > 4 ? 74 : 84} />
        </figure>
      ))}
    </div>
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
