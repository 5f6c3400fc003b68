import type { SiteMark } from '../../../shared/domain/leg-map/map-mark.ts';
import type { LegView, PointMm, Vein } from '../../../shared/domain/leg-map/vein.ts';
import type { Box, Point } from '../../../shared/geometry/point.ts';
import { isVein, type MapRecord, type RecordId } from '../../../shared/document/map-document.ts';
import type { VeinId } from '../../../shared/kernel/ids.ts';

/** A place on a view, in millimetres of the reference leg. */
export interface Place {
  readonly view: LegView;
  readonly point: PointMm;
}

/** What the hand does, as the tools see it. */
export type ToolEvent =
  | {
      readonly type: 'down' | 'move' | 'up';
      readonly pointer: 'mouse' | 'pen' | 'touch';
      /** Null: beside every leg. */
      readonly place: Place | null;
      /** The same place in pixels of the screen. */
      readonly screen: Point;
      readonly pxPerMm: number;
      /** Shift is held: adds to the selection. */
      readonly shift: boolean;
      /** Alt is held: adds and removes points. */
      readonly alt: boolean;
      /** 2 from the second press of a double click on; 0 while nothing is pressed. */
      readonly clicks: number;
    }
  /** `back` takes the last clicked point back; `cancel` comes from the system, or from a second finger. */
  | { readonly type: 'enter' | 'back' | 'escape' | 'cancel' };

export type PointerTool = Extract<ToolEvent, { type: 'down' | 'move' | 'up' }>;

/** What lies under the hand. */
export interface CanvasScene {
  readonly selection: readonly MapRecord[];
  /** The vein or mark under a place; what is small comes before what is large. */
  readonly recordAt: (place: Place) => MapRecord | null;
  /** What lies in a box of a view, in its millimetres, at least in part. */
  readonly recordsIn: (view: LegView, box: Box) => readonly MapRecord[];
  /** Which point of the path of the vein that is selected alone can be taken hold of there. */
  readonly handleAt: (place: Place) => number | null;
}

/** What a tool can know: what the canvas shows, and what of the map hangs on what is selected. */
export interface ToolScene extends CanvasScene {
  /** Sites of selected veins that are not selected themselves: they go along. */
  readonly tiedSites: () => readonly SiteMark[];
}

/** Why a gesture came to nothing. */
export type ToolRefusal =
  | 'beside-leg'
  | 'branch-needs-line'
  | 'branch-elsewhere'
  | 'fewest-points'
  | 'feeder-from-nothing'
  | 'feeder-to-nothing'
  | 'too-short-to-measure';

/** What a tool asks for. Each one that changes the map is one gesture: saved and undone as a whole. */
export type ToolEffect =
  | { readonly type: 'select'; readonly ids: readonly RecordId[] }
  | { readonly type: 'pan'; readonly by: Point }
  | { readonly type: 'open-view'; readonly at: Place }
  /** To be edited in its panel. */
  | { readonly type: 'open'; readonly id: RecordId }
  | {
      readonly type: 'draw';
      readonly pattern: 'line' | 'web';
      readonly view: LegView;
      readonly path: readonly PointMm[];
    }
  | { readonly type: 'branch'; readonly id: VeinId; readonly path: readonly PointMm[] }
  | {
      readonly type: 'change';
      readonly label: 'move' | 'reshape' | 'add-point' | 'remove-point';
      readonly to: readonly MapRecord[];
    }
  | { readonly type: 'split'; readonly id: VeinId; readonly at: PointMm }
  | { readonly type: 'site'; readonly at: Place; readonly veinId: VeinId | null }
  | { readonly type: 'note'; readonly at: Place }
  | { readonly type: 'measure'; readonly view: LegView; readonly from: PointMm; readonly to: PointMm }
  | { readonly type: 'feed'; readonly id: VeinId; readonly feederId: VeinId }
  | { readonly type: 'erase'; readonly ids: readonly RecordId[] }
  /** To be said, not done. */
  | { readonly type: 'refused'; readonly why: ToolRefusal };

/** What a tool shows while a gesture goes on. */
export interface ToolPreview {
  /** A stroke that is being drawn. */
  readonly stroke: {
    readonly view: LegView;
    readonly points: readonly PointMm[];
    readonly closed: boolean;
    /** How many of the points, from the first on, were clicked and are shown as such. */
    readonly clicked: number;
  } | null;
  /** Veins and marks as they would be. */
  readonly changed: readonly MapRecord[];
  readonly erased: readonly RecordId[];
  /** A box that is drawn to select what lies in it, in millimetres of its view. */
  readonly box: { readonly view: LegView; readonly box: Box } | null;
  /** From a vein to the one that shall feed it; they may lie on different views. */
  readonly link: { readonly from: Place; readonly to: Place; readonly feederId: VeinId | null } | null;
  /** A distance that is being measured. */
  readonly measure: { readonly view: LegView; readonly from: PointMm; readonly to: PointMm } | null;
  /** Where a site or a note would stand. */
  readonly pin: { readonly mark: 'site' | 'note'; readonly at: Place } | null;
}

export const NO_PREVIEW: ToolPreview = {
  stroke: null,
  changed: [],
  erased: [],
  box: null,
  link: null,
  measure: null,
  pin: null,
};

/** A tool: a state machine without a screen. */
export interface Tool<State> {
  readonly idle: State;
  readonly step: (
    state: State,
    event: ToolEvent,
    scene: ToolScene,
  ) => { readonly state: State; readonly effects: readonly ToolEffect[] };
  /** In the middle of a gesture. */
  readonly isBusy: (state: State) => boolean;
  readonly preview: (state: State) => ToolPreview;
  /** The view that a gesture holds on to, so that it goes on beside the leg; null between gestures. */
  readonly heldView: (state: State) => LegView | null;
}

/** A press that moves less than this, in pixels, is a click. */
export const CLICK_PX = 4;

export function farApart(a: Point, b: Point, px = CLICK_PX): boolean {
  return Math.hypot(a[0] - b[0], a[1] - b[1]) >= px;
}

/** The vein that is selected alone. */
export function soleVein({ selection }: Pick<ToolScene, 'selection'>): Vein | null {
  const [only] = selection;
  return only !== undefined && selection.length === 1 && isVein(only) ? only : null;
}
