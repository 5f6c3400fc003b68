import { IconArrowRight, IconCircleDashed, IconCircleMinus } from '@tabler/icons-react';
import type { Vein } from '../../../shared/domain/leg-map/vein.ts';
import type { PlanMove } from '../../../shared/domain/plan/plan-changes.ts';
import { VeinSymbol } from '../../canvas/vein-symbol.tsx';
import { moveReasonText, type PlanNames } from '../../text/plan-change-text.ts';
import { COMPARE_WORDS, counted } from '../../text/plan-text.ts';
import { SessionBadge } from '../../ui/session-badge.tsx';
import styles from './compare-moves.module.css';

interface CompareMovesProps {
  readonly moves: readonly PlanMove[];
  readonly veins: readonly Vein[];
  readonly names: PlanNames;
  readonly chosen: ReadonlySet<string>;
  /** Null: nothing can be chosen. */
  readonly onChoose: ((key: string, isChosen: boolean) => void) | null;
}

/** What would be elsewhere: where it is now, where it would be, and why. The parts of one vein are taken together. */
export function CompareMoves({ moves, veins, names, chosen, onChoose }: CompareMovesProps) {
  const byKey = Map.groupBy(moves, ({ key }) => key);
  return (
    <ul className={styles.moves}>
      {[...byKey].map(([key, parts]) => {
        const vein = veins.find(({ id }) => id === parts[0]?.veinId);
        return (
          <li key={key}>
            <label className={styles.move}>
              {onChoose ? (
                <input
                  type="checkbox"
                  checked={chosen.has(key)}
                  onChange={({ currentTarget }) => {
                    onChoose(key, currentTarget.checked);
                  }}
                />
              ) : null}
              {vein ? <VeinSymbol vein={vein} /> : null}
              <strong className={styles.label}>{parts[0] ? names.labelOf(parts[0].veinId) : ''}</strong>
              <span className={styles.ways}>
                {parts.map((move) => (
                  <Way
                    key={`${String(move.from)} ${String(move.to)}`}
                    move={move}
                    ofMany={parts.length > 1}
                  />
                ))}
              </span>
              <span className={styles.because}>
                {parts[0] ? moveReasonText(parts[0].because, names) : null}
              </span>
            </label>
          </li>
        );
      })}
    </ul>
  );
}

function Way({ move, ofMany }: { readonly move: PlanMove; readonly ofMany: boolean }) {
  const isDropped = move.because.code === 'done' || move.because.code === 'cleared';
  return (
    <span className={styles.way}>
      <Place number={move.from} />
      <IconArrowRight size={15} aria-label="to" />
      {isDropped ? (
        <IconCircleMinus size={20} aria-label={COMPARE_WORDS.outOfPlan} />
      ) : (
        <Place number={move.to} />
      )}
      {ofMany ? <span className={styles.punctures}>{counted(move.punctures, 'puncture')}</span> : null}
    </span>
  );
}

function Place({ number }: { readonly number: number | null }) {
  return number === null ? (
    <IconCircleDashed size={20} aria-label={COMPARE_WORDS.notPlanned} />
  ) : (
    <SessionBadge number={number} size={20} />
  );
}
