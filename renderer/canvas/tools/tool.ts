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
      /** Null: beside every leg. */
      readonly place: Place | null;
      /** The same place in pixels of the screen. */
      readonly screen: Point;
      readonly pxPerMm: number;
      /** Shift is held: adds to the selection. */
      readonly shift: boolean;
    }
  | { readonly type: 'enter' | 'escape' | 'cancel' };

export type PointerTool = Extract<ToolEvent, { type: 'down' | 'move' | 'up' }>;

/** What lies under the hand. */
export interface ToolScene {
  readonly selection: readonly MapRecord[];
  /** The vein or mark under a place; what is small comes before what is large. */
  readonly recordAt: (place: Place) => MapRecord | null;
  /** What lies in a box of a view, in its millimetres, at least in part. */
  readonly recordsIn: (view: LegView, box: Box) => readonly MapRecord[];
  /** Which point of the path of the vein that is selected alone can be taken hold of there. */
  readonly handleAt: (place: Place) => number | null;
}

/** What a tool asks for. One `commit` is one gesture: saved and undone as a whole. */
export type ToolEffect =
  | { readonly type: 'select'; readonly ids: readonly RecordId[] }
  | { readonly type: 'pan'; readonly by: Point }
  | {
      readonly type: 'draw';
      readonly pattern: 'line' | 'web';
      readonly view: LegView;
      readonly path: readonly PointMm[];
    }
  | { readonly type: 'branch'; readonly id: VeinId; readonly path: readonly PointMm[] }
  | { readonly type: 'change'; readonly label: 'move' | 'reshape'; readonly to: readonly MapRecord[] }
  | { readonly type: 'erase'; readonly ids: readonly RecordId[] }
  /** The stroke came to nothing because it began beside the leg: to be said, not done. */
  | { readonly type: 'nothing-drawn' };

/** What a tool shows while a gesture goes on. */
export interface ToolPreview {
  /** A stroke that is being drawn. */
  readonly stroke: {
    readonly view: LegView;
    readonly points: readonly PointMm[];
    readonly closed: boolean;
  } | null;
  /** Veins and marks as they would be. */
  readonly changed: readonly MapRecord[];
  readonly erased: readonly RecordId[];
  /** A box that is drawn to select what lies in it, in millimetres of its view. */
  readonly box: { readonly view: LegView; readonly box: Box } | null;
}

export const NO_PREVIEW: ToolPreview = { stroke: null, changed: [], erased: [], box: null };

/** A tool: a state machine without a screen. */
export interface Tool<State> {
  readonly idle: State;
  readonly step: (
    state: State,
    event: ToolEvent,
    scene: ToolScene,
  ) => { readonly state: State; readonly effects: readonly ToolEffect[] };
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
