import { createStore } from 'zustand/vanilla';
import type { MapView } from '../../../shared/contract/map.ts';
import { depthOf } from '../../../shared/domain/leg-map/vein-kind.ts';
import type { PointMm, Vein, VeinPattern } from '../../../shared/domain/leg-map/vein.ts';
import { sameView } from '../../../shared/domain/leg-map/views.ts';
import {
  isVein,
  type MapDiff,
  type MapRecord,
  type RecordId,
} from '../../../shared/document/map-document.ts';
import { redone, undone, type HistoryStep } from '../../../shared/document/map-history.ts';
import type { Point } from '../../../shared/geometry/point.ts';
import type { MarkId, VeinId } from '../../../shared/kernel/ids.ts';
import { startTool, type ToolId } from '../../canvas/tools/running-tool.ts';
import type { CanvasScene, ToolEffect, ToolEvent, ToolScene } from '../../canvas/tools/tool.ts';
import { WHOLE } from '../../canvas/viewport/viewport.ts';
import { editActions, type EditDesk, type NewVein } from './edit-actions.ts';
import { applyEffect } from './edit-effects.ts';
import { markActions } from './edit-mark-actions.ts';
import type { NewMark } from './edit-marks.ts';
import { freshNames } from './edit-names.ts';
import { hasInjections, sitesOf } from './edit-records.ts';
import {
  firstState,
  selectedRecords,
  type MapEditorState,
  type MapEditorStore,
  type Pen,
} from './map-editor-state.ts';
import { showing, viewsShown, type MapLook } from './map-look.ts';

export { selectedRecords };
export type { MapEditorState, NewVein, Pen };

type ShownState = Pick<MapEditorState, 'viewport' | 'layers' | 'extent' | 'panning' | 'penMode' | 'injected'>;

/** What can be done to the map. Everything but the gestures themselves leaves map and history alone. */
export interface MapEditor {
  readonly store: MapEditorStore;
  readonly mayWrite: boolean;
  readonly hand: (event: ToolEvent, scene: CanvasScene) => void;
  /** Ends a gesture under way as if the hand had gone up, for when the page goes away. */
  readonly finishGesture: () => void;
  /** Takes another tool to hand; what the one before had begun is finished. */
  readonly choose: (tool: ToolId) => void;
  readonly select: (ids: readonly RecordId[]) => void;
  /** Selects every vein, site and note of the views on the screen. */
  readonly selectAll: () => void;
  /** Puts a vein on the map and selects it; one undoable step. */
  readonly add: (vein: NewVein, label: string) => void;
  /** Changes veins or marks; one undoable step. Sites keep to their veins. */
  readonly change: (records: readonly MapRecord[], label: string) => void;
  /** Takes records off the map, but for veins that were injected. */
  readonly erase: (ids: readonly RecordId[]) => void;
  /** Moves what is selected, in millimetres, as far as it stays on the leg. */
  readonly nudge: (by: Point) => void;
  /** Parts a line at a point, or in its middle. */
  readonly split: (id: VeinId, at: PointMm | null) => void;
  /** Makes one line of the two that are selected. */
  readonly join: () => void;
  readonly feed: (id: VeinId, feederId: VeinId) => void;
  /** Puts the mirror image of what is selected on the other leg. */
  readonly mirror: () => void;
  readonly copy: () => void;
  readonly paste: () => void;
  readonly duplicate: () => void;
  /** Opens a record in its panel; null closes it, and a note without words is gone. */
  readonly edit: (id: RecordId | null) => void;
  /** Gives the note that is being edited its words; without any it goes. */
  readonly writeNote: (text: string) => void;
  /** Puts a site, a note or the measured distance on the map and selects it; one undoable step. */
  readonly addMark: (mark: NewMark) => void;
  /** What the distance of `measuring` is on the patient, in whole millimetres; stays open where that cannot be. */
  readonly setScale: (distanceMm: number) => void;
  readonly dropMeasure: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly setPen: (pattern: VeinPattern, pen: Pen) => void;
  readonly show: (change: Partial<ShownState>) => void;
  /** Looks at other views. Neither the map nor its history know of it. */
  readonly look: (at: MapLook) => void;
}

export interface MapEditorOptions {
  readonly map: MapView;
  readonly mayWrite: boolean;
  readonly newVeinId: () => VeinId;
  readonly newMarkId: () => MarkId;
  /** Every change of the map, by hand, undo or redo; never one that changes nothing. */
  readonly onGesture: (label: string, diff: MapDiff) => void;
}

export function createMapEditor(options: MapEditorOptions): MapEditor {
  const { map, mayWrite } = options;
  const store: MapEditorStore = createStore<MapEditorState>(() => firstState(map, mayWrite));
  const document = () => store.getState().history.document;
  const desk: EditDesk = { ...options, store, fresh: freshNames(map, { ...options, document }) };
  const edits = editActions(desk);
  const look = ({ legs, aspects, before }: MapLook) => {
    const now = store.getState();
    const same = legs === now.legs && aspects.join() === now.aspects.join();
    store.setState({ legs, aspects, before, ...(same ? {} : { viewport: WHOLE }) });
  };
  const select = (ids: readonly RecordId[]) => {
    store.setState({ selection: new Set(ids) });
    const records = selectedRecords(store.getState());
    const shown = viewsShown(store.getState());
    const [first] = records;
    if (first !== undefined && !records.some((record) => shown.some((view) => sameView(view, record))))
      look(showing(store.getState(), first));
  };
  const marks = markActions(desk);
  const hands = handActions(desk, (effect) => applyEffect(effect, { desk, edits, marks, look }));
  return {
    store,
    mayWrite,
    ...hands,
    ...edits,
    ...marks,
    ...historyActions(desk),
    select,
    look,
    selectAll: () => {
      const views = viewsShown(store.getState());
      const shown = [...document().values()].filter(
        (record) =>
          (isVein(record) || record.mark !== 'scale') && views.some((view) => sameView(view, record)),
      );
      store.setState({ selection: new Set(shown.map(({ id }) => id)) });
    },
    add: (vein, label) => {
      edits.add(vein, label);
      look(showing(store.getState(), vein));
    },
    addMark: (mark) => {
      marks.addMark(mark);
      look(showing(store.getState(), mark));
    },
    mirror: () => {
      edits.mirror();
      select([...store.getState().selection]);
    },
    choose: (tool) => {
      hands.finishGesture();
      store.setState({ ...AFRESH, tool: startTool(tool, mayWrite) });
    },
    change: (records, label) => {
      const [only] = records;
      if (only !== undefined && records.length === 1 && isVein(only)) followPen(store, only);
      edits.change(records, label);
    },
    setPen: (pattern, pen) => {
      store.setState(({ pens }) => ({ pens: { ...pens, [pattern]: pen } }));
    },
    show: (state) => {
      store.setState(state);
    },
  };
}

/** The next vein is like the one that was changed last. */
function followPen(store: MapEditorStore, { kind, colour, diameterMm, depth, pattern }: Vein): void {
  store.setState(({ pens }) => ({ pens: { ...pens, [pattern]: { kind, colour, diameterMm, depth } } }));
}

/** What a new gesture puts an end to. */
const AFRESH = { notice: null, measuring: null, draft: null, editing: null };

function handActions({ store }: EditDesk, apply: (effect: ToolEffect) => void) {
  let last: { readonly event: ToolEvent; readonly scene: CanvasScene } | null = null;
  const hand = (event: ToolEvent, scene: CanvasScene) => {
    const before = store.getState().tool;
    const { tool, effects } = before.step(event, toolScene(store, scene));
    last = 'place' in event ? { event, scene } : last;
    if (event.type === 'down')
      store.setState(({ penSeen }) => ({ ...AFRESH, tool, penSeen: penSeen || event.pointer === 'pen' }));
    else if (tool !== before) store.setState({ tool });
    effects.forEach(apply);
  };
  return {
    hand,
    finishGesture: () => {
      if (last === null || !store.getState().tool.busy) return;
      const { event, scene } = last;
      if ('place' in event) hand({ ...event, type: 'up' }, scene);
      if (store.getState().tool.busy) hand({ type: 'enter' }, scene);
    },
  };
}

/** What the canvas shows, with what is selected as the editor knows it now, be it painted or not. */
function toolScene({ getState }: MapEditorStore, scene: CanvasScene): ToolScene {
  const { history, selection } = getState();
  return {
    ...scene,
    selection: selectedRecords({ history, selection }),
    tiedSites: () => sitesOf(history.document, selection).filter(({ id }) => !selection.has(id)),
  };
}

function historyActions({ store, mayWrite, onGesture }: EditDesk) {
  const step = (taken: HistoryStep | null, prefix: string) => {
    const { tool, selection, injected } = store.getState();
    if (taken === null || !mayWrite || tool.busy) return;
    const hurt = taken.entry.diff.removed.filter(isVein).filter(({ id }) => injected.has(id));
    if (hurt.length > 0) {
      store.setState({ notice: hasInjections(hurt) });
      return;
    }
    const kept = [...selection].filter((id) => taken.history.document.has(id));
    store.setState({
      history: taken.history,
      selection: new Set(kept),
      notice: null,
      draft: null,
      editing: null,
    });
    onGesture(`${prefix}-${taken.entry.label}`, taken.entry.diff);
  };
  return {
    undo: () => step(undone(store.getState().history), 'undo'),
    redo: () => step(redone(store.getState().history), 'redo'),
  };
}

/** The pen with the kind changed, its depth following. */
export function withKind<T extends Pick<Vein, 'kind' | 'depth'>>(pen: T, kind: Vein['kind']): T {
  return { ...pen, kind, depth: depthOf(kind) };
}
