import { useEffect, useId, useRef, type KeyboardEvent } from 'react';
import type { VeinComparison } from '../../../../shared/domain/leg-map/compare-maps.ts';
import { veinLabel } from '../../../../shared/domain/leg-map/vein.ts';
import type { VeinId } from '../../../../shared/kernel/ids.ts';
import { REGION_WORDS, veinWords } from '../../../text/map-text.ts';
import { becameWords, CHANGE_WORDS, lengthsText, TIME_WORDS } from '../../../text/time-text.ts';
import { scrolledTo } from '../list-window.ts';
import { useListWindow } from '../use-list-window.ts';
import { measuresOf } from '../vein-measures.ts';
import { ClassSign } from './class-sign.tsx';
import { seenLengthMm, veinOf } from './compare-model.ts';
import styles from './compare.module.css';

interface CompareListProps {
  readonly rows: readonly VeinComparison[];
  readonly scale: number;
  readonly selectedId: VeinId | null;
  readonly onSelect: (id: VeinId) => void;
}

/** As the style sheet has it. */
const ROW_PX = 40;

/** The compared veins one by one, class by class; what is chosen here is selected on both maps. */
export function CompareList({ rows, scale, selectedId, onSelect }: CompareListProps) {
  const listId = useId();
  const list = useRef<HTMLUListElement>(null);
  const { first, end } = useListWindow(list, rows.length, ROW_PX);
  const idOfRow = (index: number) => `${listId}-${rows[index]?.veinId ?? ''}`;
  const at = rows.findIndex(({ veinId }) => veinId === selectedId);
  useEffect(() => {
    const element = list.current;
    if (element === null || at < 0) return;
    const { scrollTop: top, clientHeight: height } = element;
    const to = scrolledTo(at, { top, height, rowHeight: ROW_PX });
    if (to !== null) element.scrollTop = to;
  }, [at]);
  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[rowFor(event.key, at, rows.length) ?? -1];
    if (row === undefined) return;
    event.preventDefault();
    onSelect(row.veinId);
  };
  if (rows.length === 0) return <p className={styles.none}>{TIME_WORDS.noVeins}</p>;
  return (
    <ul
      ref={list}
      className={styles.list}
      role="listbox"
      aria-label="Compared veins"
      tabIndex={0}
      aria-activedescendant={at >= first && at < end ? idOfRow(at) : undefined}
      onKeyDown={onKeyDown}
    >
      <Gap rows={first} />
      {rows.slice(first, end).map((row, index) => (
        <li
          key={row.veinId}
          id={idOfRow(first + index)}
          role="option"
          aria-selected={first + index === at}
          aria-setsize={rows.length}
          aria-posinset={first + index + 1}
          className={styles.row}
          onClick={() => {
            onSelect(row.veinId);
          }}
        >
          <Row row={row} scale={scale} />
        </li>
      ))}
      <Gap rows={rows.length - end} />
    </ul>
  );
}

function Gap({ rows }: { readonly rows: number }) {
  return rows === 0 ? null : <li role="presentation" style={{ height: rows * ROW_PX }} />;
}

function Row({ row, scale }: { readonly row: VeinComparison; readonly scale: number }) {
  const vein = veinOf(row);
  const lengths = { fromMm: seenLengthMm(row.from, scale), toMm: seenLengthMm(row.to, scale) };
  return (
    <>
      <ClassSign of={row.change} />
      <strong>{veinLabel(vein)}</strong>
      <span className={styles.what}>
        {veinWords(vein)} · {REGION_WORDS[measuresOf(vein, scale).region]}
        <small>{[CHANGE_WORDS[row.change], ...becameWords(row)].join(' · ')}</small>
      </span>
      <span className={styles.lengths}>{lengthsText(lengths)}</span>
    </>
  );
}

/** The row that a key goes to; null for other keys. */
function rowFor(key: string, at: number, count: number): number | null {
  if (key === 'ArrowDown') return Math.min(count - 1, at + 1);
  if (key === 'ArrowUp') return Math.max(0, at - 1);
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}
