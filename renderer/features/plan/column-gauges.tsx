import { useState } from 'react';
import { sessionColourIndex } from '../../canvas/session-shape.ts';
import { Gauge } from '../../ui/gauge.tsx';
import type { PlanColumn } from './plan-board.ts';
import styles from './column-gauges.module.css';

interface ColumnGaugesProps {
  readonly column: PlanColumn;
  readonly weightG: number | null;
}

const MAIN = 2;

/** How full a session is: the two fullest limits, the others on demand. */
export function ColumnGauges({ column, weightG }: ColumnGaugesProps) {
  const { gauges, cautions, assessment, session } = column;
  const [showsAll, setShowsAll] = useState(false);
  return (
    <div className={styles.gauges}>
      {(showsAll ? gauges : gauges.slice(0, MAIN)).map((gauge) => (
        <Gauge
          key={gauge.limit.id}
          gauge={gauge}
          compact
          binds={gauge.limit.id === assessment.bindingLimitId}
          sessionColour={sessionColourIndex(session.number)}
          cautionAt={
            cautions.find(
              ({ limit }) => limit.quantity === gauge.limit.quantity && limit.window === gauge.limit.window,
            )?.cap ?? null
          }
          weightG={weightG}
        />
      ))}
      {gauges.length > MAIN ? (
        <button
          type="button"
          className={styles.more}
          aria-expanded={showsAll}
          onClick={() => {
            setShowsAll(!showsAll);
          }}
        >
          {showsAll ? 'Only the main limits' : `All ${String(gauges.length)} limits`}
        </button>
      ) : null}
    </div>
  );
}
