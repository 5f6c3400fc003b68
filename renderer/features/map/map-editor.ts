import { createStore, type StoreApi } from 'zustand/vanilla';
import type { MapView } from '../../../shared/contract/map.ts';
import { depthOf } from '../../../shared/domain/leg-map/vein-kind.ts';
import { moveVein } from '../../../shared/domain/leg-map/change-vein.ts';
import type {
  Aspect,
  Leg,
  LegView,
  PointMm,
  Vein,
  VeinPattern,
} from '../../../shared/domain/leg-map/vein.ts';
import { diffBetween, isEmptyDiff } from '../../../shared/document/map-diff.ts';
import { documentOf, nextNumber, type MapDocument } from '../../../shared/document/map-document.ts';
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
import { pannedBy, WHOLE, type Extent, type Viewport } from '../../canvas/viewport/viewport.ts';
import type { MapDiff } from '../../../shared/document/map-document.ts';

/** What a new vein of a pattern will be; follows the last one that was drawn or changed. */
export type Pen = Pick<Vein, 'kind' | 'colour' | 'diameterMm' | 'depth'>;

export interface MapLayers {
  readonly veins: boolean;
  readonly plan: boolean;
  readonly regions: boolean;
}

export interface MapEditorState {
  readonly history: MapHistory;
  readonly selectedId: VeinId | null;
  readonly tool: RunningTool;
  readonly legs: Leg | 'both';
  /** One view alone, large; null: all views of the legs. */
  readonly single: Aspect | null;
  readonly viewport: Viewport;
  readonly extent: Extent;
  readonly layers: MapLayers;
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
  readonly select: (id: VeinId | null) => void;
  /** Changes one vein; one undoable step. */
  readonly change: (vein: Vein, label: string) => void;
  readonly erase: (ids: readonly VeinId[]) => void;
  /** Moves the selected vein, in millimetres. */
  readonly nudge: (by: Point) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly setPen: (pattern: VeinPattern, pen: Pen) => void;
  readonly show: (
    change: Partial<Pick<MapEditorState, 'legs' | 'single' | 'viewport' | 'layers' | 'extent' | 'panning'>>,
  ) => void;
}

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
    history: historyOf(documentOf(map.veins)),
    selectedId: null,
    tool: startTool('select', mayWrite),
    legs: fullerLeg(map.veins),
    single: null,
    viewport: WHOLE,
    extent: { width: 1, height: 1 },
    layers: { veins: true, plan: true, regions: true },
    pens: FIRST_PENS,
    nothingDrawn: false,
    panning: false,
  }));
  const { getState: get, setState: set } = store;

  const commit = (label: string, to: MapDocument, selectedId: VeinId | null) => {
    if (!mayWrite) return;
    const { history } = get();
    const diff = diffBetween(history.document, to);
    if (isEmptyDiff(diff)) return;
    set({ history: recorded(history, { label, diff }), selectedId });
    onGesture(label, diff);
  };
  const change = (vein: Vein, label: string) => {
    const { document } = get().history;
    if (!document.has(vein.id)) return;
    commit(label, new Map(document).set(vein.id, vein), vein.id);
  };
  const step = (taken: HistoryStep | null, prefix: string) => {
    if (taken === null || !mayWrite || get().tool.busy) return;
    const { selectedId } = get();
    const kept = selectedId !== null && taken.history.document.has(selectedId) ? selectedId : null;
    set({ history: taken.history, selectedId: kept });
    onGesture(`${prefix}-${taken.entry.label}`, taken.entry.diff);
  };
  const draw = (pattern: VeinPattern, view: LegView, path: readonly PointMm[]) => {
    const { history, pens } = get();
    const vein: Vein = {
      ...pens[pattern],
      id: newVeinId(),
      leg: view.leg,
      aspect: view.aspect,
      number: nextNumber(
        history.document,
        view.leg,
        Math.max(map.nextNumber[view.leg], ...usedNumbers(history, view.leg)),
      ),
      pattern,
      path,
      branches: [],
      feederId: null,
      note: '',
      carriedOverFrom: null,
    };
    commit(`draw-${pattern}`, new Map(history.document).set(vein.id, vein), vein.id);
  };
  const erase = (ids: readonly VeinId[]) => {
    const gone = new Set(ids);
    const { document } = get().history;
    const kept = [...document.values()]
      .filter(({ id }) => !gone.has(id))
      .map((vein) =>
        vein.feederId !== null && gone.has(vein.feederId) ? { ...vein, feederId: null } : vein,
      );
    commit('erase', documentOf(kept), null);
  };
  const apply = (effect: ToolEffect) => {
    switch (effect.type) {
      case 'select':
        set({ selectedId: effect.id });
        return;
      case 'pan':
        set({ viewport: pannedBy(get().viewport, effect.by, get().extent) });
        return;
      case 'draw':
        draw(effect.pattern, effect.view, effect.path);
        return;
      case 'branch': {
        const vein = get().history.document.get(effect.id);
        if (vein !== undefined) change({ ...vein, branches: [...vein.branches, effect.path] }, 'draw-branch');
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
    choose: (tool) => {
      set({ tool: startTool(tool, mayWrite), nothingDrawn: false });
    },
    select: (selectedId) => {
      const leg = selectedId === null ? undefined : get().history.document.get(selectedId)?.leg;
      const { legs } = get();
      set({ selectedId, legs: leg === undefined || legs === 'both' ? legs : leg });
    },
    change: (vein, label) => {
      const { pens } = get();
      const { kind, colour, diameterMm, depth } = vein;
      set({ pens: { ...pens, [vein.pattern]: { kind, colour, diameterMm, depth } } });
      change(vein, label);
    },
    erase,
    nudge: (by) => {
      const { history, selectedId } = get();
      const vein = selectedId === null ? undefined : history.document.get(selectedId);
      if (vein !== undefined) change(moveVein(vein, by), 'move');
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
  };
}

/** Numbers after those that were given in this sitting, be it to veins that were erased or undone since. */
function usedNumbers(history: MapHistory, leg: Leg): readonly number[] {
  return [...history.done, ...history.undone]
    .flatMap(({ diff }) => diff.added)
    .filter((vein) => vein.leg === leg)
    .map((vein) => vein.number + 1);
}

/** The pen with the kind changed, its depth following. */
export function withKind<T extends Pick<Vein, 'kind' | 'depth'>>(pen: T, kind: Vein['kind']): T {
  return { ...pen, kind, depth: depthOf(kind) };
}
