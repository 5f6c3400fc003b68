import type { LegView, PointMm, Vein } from '../../../shared/domain/leg-map/vein.ts';
import type { Point } from '../../../shared/geometry/point.ts';
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
    }
  | { readonly type: 'enter' | 'escape' | 'cancel' };

export type PointerTool = Extract<ToolEvent, { type: 'down' | 'move' | 'up' }>;

/** What lies under the hand. */
export interface ToolScene {
  readonly selected: Vein | null;
  readonly veinAt: (place: Place) => Vein | null;
  /** Which point of the selected vein's path can be taken hold of there. */
  readonly handleAt: (place: Place) => number | null;
  readonly veinOf: (id: VeinId) => Vein | null;
}

/** What a tool asks for. One `commit` is one gesture: saved and undone as a whole. */
export type ToolEffect =
  | { readonly type: 'select'; readonly id: VeinId | null }
  | { readonly type: 'pan'; readonly by: Point }
  | {
      readonly type: 'draw';
      readonly pattern: 'line' | 'web';
      readonly view: LegView;
      readonly path: readonly PointMm[];
    }
  | { readonly type: 'branch'; readonly id: VeinId; readonly path: readonly PointMm[] }
  | { readonly type: 'change'; readonly label: 'move' | 'reshape'; readonly to: Vein }
  | { readonly type: 'erase'; readonly ids: readonly VeinId[] }
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
  /** A vein as it would be. */
  readonly changed: Vein | null;
  readonly erased: readonly VeinId[];
}

export const NO_PREVIEW: ToolPreview = { stroke: null, changed: null, erased: [] };

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
