import { createStore, type StoreApi } from 'zustand/vanilla';
import type { MapView } from '../../../shared/contract/map.ts';
import { depthOf } from '../../../shared/domain/leg-map/vein-kind.ts';
import { moveVein } from '../../../shared/domain/leg-map/change-vein.ts';
import {
  ASPECTS,
  type Leg,
  type LegView,
  type PointMm,
  type Vein,
  type VeinPattern,
} from '../../../shared/domain/leg-map/vein.ts';
import { sameView } from '../../../shared/domain/leg-map/views.ts';
import { diffBetween, isEmptyDiff } from '../../../shared/document/map-diff.ts';
import {
  documentOf,
  isVein,
  nextNumber,
  veinIn,
  type MapDocument,
  type MapRecord,
  type RecordId,
} from '../../../shared/document/map-document.ts';
import {
  historyOf,
  recorded,
  redone,
  undone,
  type HistoryStep,
  type MapHistory,
} from '../../../shared/document/map-history.ts';
import type { Point } from '../../../shared/geometry/point.ts';
import type { VeinId } from '../../../shared/kernel/ids.ts';
import { assertNever } from '../../../shared/kernel/assert-never.ts';
import { startTool, type RunningTool, type ToolId } from '../../canvas/tools/running-tool.ts';
import type { ToolEffect, ToolEvent, ToolScene } from '../../canvas/tools/tool.ts';
import { ALL_LAYERS, type LayerStrengths } from '../../canvas/map-layers.ts';
import { pannedBy, WHOLE, type Extent, type Viewport } from '../../canvas/viewport/viewport.ts';
import { showing, viewsShown, type MapLook } from './map-look.ts';
import type { MapDiff } from '../../../shared/document/map-document.ts';

/** What a new vein of a pattern will be; follows the last one that was drawn or changed. */
export type Pen = Pick<Vein, 'kind' | 'colour' | 'diameterMm' | 'depth'>;

/** A vein that is not on the map yet: it gets its id and its number there. */
export type NewVein = Omit<Vein, 'id' | 'number' | 'carriedOverFrom'>;

export interface MapEditorState extends MapLook {
  readonly history: MapHistory;
  readonly selection: ReadonlySet<RecordId>;
  readonly tool: RunningTool;
  readonly viewport: Viewport;
  readonly extent: Extent;
  readonly layers: LayerStrengths;
  readonly pens: Readonly<Record<VeinPattern, Pen>>;
  /** The last stroke began beside the leg and came to nothing. */
  readonly nothingDrawn: boolean;
  /** The space bar is held. */
  readonly panning: boolean;
}

/** What can be done to the map. Everything but the gestures themselves leaves map and history alone. */
export interface MapEditor {
  readonly store: StoreApi<MapEditorState>;
  readonly mayWrite: boolean;
  readonly hand: (event: ToolEvent, scene: ToolScene) => void;
  readonly choose: (tool: ToolId) => void;
  readonly select: (ids: readonly RecordId[]) => void;
  /** Puts a vein on the map and selects it; one undoable step. */
  readonly add: (vein: NewVein, label: string) => void;
  /** Changes veins or marks; one undoable step. */
  readonly change: (records: readonly MapRecord[], label: string) => void;
  readonly erase: (ids: readonly RecordId[]) => void;
  /** Moves what is selected, in millimetres. */
  readonly nudge: (by: Point) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly setPen: (pattern: VeinPattern, pen: Pen) => void;
  readonly show: (
    change: Partial<Pick<MapEditorState, 'viewport' | 'layers' | 'extent' | 'panning'>>,
  ) => void;
  /** Looks at other views. Neither the map nor its history know of it. */
  readonly look: (at: MapLook) => void;
}

const NONE: ReadonlySet<RecordId> = new Set();

export interface MapEditorOptions {
  readonly map: MapView;
  readonly mayWrite: boolean;
  readonly newVeinId: () => VeinId;
  /** Every change of the map, by hand, undo or redo; never one that changes nothing. */
  readonly onGesture: (label: string, diff: MapDiff) => void;
}

const FIRST_PENS: MapEditorState['pens'] = {
  line: { kind: 'reticular', colour: 'blue-green', diameterMm: 1.5, depth: 'subdermal' },
  web: { kind: 'telangiectasia', colour: 'red', diameterMm: 0.4, depth: 'intradermal' },
};

/** The leg with more veins; the left one where that is a draw. */
function fullerLeg(veins: readonly Vein[]): Leg {
  const right = veins.filter((vein) => vein.leg === 'right').length;
  return right > veins.length - right ? 'right' : 'left';
}

export function createMapEditor({ map, mayWrite, newVeinId, onGesture }: MapEditorOptions): MapEditor {
  const store = createStore<MapEditorState>(() => ({
    history: historyOf(documentOf([...map.veins, ...map.marks])),
    selection: NONE,
    tool: startTool('select', mayWrite),
    legs: fullerLeg(map.veins),
    aspects: ASPECTS,
    before: null,
    viewport: WHOLE,
    extent: { width: 1, height: 1 },
    layers: ALL_LAYERS,
    pens: FIRST_PENS,
    nothingDrawn: false,
    panning: false,
  }));
  const { getState: get, setState: set } = store;

  const commit = (label: string, to: MapDocument, selection: ReadonlySet<RecordId>) => {
    if (!mayWrite) return;
    const { history } = get();
    const diff = diffBetween(history.document, to);
    if (isEmptyDiff(diff)) return;
    set({ history: recorded(history, { label, diff }), selection });
    onGesture(label, diff);
  };
  const change = (records: readonly MapRecord[], label: string) => {
    const next = new Map(get().history.document);
    for (const record of records) if (next.has(record.id)) next.set(record.id, record);
    commit(label, next, get().selection);
  };
  const step = (taken: HistoryStep | null, prefix: string) => {
    if (taken === null || !mayWrite || get().tool.busy) return;
    const kept = [...get().selection].filter((id) => taken.history.document.has(id));
    set({ history: taken.history, selection: new Set(kept) });
    onGesture(`${prefix}-${taken.entry.label}`, taken.entry.diff);
  };
  const add = (added: NewVein, label: string) => {
    const { history } = get();
    const least = Math.max(map.nextNumber[added.leg], ...usedNumbers(history, added.leg));
    const number = nextNumber(history.document, added.leg, least);
    const vein: Vein = { ...added, id: newVeinId(), number, carriedOverFrom: null };
    commit(label, new Map(history.document).set(vein.id, vein), new Set([vein.id]));
  };
  const draw = (pattern: VeinPattern, { leg, aspect }: LegView, path: readonly PointMm[]) => {
    const blank = { branches: [], feederId: null, note: '' };
    add({ ...get().pens[pattern], leg, aspect, pattern, path, ...blank }, `draw-${pattern}`);
  };
  const erase = (ids: readonly RecordId[]) => {
    const gone = new Set(ids);
    const kept = [...get().history.document.values()]
      .filter(({ id }) => !gone.has(id))
      .map((record) => withoutVeins(record, gone));
    commit('erase', documentOf(kept), NONE);
  };
  const look = ({ legs, aspects, before }: MapLook) => {
    const same = legs === get().legs && aspects.join() === get().aspects.join();
    set({ legs, aspects, before, ...(same ? {} : { viewport: WHOLE }) });
  };
  const apply = (effect: ToolEffect) => {
    switch (effect.type) {
      case 'select':
        set({ selection: new Set(effect.ids) });
        return;
      case 'pan':
        set({ viewport: pannedBy(get().viewport, effect.by, get().extent) });
        return;
      case 'draw':
        draw(effect.pattern, effect.view, effect.path);
        return;
      case 'branch': {
        const vein = veinIn(get().history.document, effect.id);
        if (vein !== undefined)
          change([{ ...vein, branches: [...vein.branches, effect.path] }], 'draw-branch');
        return;
      }
      case 'change':
        change(effect.to, effect.label);
        return;
      case 'erase':
        erase(effect.ids);
        return;
      case 'nothing-drawn':
        set({ nothingDrawn: true });
        return;
      default:
        assertNever(effect);
    }
  };
  return {
    store,
    mayWrite,
    hand: (event, scene) => {
      const { tool, effects } = get().tool.step(event, scene);
      set(event.type === 'down' ? { tool, nothingDrawn: false } : { tool });
      effects.forEach(apply);
    },
    add: (vein, label) => {
      add(vein, label);
      look(showing(get(), vein));
    },
    choose: (tool) => {
      set({ tool: startTool(tool, mayWrite), nothingDrawn: false });
    },
    select: (ids) => {
      set({ selection: new Set(ids) });
      const [first, ...rest] = selectedRecords(get());
      const shown = viewsShown(get());
      if (first === undefined) return;
      if (![first, ...rest].some((record) => shown.some((view) => sameView(view, record))))
        look(showing(get(), first));
    },
    change: (records, label) => {
      const [only] = records;
      if (only !== undefined && records.length === 1 && isVein(only)) {
        const { kind, colour, diameterMm, depth, pattern } = only;
        set({ pens: { ...get().pens, [pattern]: { kind, colour, diameterMm, depth } } });
      }
      change(records, label);
    },
    erase,
    nudge: (by) => {
      const veins = selectedRecords(get()).filter(isVein);
      if (veins.length > 0)
        change(
          veins.map((vein) => moveVein(vein, by)),
          'move',
        );
    },
    undo: () => {
      step(undone(get().history), 'undo');
    },
    redo: () => {
      step(redone(get().history), 'redo');
    },
    setPen: (pattern, pen) => {
      set({ pens: { ...get().pens, [pattern]: pen } });
    },
    show: (state) => {
      set(state);
    },
    look,
  };
}

/** What is selected, in the order in which it was. */
export function selectedRecords({
  history,
  selection,
}: Pick<MapEditorState, 'history' | 'selection'>): readonly MapRecord[] {
  return [...selection].flatMap((id) => history.document.get(id) ?? []);
}

/** A record that no longer names veins that are gone. */
function withoutVeins(record: MapRecord, gone: ReadonlySet<RecordId>): MapRecord {
  if (isVein(record))
    return record.feederId !== null && gone.has(record.feederId) ? { ...record, feederId: null } : record;
  return record.mark === 'site' && record.veinId !== null && gone.has(record.veinId)
    ? { ...record, veinId: null }
    : record;
}

/** Numbers after those that were given in this sitting, be it to veins that were erased or undone since. */
function usedNumbers(history: MapHistory, leg: Leg): readonly number[] {
  return [...history.done, ...history.undone]
    .flatMap(({ diff }) => diff.added)
    .filter(isVein)
    .filter((vein) => vein.leg === leg)
    .map((vein) => vein.number + 1);
}

/** The pen with the kind changed, its depth following. */
export function withKind<T extends Pick<Vein, 'kind' | 'depth'>>(pen: T, kind: Vein['kind']): T {
  return { ...pen, kind, depth: depthOf(kind) };
}
