import type { VeinComparison } from '../../../../shared/domain/leg-map/compare-maps.ts';
import type { VeinId } from '../../../../shared/kernel/ids.ts';
import { becameWords, CHANGE_WORDS, lengthsText, TIME_WORDS } from '../../../text/time-text.ts';
import { ClassSign } from './class-sign.tsx';
import { seenLengthMm, veinOf } from './compare-model.ts';
import styles from './compare.module.css';
import { TimeList } from './time-list.tsx';

interface CompareListProps {
  readonly rows: readonly VeinComparison[];
  readonly scale: number;
  readonly selectedId: VeinId | null;
  readonly onSelect: (id: VeinId) => void;
}

/** The compared veins one by one, class by class; what is chosen here is selected on both maps. */
export function CompareList({ rows, scale, selectedId, onSelect }: CompareListProps) {
  if (rows.length === 0) return <p className={styles.none}>{TIME_WORDS.noVeins}</p>;
  return (
    <TimeList
      label="Compared veins"
      sources={rows}
      idOf={({ veinId }) => veinId}
      rowOf={(row) => ({
        vein: veinOf(row),
        sign: <ClassSign of={row.change} />,
        became: [CHANGE_WORDS[row.change], ...becameWords(row)].join(' · '),
        size: lengthsText({ fromMm: seenLengthMm(row.from, scale), toMm: seenLengthMm(row.to, scale) }),
      })}
      {...{ scale, selectedId, onSelect }}
    />
  );
}
