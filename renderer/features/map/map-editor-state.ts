import type { StoreApi } from 'zustand/vanilla';
import type { MapView } from '../../../shared/contract/map.ts';
import {
  documentOf,
  type MapDocument,
  type MapRecord,
  type RecordId,
} from '../../../shared/document/map-document.ts';
import { historyOf, type MapHistory } from '../../../shared/document/map-history.ts';
import type { NoteMark } from '../../../shared/domain/leg-map/map-mark.ts';
import {
  ASPECTS,
  type Leg,
  type LegView,
  type PointMm,
  type Vein,
  type VeinPattern,
} from '../../../shared/domain/leg-map/vein.ts';
import type { VeinId } from '../../../shared/kernel/ids.ts';
import { ALL_LAYERS, type LayerStrengths } from '../../canvas/map-layers.ts';
import type { PenMode } from '../../canvas/tools/hand-session.ts';
import { startTool, type RunningTool } from '../../canvas/tools/running-tool.ts';
import { WHOLE, type Extent, type Viewport } from '../../canvas/viewport/viewport.ts';
import type { MapNotice } from './edit-notice.ts';
import type { MapLook } from './map-look.ts';

/** What a new vein of a pattern will be; follows the last one that was drawn or changed. */
export type Pen = Pick<Vein, 'kind' | 'colour' | 'diameterMm' | 'depth'>;

/** A distance on the reference leg whose measure on the patient is still to be entered. */
export interface Measuring {
  readonly view: LegView;
  readonly from: PointMm;
  readonly to: PointMm;
}

export interface MapEditorState extends MapLook {
  readonly history: MapHistory;
  readonly selection: ReadonlySet<RecordId>;
  readonly tool: RunningTool;
  readonly viewport: Viewport;
  readonly extent: Extent;
  readonly layers: LayerStrengths;
  readonly pens: Readonly<Record<VeinPattern, Pen>>;
  /** What is to be said of the last gesture, until the hand goes down again. */
  readonly notice: MapNotice | null;
  /** The space bar is held. */
  readonly panning: boolean;
  readonly penMode: PenMode;
  /** A pen has touched since the map was opened. */
  readonly penSeen: boolean;
  /** What is being edited in its panel: its first field takes the focus. */
  readonly editing: RecordId | null;
  /** A note that has no words yet: it is not on the map, and never will be without. */
  readonly draft: NoteMark | null;
  readonly measuring: Measuring | null;
  /** What was copied. It never leaves the map that it came from. */
  readonly clipboard: readonly MapRecord[];
  /** Veins with recorded injections: they are neither erased nor split nor joined. */
  readonly injected: ReadonlySet<VeinId>;
}

export type MapEditorStore = StoreApi<MapEditorState>;

export const NONE: ReadonlySet<RecordId> = new Set();

const FIRST_PENS: MapEditorState['pens'] = {
  line: { kind: 'reticular', colour: 'blue-green', diameterMm: 1.5, depth: 'subdermal' },
  web: { kind: 'telangiectasia', colour: 'red', diameterMm: 0.4, depth: 'intradermal' },
};

/** A map as it is opened: nothing selected, all views of the leg that has more veins. */
export function firstState({ veins, marks }: MapView, mayWrite: boolean): MapEditorState {
  return {
    history: historyOf(documentOf([...veins, ...marks])),
    selection: NONE,
    tool: startTool('select', mayWrite),
    legs: fullerLeg(veins),
    aspects: ASPECTS,
    before: null,
    viewport: WHOLE,
    extent: { width: 1, height: 1 },
    layers: ALL_LAYERS,
    pens: FIRST_PENS,
    notice: null,
    panning: false,
    penMode: 'auto',
    penSeen: false,
    editing: null,
    draft: null,
    measuring: null,
    clipboard: [],
    injected: new Set(),
  };
}

/** The leg with more veins; the left one where that is a draw. */
function fullerLeg(veins: readonly Vein[]): Leg {
  const right = veins.filter((vein) => vein.leg === 'right').length;
  return right > veins.length - right ? 'right' : 'left';
}

type Selected = Pick<MapEditorState, 'history' | 'selection'>;

let last: { document: MapDocument; ids: ReadonlySet<RecordId>; records: readonly MapRecord[] } | null = null;

/** What is selected, in the order in which it was. The same value for as long as map and selection are. */
export function selectedRecords({ history: { document }, selection }: Selected): readonly MapRecord[] {
  if (last?.document === document && last.ids === selection) return last.records;
  const records = [...selection].flatMap((id) => document.get(id) ?? []);
  last = { document, ids: selection, records };
  return records;
}
