import { useMemo } from 'react';
import type { MapOn } from '../../../../shared/domain/leg-map/timeline.ts';
import type { Leg } from '../../../../shared/domain/leg-map/vein.ts';
import type { VeinId } from '../../../../shared/kernel/ids.ts';
import { VeinSymbol } from '../../../canvas/vein-symbol.tsx';
import { dateText } from '../../../text/format.ts';
import { LEG_WORDS, sizeWords } from '../../../text/map-text.ts';
import { counted, lifeText } from '../../../text/time-text.ts';
import { measuresOf } from '../vein-measures.ts';
import { TimeList } from './time-list.tsx';
import styles from './time-panel.module.css';

interface PastPanelProps {
  readonly past: MapOn;
  readonly legs: readonly Leg[];
  readonly selectedId: VeinId | null;
  readonly onSelect: (id: VeinId) => void;
}

/** The veins of a past day, each with where it stood in its life then: the same data as the map beside it. */
export function PastPanel({ past, legs, selectedId, onSelect }: PastPanelProps) {
  const [first, second] = legs;
  const veins = useMemo(
    () => past.veins.filter(({ vein: { leg } }) => leg === first || leg === second),
    [past, first, second],
  );
  const scale = past.heightScale;
  return (
    <aside className={styles.panel} aria-label="Veins then">
      <header className={styles.panelHead}>
        <h2>Veins on {dateText(past.onDate)}</h2>
        <p>
          {legs.map((leg) => LEG_WORDS[leg]).join(' and ')} · {counted(veins.length, 'vein')}
        </p>
      </header>
      <TimeList
        label="Veins then"
        sources={veins}
        idOf={({ vein }) => vein.id}
        rowOf={(row) => ({
          vein: row.vein,
          sign: <VeinSymbol vein={row.vein} size={18} />,
          became: lifeText(row),
          size: `${sizeWords(measuresOf(row.vein, scale))} mm`,
        })}
        {...{ scale, selectedId, onSelect }}
      />
    </aside>
  );
}
