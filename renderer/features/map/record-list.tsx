import { useMediaQuery } from '@mantine/hooks';
import {
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
} from 'react';
import type { MapRecord, RecordId } from '../../../shared/document/map-document.ts';
import { afterKey, chosen, type ListChoice } from './list-selection.ts';
import { scrolledTo } from './list-window.ts';
import { useListWindow } from './use-list-window.ts';
import styles from './vein-list.module.css';

interface RecordListProps<Row> {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly recordOf: (row: Row) => MapRecord;
  readonly selection: ReadonlySet<RecordId>;
  readonly onSelect: (ids: readonly RecordId[]) => void;
  /** Enter on a row, or a double click: go on to its fields. */
  readonly onOpen: () => void;
  /** What stands in a row. */
  readonly children: (row: Row) => ReactNode;
}

/** Veins or marks as a list in which several can be chosen; quick with thousands, because only rows in sight are made. */
export function RecordList<Row>(props: RecordListProps<Row>) {
  const { rows, recordOf, selection } = props;
  const listId = useId();
  const list = useRef<HTMLUListElement>(null);
  const rowHeight = useMediaQuery('(min-height: 1000px)') ? 34 : 27;
  const { first, end } = useListWindow(list, rows.length, rowHeight);
  const ids = useMemo(
    () => rows.map((row) => recordOf(row).id),
    // What a row stands for never changes.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [rows],
  );
  const { choice, choose } = useChoice(ids, selection, props.onSelect);
  const activeAt = choice.active === null ? -1 : ids.indexOf(choice.active);
  useEffect(() => {
    const element = list.current;
    if (element === null || activeAt < 0) return;
    const { scrollTop: top, clientHeight: height } = element;
    const to = scrolledTo(activeAt, { top, height, rowHeight });
    if (to !== null) element.scrollTop = to;
  }, [activeAt, selection, rowHeight]);

  const onKeyDown = (event: KeyboardEvent<HTMLUListElement>) => {
    const { key, shiftKey: shift, altKey } = event;
    const mod = event.ctrlKey || event.metaKey;
    const pageRows = Math.max(1, Math.floor(event.currentTarget.clientHeight / rowHeight) - 1);
    const next = altKey ? null : afterKey(ids, choice, { key, shift, mod }, pageRows);
    if (next !== null) choose(next);
    else if (key === 'Enter' && selection.size > 0) props.onOpen();
    else return;
    event.preventDefault();
  };
  const clicked = (id: RecordId, event: MouseEvent) => {
    const mode = event.shiftKey ? 'range' : event.ctrlKey || event.metaKey ? 'toggle' : 'only';
    choose(chosen(ids, choice, id, mode));
  };
  return (
    <ul
      ref={list}
      className={styles.list}
      role="listbox"
      aria-label={props.label}
      aria-multiselectable
      tabIndex={0}
      aria-activedescendant={
        activeAt >= first && activeAt < end ? `${listId}-${ids[activeAt] ?? ''}` : undefined
      }
      onKeyDown={onKeyDown}
    >
      <Gap rows={first} rowHeight={rowHeight} />
      {rows.slice(first, end).map((row, index) => {
        const { id } = recordOf(row);
        return (
          <li
            key={id}
            id={`${listId}-${id}`}
            role="option"
            aria-selected={selection.has(id)}
            aria-setsize={rows.length}
            aria-posinset={first + index + 1}
            data-active={first + index === activeAt || undefined}
            className={styles.row}
            style={{ height: rowHeight }}
            onClick={(event) => {
              clicked(id, event);
            }}
            onDoubleClick={props.onOpen}
          >
            {props.children(row)}
          </li>
        );
      })}
      <Gap rows={rows.length - end} rowHeight={rowHeight} />
    </ul>
  );
}

/** The room of rows that are not made. */
function Gap({ rows, rowHeight }: { readonly rows: number; readonly rowHeight: number }) {
  return rows === 0 ? null : <li role="presentation" style={{ height: rows * rowHeight }} />;
}

interface OwnChoice extends ListChoice<RecordId> {
  /** Which row was the active one. */
  readonly at: number;
}

/**
 * The choice of the list. Where something was selected elsewhere, keys start from there; where the active row is gone, from the
 * one that took its place.
 */
function useChoice(
  ids: readonly RecordId[],
  selection: ReadonlySet<RecordId>,
  onSelect: (ids: readonly RecordId[]) => void,
) {
  const [own, setOwn] = useState<OwnChoice | null>(null);
  const isOwn = own !== null && sameIds(own.selected, selection);
  const elsewhere = ids.find((id) => selection.has(id)) ?? heirOf(own, ids);
  const choice = isOwn ? own : { selected: selection, active: elsewhere, anchor: elsewhere };
  const choose = (next: ListChoice<RecordId>) => {
    setOwn({ ...next, at: next.active === null ? -1 : ids.indexOf(next.active) });
    if (!sameIds(next.selected, selection)) onSelect([...next.selected]);
  };
  return { choice, choose };
}

function heirOf(own: OwnChoice | null, ids: readonly RecordId[]): RecordId | null {
  if (own === null || own.active === null || ids.includes(own.active)) return null;
  return ids[Math.min(own.at, ids.length - 1)] ?? null;
}

function sameIds(a: ReadonlySet<RecordId>, b: ReadonlySet<RecordId>): boolean {
  return a === b || (a.size === b.size && [...a].every((id) => b.has(id)));
}
