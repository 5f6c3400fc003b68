import type { Vein } from '../../../shared/domain/leg-map/vein.ts';
import { LIST_WORDS } from '../../text/map-list-text.ts';
import { Button } from '../../ui/button.tsx';
import styles from './confirm-views.module.css';
import type { ListedVein } from './list-order.ts';

interface ConfirmViewsProps {
  /** What the list shows. */
  readonly rows: readonly ListedVein[];
  readonly onConfirm: (veins: readonly Vein[]) => void;
}

/** Confirms in one step all carried-over veins of a view that the list shows: somebody stands before that side of the leg. */
export function ConfirmViews({ rows, onConfirm }: ConfirmViewsProps) {
  const open = rows.map(({ vein }) => vein).filter(({ carriedOverFrom }) => carriedOverFrom !== null);
  const views = Map.groupBy(open, ({ leg, aspect }) => `${leg} ${aspect}`);
  if (views.size === 0) return null;
  return (
    <div className={styles.views} role="group" aria-label={LIST_WORDS.confirmViews}>
      <span>{LIST_WORDS.confirmViews}</span>
      {[...views].map(([key, veins]) => {
        const [first] = veins;
        return first ? (
          <Button
            key={key}
            size="small"
            onClick={() => {
              onConfirm(veins.map((vein) => ({ ...vein, carriedOverFrom: null })));
            }}
          >
            {LIST_WORDS.confirmView(first.leg, first.aspect, veins.length)}
          </Button>
        ) : null;
      })}
    </div>
  );
}
