import { useEffect, useId, useRef, type KeyboardEvent } from 'react';
import type { VeinComparison } from '../../../../shared/domain/leg-map/compare-maps.ts';
import { measureVein } from '../../../../shared/domain/leg-map/measure.ts';
import { veinLabel } from '../../../../shared/domain/leg-map/vein.ts';
import type { VeinId } from '../../../../shared/kernel/ids.ts';
import { REGION_WORDS, veinWords } from '../../../text/map-text.ts';
import { becameWords, CHANGE_WORDS, lengthsText, TIME_WORDS } from '../../../text/time-text.ts';
import { ClassSign } from './class-sign.tsx';
import { seenLengthMm, veinOf } from './compare-model.ts';
import styles from './compare.module.css';

interface CompareListProps {
  readonly rows: readonly VeinComparison[];
  readonly scale: number;
  readonly selectedId: VeinId | null;
  readonly onSelect: (id: VeinId) => void;
}

/** The compared veins one by one, class by class; what is chosen here is selected on both maps. */
export function CompareList({ rows, scale, selectedId, onSelect }: CompareListProps) {
  const listId = useId();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [selectedId]);
  const onKeyDown = (event: KeyboardEvent) => {
    const at = rows.findIndex(({ veinId }) => veinId === selectedId);
    const row = rows[rowFor(event.key, at, rows.length) ?? -1];
    if (row === undefined) return;
    event.preventDefault();
    onSelect(row.veinId);
  };
  if (rows.length === 0) return <p className={styles.none}>{TIME_WORDS.noVeins}</p>;
  const active = rows.some(({ veinId }) => veinId === selectedId)
    ? `${listId}-${selectedId ?? ''}`
    : undefined;
  return (
    <ul
      ref={list}
      className={styles.list}
      role="listbox"
      aria-label="Compared veins"
      tabIndex={0}
      aria-activedescendant={active}
      onKeyDown={onKeyDown}
    >
      {rows.map((row) => (
        <Row
          key={row.veinId}
          id={`${listId}-${row.veinId}`}
          {...{ row, scale, onSelect }}
          selected={row.veinId === selectedId}
        />
      ))}
    </ul>
  );
}

interface RowProps {
  readonly id: string;
  readonly row: VeinComparison;
  readonly scale: number;
  readonly selected: boolean;
  readonly onSelect: (id: VeinId) => void;
}

function Row({ id, row, scale, selected, onSelect }: RowProps) {
  const vein = veinOf(row);
  const lengths = { fromMm: seenLengthMm(row.from, scale), toMm: seenLengthMm(row.to, scale) };
  return (
    <li
      id={id}
      role="option"
      aria-selected={selected}
      className={styles.row}
      onClick={() => {
        onSelect(row.veinId);
      }}
    >
      <ClassSign of={row.change} />
      <strong>{veinLabel(vein)}</strong>
      <span className={styles.what}>
        {veinWords(vein)} · {REGION_WORDS[measureVein(vein, scale).region]}
        <small>{[CHANGE_WORDS[row.change], ...becameWords(row)].join(' · ')}</small>
      </span>
      <span className={styles.lengths}>{lengthsText(lengths)}</span>
    </li>
  );
}

/** The row that a key goes to; null for other keys. */
function rowFor(key: string, at: number, count: number): number | null {
  if (key === 'ArrowDown') return Math.min(count - 1, at + 1);
  if (key === 'ArrowUp') return Math.max(0, at - 1);
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}
