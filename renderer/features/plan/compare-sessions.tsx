import { IconArrowRight } from '@tabler/icons-react';
import type { SessionPace } from '../../../shared/domain/dose/label-profile.ts';
import { sessionColourIndex } from '../../canvas/session-shape.ts';
import { legsText, weekdayDateText } from '../../text/format.ts';
import { COMPARE_WORDS, counted, minutesText } from '../../text/plan-text.ts';
import { Gauge } from '../../ui/gauge.tsx';
import { SessionBadge } from '../../ui/session-badge.tsx';
import type { PlanBoard, PlanColumn } from './plan-board.ts';
import styles from './compare-sessions.module.css';

interface CompareSessionsProps {
  readonly now: PlanBoard;
  readonly next: PlanBoard;
  readonly weightG: number | null;
  readonly pace: SessionPace | null;
}

/** Every session that is still to come, as it is and as it would be. */
export function CompareSessions({ now, next, weightG, pace }: CompareSessionsProps) {
  const numbers = [...new Set([...now.columns, ...next.columns].map(({ session }) => session.number))]
    .filter((number) => !now.columns.some(({ session, held }) => session.number === number && held))
    .toSorted((a, b) => a - b);
  return (
    <div className={styles.sessions}>
      <div className={styles.heads} aria-hidden="true">
        <h2>{COMPARE_WORDS.now}</h2>
        <h2>{COMPARE_WORDS.next}</h2>
      </div>
      <ul className={styles.rows}>
        {numbers.map((number) => {
          const before = columnOf(now, number);
          const after = columnOf(next, number);
          return (
            <li key={number} className={styles.row} aria-label={`Session ${String(number)}`}>
              <Side
                name={COMPARE_WORDS.now}
                number={number}
                column={before}
                other={after}
                sign="leaves"
                {...{ weightG, pace }}
              />
              <Side
                name={COMPARE_WORDS.next}
                number={number}
                column={after}
                other={before}
                sign="comes"
                {...{ weightG, pace }}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function columnOf(board: PlanBoard, number: number): PlanColumn | null {
  return board.columns.find(({ session }) => session.number === number) ?? null;
}

interface SideProps {
  readonly name: string;
  readonly number: number;
  /** Null: there is no such session. */
  readonly column: PlanColumn | null;
  readonly other: PlanColumn | null;
  /** What a vein that is on this side alone does. */
  readonly sign: 'leaves' | 'comes';
  readonly weightG: number | null;
  readonly pace: SessionPace | null;
}

function Side({ name, number, column, other, sign, weightG, pace }: SideProps) {
  if (!column) return <p className={styles.none}>{COMPARE_WORDS.noSession}</p>;
  const { assessment, cards, session } = column;
  const shown = column.gauges.filter(
    ({ limit, usedState }) => limit.id === assessment.bindingLimitId || usedState === 'over',
  );
  const { injections } = assessment.totals;
  const others = new Set(other?.cards.map(({ vein }) => vein.id));
  return (
    <div className={styles.side} role="group" aria-label={name}>
      <p className={styles.head}>
        <SessionBadge number={number} size={24} />
        <strong>{legsText(column.legs) || 'Empty'}</strong>
        <span>
          {weekdayDateText(session.onDate)} · {counted(cards.length, 'vein')}
          {pace ? ` · ${minutesText(injections, pace).short}` : ''}
        </span>
      </p>
      {shown.map((gauge) => (
        <Gauge
          key={gauge.limit.id}
          gauge={gauge}
          compact
          binds={gauge.limit.id === assessment.bindingLimitId}
          sessionColour={sessionColourIndex(number)}
          weightG={weightG}
        />
      ))}
      <ul className={styles.veins}>
        {cards.map(({ key, label, vein }) => (
          <li key={key} data-sign={others.has(vein.id) ? undefined : sign}>
            {others.has(vein.id) ? null : sign === 'comes' ? (
              <span className={styles.sign}>
                +<span className="pp-hidden"> {COMPARE_WORDS.comes} </span>
              </span>
            ) : null}
            {label}
            {!others.has(vein.id) && sign === 'leaves' ? (
              <IconArrowRight size={13} aria-label={COMPARE_WORDS.leaves} />
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
