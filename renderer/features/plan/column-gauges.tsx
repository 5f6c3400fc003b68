import { useState } from 'react';
import { capOf, type Gauge as GaugeValue } from '../../../shared/domain/dose/assess-dose.ts';
import { sessionColourIndex } from '../../canvas/session-shape.ts';
import { Gauge } from '../../ui/gauge.tsx';
import type { PlanColumn } from './plan-board.ts';
import type { PlanFacts } from './plan-facts.ts';
import { TighterCap } from './tighter-cap.tsx';
import type { ColumnActions } from './use-plan-actions.ts';
import styles from './column-gauges.module.css';

interface ColumnGaugesProps {
  readonly column: PlanColumn;
  readonly facts: PlanFacts;
  /** Null: the limits can only be read. */
  readonly actions: Pick<ColumnActions, 'onCap'> | null;
  /** Who set a tighter limit. */
  readonly nameOf: (id: string) => string;
}

const MAIN = 2;

/** How full a session is: the two fullest limits, the others on demand. A limit's name opens its source, and there it is tightened. */
export function ColumnGauges({ column, facts, actions, nameOf }: ColumnGaugesProps) {
  const { gauges, cautions, assessment, session } = column;
  const [showsAll, setShowsAll] = useState(false);
  return (
    <div className={styles.gauges} data-all={showsAll || undefined}>
      {(showsAll ? gauges : gauges.slice(0, MAIN)).map((gauge) => {
        const tightened = tightenedOf(gauge, column, facts, nameOf);
        const profileCap = tightened?.profileCap ?? gauge.cap;
        const { limit } = gauge;
        return (
          <Gauge
            key={limit.id}
            gauge={gauge}
            compact
            binds={limit.id === assessment.bindingLimitId}
            sessionColour={sessionColourIndex(session.number)}
            cautionAt={
              cautions.find(
                (caution) =>
                  caution.limit.quantity === limit.quantity && caution.limit.window === limit.window,
              )?.cap ?? null
            }
            weightG={facts.weightG}
            tightened={tightened}
            action={
              actions ? (
                <TighterCap
                  limit={limit}
                  sessionNumber={session.number}
                  profileCap={profileCap}
                  isSet={tightened !== null}
                  onCap={(amount) => {
                    actions.onCap(session.number, limit.id, amount);
                  }}
                />
              ) : null
            }
          />
        );
      })}
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

/** Who set the cap of a gauge tighter, and what the profile has for this patient; null where nobody did. */
function tightenedOf(
  { limit, cap }: GaugeValue,
  { session }: PlanColumn,
  { view, weightG }: PlanFacts,
  nameOf: (id: string) => string,
) {
  const set = session.tighterCaps.find(({ limitId }) => limitId === limit.id);
  const own = view.profile.limits.find(({ id }) => id === limit.id);
  if (!set || !own || (own.cap.per === 'kilogram' && weightG === null)) return null;
  const profileCap = own.cap.per === 'person' || weightG === null ? own.cap.amount : capOf(own, { weightG });
  if (cap >= profileCap) return null;
  const saved = view.capsSet.find(
    (each) =>
      each.sessionNumber === session.number && each.limitId === limit.id && each.amount === set.amount,
  );
  return { by: saved ? nameOf(saved.setBy) : 'you', profileCap };
}
