import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { veinLabel, type Vein } from '../../../../shared/domain/leg-map/vein.ts';
import type { VeinId } from '../../../../shared/kernel/ids.ts';
import { REGION_WORDS, veinWords } from '../../../text/map-text.ts';
import { scrolledTo } from '../list-window.ts';
import { useListWindow } from '../use-list-window.ts';
import { measuresOf } from '../vein-measures.ts';
import styles from './time-list.module.css';

/** A vein of the past. */
interface TimeRow {
  readonly vein: Vein;
  readonly sign: ReactNode;
  /** What became of it, in words. */
  readonly became: string;
  readonly size: string;
}

interface TimeListProps<Source> {
  readonly label: string;
  readonly sources: readonly Source[];
  readonly idOf: (source: Source) => VeinId;
  /** Made only for rows in sight. */
  readonly rowOf: (source: Source) => TimeRow;
  readonly scale: number;
  readonly selectedId: VeinId | null;
  readonly onSelect: (id: VeinId) => void;
}

/** As the style sheet has it. */
const ROW_PX = 40;

/** Veins of the past one by one, to read and to choose from; what is chosen here is selected on the map. */
export function TimeList<Source>(props: TimeListProps<Source>) {
  const { label, sources, idOf, rowOf, scale, selectedId, onSelect } = props;
  const listId = useId();
  const list = useRef<HTMLUListElement>(null);
  const { first, end } = useListWindow(list, sources.length, ROW_PX);
  const at = sources.findIndex((source) => idOf(source) === selectedId);
  useEffect(() => {
    const element = list.current;
    if (element === null || at < 0) return;
    const { scrollTop: top, clientHeight: height } = element;
    const to = scrolledTo(at, { top, height, rowHeight: ROW_PX });
    if (to !== null) element.scrollTop = to;
  }, [at]);
  const onKeyDown = (event: KeyboardEvent) => {
    const source = sources[rowFor(event.key, at, sources.length) ?? -1];
    if (source === undefined) return;
    event.preventDefault();
    onSelect(idOf(source));
  };
  return (
    <ul
      ref={list}
      className={styles.list}
      role="listbox"
      aria-label={label}
      tabIndex={0}
      aria-activedescendant={at >= first && at < end ? `${listId}-${String(at)}` : undefined}
      onKeyDown={onKeyDown}
    >
      <Gap rows={first} />
      {sources.slice(first, end).map((source, index) => (
        <li
          key={idOf(source)}
          id={`${listId}-${String(first + index)}`}
          role="option"
          aria-selected={first + index === at}
          aria-setsize={sources.length}
          aria-posinset={first + index + 1}
          className={styles.row}
          onClick={() => {
            onSelect(idOf(source));
          }}
        >
          <Row {...rowOf(source)} scale={scale} />
        </li>
      ))}
      <Gap rows={sources.length - end} />
    </ul>
  );
}

function Gap({ rows }: { readonly rows: number }) {
  return rows === 0 ? null : <li role="presentation" style={{ height: rows * ROW_PX }} />;
}

function Row({ vein, sign, became, size, scale }: TimeRow & { readonly scale: number }) {
  return (
    <>
      {sign}
      <strong>{veinLabel(vein)}</strong>
      <span className={styles.what}>
        {veinWords(vein)} · {REGION_WORDS[measuresOf(vein, scale).region]}
      </span>
      <span className={styles.size}>{size}</span>
      <small className={styles.became} title={became}>
        {became}
      </small>
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
