import type {
  MapComparison,
  VeinChange,
  VeinComparison,
} from '../../../../shared/domain/leg-map/compare-maps.ts';
import type { VeinId } from '../../../../shared/kernel/ids.ts';
import type { CalendarDate } from '../../../../shared/kernel/time.ts';
import { dateText } from '../../../text/format.ts';
import { CHANGE_WORDS, laterText } from '../../../text/time-text.ts';
import { ClassSign } from './class-sign.tsx';
import { CompareCounts } from './compare-counts.tsx';
import { CompareList } from './compare-list.tsx';
import { CHANGE_ORDER } from './compare-model.ts';
import styles from './compare.module.css';

interface ComparePanelProps {
  readonly comparison: MapComparison;
  /** Those of the classes that are shown. */
  readonly rows: readonly VeinComparison[];
  readonly scale: number;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly classes: ReadonlySet<VeinChange>;
  readonly onClasses: (classes: ReadonlySet<VeinChange>) => void;
  readonly selectedId: VeinId | null;
  readonly onSelect: (id: VeinId) => void;
}

/** What became of the veins between two days: counted, and one by one. */
export function ComparePanel(props: ComparePanelProps) {
  const { comparison, rows, scale, from, to, classes, onClasses, selectedId, onSelect } = props;
  return (
    <aside className={styles.panel} aria-label="Compared veins">
      <header className={styles.panelHead}>
        <h2>
          {dateText(from)} → {dateText(to)}
        </h2>
        <p>
          {laterText(from, to)} · {rows.length} of {comparison.veins.length} veins shown
        </p>
      </header>
      <div className={styles.classes} role="group" aria-label="Shown on the maps and in the list">
        {CHANGE_ORDER.map((change) => (
          <button
            key={change}
            type="button"
            aria-pressed={classes.has(change)}
            onClick={() => {
              onClasses(toggled(classes, change));
            }}
          >
            <ClassSign of={change} /> {CHANGE_WORDS[change]} {comparison.totals[change].count}
          </button>
        ))}
      </div>
      <CompareCounts veins={comparison.veins} scale={scale} />
      <CompareList {...{ rows, scale, selectedId, onSelect }} />
    </aside>
  );
}

function toggled(classes: ReadonlySet<VeinChange>, change: VeinChange): ReadonlySet<VeinChange> {
  const next = new Set(classes);
  if (!next.delete(change)) next.add(change);
  return next;
}
