import { IconFilter, IconFilterOff, IconPlus } from '@tabler/icons-react';
import { useDeferredValue, useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { isVein, type RecordId } from '../../../shared/document/map-document.ts';
import type { MapMark } from '../../../shared/domain/leg-map/map-mark.ts';
import type { Vein } from '../../../shared/domain/leg-map/vein.ts';
import type { Command } from '../../commands/command.ts';
import { LIST_WORDS } from '../../text/map-list-text.ts';
import { Button } from '../../ui/button.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { ConfirmViews } from './confirm-views.tsx';
import { ListFilterBar } from './list-filter.tsx';
import { BY_NUMBER, isFiltering, listed, NO_FILTER, type ListedVein } from './list-order.ts';
import type { MapEditor, MapEditorState } from './map-editor.ts';
import type { MapNews } from './map-news.ts';
import styles from './map-page.module.css';
import { MarkList } from './mark-list.tsx';
import { SelectionPanel, type Adding } from './selection-panel.tsx';
import { showSelected } from './show-selected.ts';
import { measuresOf } from './vein-measures.ts';
import { VeinList } from './vein-list.tsx';

interface SidePanelProps {
  readonly editor: MapEditor;
  /** Those of the legs that are shown, by label. */
  readonly veins: readonly Vein[];
  readonly marks: readonly MapMark[];
  readonly news: MapNews;
  readonly scale: number;
  readonly commands: readonly Command[];
  /** What is being added by figures. */
  readonly adding: Adding;
  readonly onAdding: (adding: Adding) => void;
}

/** The list of what is on the map, and under it what is selected. */
export function SidePanel(props: SidePanelProps) {
  const { editor, veins, marks, news, scale } = props;
  const side = useRef<HTMLElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const { document, selection } = useStore(
    editor.store,
    useShallow((state) => ({ document: state.history.document, selection: state.selection })),
  );
  const [tab, setTab] = useTab(editor);
  const [order, setOrder] = useState(BY_NUMBER);
  const [filter, setFilter] = useState(NO_FILTER);
  const [filtering, setFiltering] = useState(false);
  // The map is painted first: a list of thousands follows a moment later.
  const veinsInList = useDeferredValue(veins);
  const all = useMemo(
    () =>
      veinsInList.map((vein): ListedVein => ({
        vein,
        measures: measuresOf(vein, scale),
        session: news.sessions.get(vein.id) ?? null,
      })),
    [veinsInList, scale, news],
  );
  const rows = useMemo(() => listed(all, filter, order), [all, filter, order]);
  const openFields = () => {
    panel.current?.querySelector<HTMLElement>('select, input')?.focus();
  };
  useEditing(editor, openFields);
  useFocusAfterAdding(side, props.adding !== null);
  useEndOfAdding(editor, props.onAdding);
  const select = (ids: readonly RecordId[]) => {
    editor.select(ids);
    showSelected(editor);
  };
  const onFilter = () => {
    if (filtering) setFilter(NO_FILTER);
    setFiltering(!filtering);
  };
  return (
    <aside ref={side} className={styles.side} aria-label={LIST_WORDS.veins}>
      <ListBar
        {...props}
        {...{ tab, filtering, onFilter }}
        onTab={setTab}
        toConfirm={all.filter(({ vein }) => vein.carriedOverFrom !== null).length}
      />
      {tab === 'veins' ? (
        <>
          {filtering ? <ListFilterBar filter={filter} veins={all} onChange={setFilter} /> : null}
          <ListState
            {...{ all, rows, selection }}
            filtering={isFiltering(filter)}
            mayWrite={editor.mayWrite}
          />
          {filter.toConfirm && editor.mayWrite ? (
            <ConfirmViews
              rows={rows}
              onConfirm={(confirmed) => {
                editor.change(confirmed, 'confirm');
              }}
            />
          ) : null}
          <VeinList
            {...{ rows, selection, order }}
            givenUl={news.givenUl}
            onOrder={setOrder}
            onSelect={select}
            onOpen={openFields}
          />
        </>
      ) : (
        <>
          {marks.length === 0 ? <p className={styles.empty}>{LIST_WORDS.noMarks}</p> : null}
          <MarkList {...{ marks, document, selection }} onSelect={select} onOpen={openFields} />
        </>
      )}
      <div ref={panel} className={styles.under}>
        <SelectionPanel {...props} />
      </div>
    </aside>
  );
}

type Tab = 'veins' | 'marks';

/** Which list is seen: that of what was selected last, be it here or on the map. */
function useTab(editor: MapEditor): readonly [Tab, (tab: Tab) => void] {
  const [tab, setTab] = useState<Tab>('veins');
  useEffect(
    () =>
      editor.store.subscribe((state, before) => {
        const sameChoice = state.selection === before.selection;
        if (sameChoice && state.history === before.history) return;
        const now = tabOf(state);
        if (now !== null && !(sameChoice && now === tabOf(before))) setTab(now);
      }),
    [editor],
  );
  return [tab, setTab];
}

/** The list that what is selected stands in; null where that is nothing, or not on the map yet. */
function tabOf({ selection, history }: Pick<MapEditorState, 'selection' | 'history'>): Tab | null {
  for (const id of selection) {
    const record = history.document.get(id);
    if (record !== undefined) return isVein(record) ? 'veins' : 'marks';
  }
  return null;
}

/** Goes to the fields of what shall be edited. A note that has no words yet has a field that asks for them by itself. */
function useEditing(editor: MapEditor, openFields: () => void): void {
  const editing = useStore(editor.store, (state) => (state.draft === null ? state.editing : null));
  useEffect(() => {
    if (editing === null) return;
    openFields();
    editor.edit(null);
    // The fields are gone to once, when it is asked for.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [editing]);
}

/** Who selects something, or takes a tool, is done with the form. */
function useEndOfAdding(editor: MapEditor, onAdding: (adding: Adding) => void): void {
  useEffect(
    () =>
      editor.store.subscribe((state, before) => {
        const selects = state.selection !== before.selection && state.selection.size > 0;
        if (selects || state.tool.id !== before.tool.id) onAdding(null);
      }),
    [editor, onAdding],
  );
}

/** Once the form is gone, and the focus with it, the keyboard is back in the list. */
function useFocusAfterAdding(side: RefObject<HTMLElement | null>, adding: boolean): void {
  const was = useRef(adding);
  useEffect(() => {
    const isFocusLost = document.activeElement === document.body;
    if (was.current && !adding && isFocusLost)
      side.current?.querySelector<HTMLElement>('[role=listbox]')?.focus();
    was.current = adding;
  }, [side, adding]);
}

interface ListBarProps extends Pick<SidePanelProps, 'editor' | 'veins' | 'marks' | 'adding' | 'onAdding'> {
  readonly tab: Tab;
  readonly onTab: (tab: Tab) => void;
  readonly toConfirm: number;
  readonly filtering: boolean;
  readonly onFilter: () => void;
}

function ListBar(props: ListBarProps) {
  const { editor, veins, marks, tab, filtering, toConfirm } = props;
  const Icon = filtering ? IconFilterOff : IconFilter;
  return (
    <header className={styles.sideHead}>
      <SegmentedControl
        label={LIST_WORDS.what}
        height={32}
        options={[
          { value: 'veins', label: `${LIST_WORDS.veins} ${String(veins.length)}` },
          { value: 'marks', label: `${LIST_WORDS.marks} ${String(marks.length)}` },
        ]}
        value={tab}
        onChange={props.onTab}
      />
      <span>{toConfirm === 0 ? '' : LIST_WORDS.toConfirm(toConfirm)}</span>
      <div className={styles.sideEnd}>
        {tab === 'veins' ? (
          <Button
            kind="quiet"
            size="small"
            pressed={filtering}
            label={LIST_WORDS.filter}
            icon={<Icon size={18} stroke={1.7} aria-hidden />}
            onClick={props.onFilter}
          >
            {null}
          </Button>
        ) : null}
        {editor.mayWrite ? (
          <Button
            size="small"
            pressed={props.adding !== null}
            icon={<IconPlus size={16} aria-hidden />}
            onClick={() => {
              props.onAdding(props.adding === null ? tab : null);
            }}
          >
            {LIST_WORDS.add}
            <span className="pp-hidden"> {LIST_WORDS.byFigures[tab]}</span>
          </Button>
        ) : null}
      </div>
    </header>
  );
}

interface ListStateProps {
  readonly all: readonly ListedVein[];
  readonly rows: readonly ListedVein[];
  readonly selection: ReadonlySet<string>;
  readonly filtering: boolean;
  readonly mayWrite: boolean;
}

/** What the list does not show, and why. */
function ListState({ all, rows, selection, filtering, mayWrite }: ListStateProps) {
  if (all.length === 0)
    return <p className={styles.empty}>{mayWrite ? LIST_WORDS.noVeinsYet : LIST_WORDS.noVeins}</p>;
  if (!filtering) return null;
  const isSelected = ({ vein }: ListedVein) => selection.has(vein.id);
  const hidden = all.filter(isSelected).length - rows.filter(isSelected).length;
  return (
    <p className={styles.empty} role="status">
      {rows.length === 0 ? `${LIST_WORDS.noneFound} ` : ''}
      {LIST_WORDS.shownOf(rows.length, all.length)}
      {hidden === 0 ? '' : ` · ${LIST_WORDS.hiddenSelected(hidden)}`}
    </p>
  );
}
