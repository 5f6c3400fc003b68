import type { VeinChange, VeinComparison } from '../../../../shared/domain/leg-map/compare-maps.ts';
import type { Leg } from '../../../../shared/domain/leg-map/vein.ts';
import type { VeinId } from '../../../../shared/kernel/ids.ts';
import type { CalendarDate } from '../../../../shared/kernel/time.ts';
import { dateText } from '../../../text/format.ts';
import { LEG_WORDS } from '../../../text/map-text.ts';
import { CHANGE_WORDS, laterText } from '../../../text/time-text.ts';
import { ClassSign } from './class-sign.tsx';
import { CompareCounts } from './compare-counts.tsx';
import { CompareList } from './compare-list.tsx';
import { CHANGE_ORDER } from './compare-model.ts';
import styles from './compare.module.css';
import panelStyles from './time-panel.module.css';

interface ComparePanelProps {
  readonly legs: readonly Leg[];
  /** Of these legs. */
  readonly veins: readonly VeinComparison[];
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
  const { legs, veins, rows, scale, from, to, classes, onClasses, selectedId, onSelect } = props;
  return (
    <aside className={panelStyles.panel} aria-label="Compared veins">
      <header className={panelStyles.panelHead}>
        <h2>
          {dateText(from)} → {dateText(to)}
        </h2>
        <p>
          {legs.map((leg) => LEG_WORDS[leg]).join(' and ')} · {laterText(from, to)} · {rows.length} of{' '}
          {veins.length} veins shown
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
            <ClassSign of={change} />
            <span>
              {CHANGE_WORDS[change]}
              <strong>{veins.filter((vein) => vein.change === change).length}</strong>
            </span>
          </button>
        ))}
      </div>
      <CompareCounts veins={veins} scale={scale} />
      <CompareList {...{ rows, scale, selectedId, onSelect }} />
    </aside>
  );
}

function toggled(classes: ReadonlySet<VeinChange>, change: VeinChange): ReadonlySet<VeinChange> {
  const next = new Set(classes);
  if (!next.delete(change)) next.add(change);
  return next;
}
