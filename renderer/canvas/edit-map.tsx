import { useMemo, useRef, useSyncExternalStore } from 'react';
import type { MapRecord, RecordId } from '../../shared/document/map-document.ts';
import type { MapMark } from '../../shared/domain/leg-map/map-mark.ts';
import type { LegView, Vein } from '../../shared/domain/leg-map/vein.ts';
import { sameView } from '../../shared/domain/leg-map/views.ts';
import type { Point } from '../../shared/geometry/point.ts';
import type { VeinId } from '../../shared/kernel/ids.ts';
import { useCanvasColours } from './canvas-colours.ts';
import { markAt, recordsIn, veinAt } from './hit-test.ts';
import { frameAt, frameOf, toMillimetres, toScreen, type ViewFrame } from './layout/arrange-views.ts';
import { editRoom, LEVEL_NAMES_X } from './layout/edit-room.ts';
import type { LayerStrengths } from './map-layers.ts';
import { MapStage, type LiveSource } from './map-stage.tsx';
import { spreadOut } from './paint/paint-selection.ts';
import { pictureName, useFrames, useItems } from './scene.ts';
import type { MapPainter } from './stage/map-painter.ts';
import type { VeinIndex } from './tiles/vein-index.ts';
import type { RunningTool, ToolId } from './tools/running-tool.ts';
import { previewer, type Begun } from './tools/shown-preview.ts';
import { soleVein, type CanvasScene, type ToolEvent } from './tools/tool.ts';
import type { HandRules } from './tools/hand-session.ts';
import { useToolPointer, type ToolPress } from './tools/use-tool-pointer.ts';
import type { PunctureDot, VeinMark } from './vein-mark.ts';
import { seenThrough, type Viewport } from './viewport/viewport.ts';

/** What the hand holds. */
export interface HandState extends HandRules, Begun {
  readonly viewport: Viewport;
}

export interface MapHand {
  readonly getState: () => HandState;
  readonly subscribe: (listener: () => void) => () => void;
}

export interface EditMapProps {
  readonly views: readonly LegView[];
  readonly veins: readonly Vein[];
  readonly marks: ReadonlyMap<VeinId, VeinMark>;
  /** Sites, notes and the measured distance. */
  readonly pins: readonly MapMark[];
  /** Needle marks of what was injected. */
  readonly dots: readonly PunctureDot[];
  readonly selection: ReadonlySet<RecordId>;
  /** Tool and viewport: read with every frame, without rendering anything anew. */
  readonly hand: MapHand;
  /** What the hand did, with what lay under it. */
  readonly onTool: (event: ToolEvent, scene: CanvasScene) => void;
  readonly onViewport: (viewport: Viewport) => void;
  readonly layers: LayerStrengths;
  readonly heightScale: number;
  /** For who wants to know when everything is painted. */
  readonly onPainter?: (painter: MapPainter) => void;
  readonly width: number;
  readonly height: number;
}

const REACH_PX = 9;
const CURSORS: Readonly<Record<ToolId, string>> = {
  select: 'default',
  pan: 'grab',
  line: 'crosshair',
  web: 'crosshair',
  branch: 'crosshair',
  site: 'crosshair',
  note: 'crosshair',
  scale: 'crosshair',
  feeder: 'alias',
  erase: 'cell',
};

/** The map as the surgeon draws on it. Holds nothing itself: what the hand does goes to the tool, what it makes comes back. */
export function EditMap(props: EditMapProps) {
  const { views, veins, pins, marks, width, height, selection, hand, layers, heightScale } = props;
  const toolId = useSyncExternalStore(hand.subscribe, () => hand.getState().tool.id);
  const panning = useSyncExternalStore(hand.subscribe, () => hand.getState().panning);
  const colours = useCanvasColours();
  const element = useRef<HTMLDivElement>(null);
  const frames = useFrames(views, editRoom({ width, height }, views.length));
  const { items, index } = useItems(veins, views, marks);
  const live = useMemo(() => liveSourceOf(hand), [hand]);
  const selected = useMemo(
    () => [...veins, ...pins].filter(({ id }) => selection.has(id)),
    [veins, pins, selection],
  );
  const framesNow = () => seenThrough(hand.getState().viewport, frames);
  const scene = () => sceneOf({ index, pins, selection: selected }, framesNow());

  useToolPointer(element, {
    look: () => ({ ...hand.getState(), extent: { width, height } }),
    onViewport: props.onViewport,
    onTool: (press) => {
      props.onTool(toolEventAt(framesNow(), hand.getState().tool, press), scene());
    },
    onCancel: () => {
      props.onTool({ type: 'cancel' }, scene());
    },
  });

  const [labels, levels, handles] = [layers.veins > 0, layers.regions > 0, toolId === 'select'];
  const detail = useMemo(
    () => ({
      labels,
      titles: true,
      levelNamesX: levels ? LEVEL_NAMES_X : null,
      scaleBarX: LEVEL_NAMES_X + 4,
      heightScale,
      hulls: false,
      handles,
      smallDots: true,
    }),
    [labels, levels, heightScale, handles],
  );
  return (
    <div
      ref={element}
      role="application"
      aria-label={`${pictureName(views, veins)}. The list beside it holds the same veins.`}
      tabIndex={0}
      style={{
        width,
        height,
        touchAction: 'none',
        outlineOffset: -2,
        outlineWidth: 2,
        cursor: panning ? 'grab' : CURSORS[toolId],
      }}
    >
      <MapStage
        {...{ width, height, frames, items, index, pins, selection, layers, colours, detail, live }}
        dots={props.dots}
        {...(props.onPainter === undefined ? {} : { onPainter: props.onPainter })}
      />
    </div>
  );
}

/** What the stage paints of the hand. A tool that has not moved shows the very same preview. */
function liveSourceOf(hand: MapHand): LiveSource {
  const previewOf = previewer();
  return {
    subscribe: hand.subscribe,
    get: () => {
      const now = hand.getState();
      return { viewport: now.viewport, preview: previewOf(now) };
    },
  };
}

/** A place on the screen as the tool sees it: on the view that the gesture holds on to, else on the one it lies on. */
function toolEventAt(
  frames: readonly ViewFrame[],
  tool: RunningTool,
  { press, at, ...how }: ToolPress,
): ToolEvent {
  const held = press === 'down' && !tool.busy ? null : tool.heldView;
  const frame = held === null ? frameAt(frames, at) : frameOf(frames, held);
  const place = frame === null ? null : { view: frame.view, point: toMillimetres(frame, at) };
  return { ...how, type: press, place, screen: at, pxPerMm: frame?.scale ?? 1 };
}

/** What lies under the hand, for the tools. */
function sceneOf(
  shown: {
    readonly index: VeinIndex;
    readonly pins: readonly MapMark[];
    readonly selection: readonly MapRecord[];
  },
  frames: readonly ViewFrame[],
): CanvasScene {
  const { index, pins, selection } = shown;
  return {
    selection,
    recordsIn: (view, box) => recordsIn(index, pins, view, box),
    recordAt: ({ view, point }) => {
      const frame = frameOf(frames, view);
      if (frame === null) return null;
      const reachMm = REACH_PX / frame.scale;
      return markAt(pins, view, point, reachMm) ?? veinAt(index, view, point, reachMm);
    },
    handleAt: ({ view, point }) => {
      const [frame, vein] = [frameOf(frames, view), soleVein({ selection })];
      if (frame === null || vein === null || !sameView(vein, view)) return null;
      return handleUnder(vein, frame, toScreen(frame, point));
    },
  };
}

/** The handle within reach of a place on the screen: ends first, then those inner ones that are shown. */
function handleUnder(vein: Vein, frame: ViewFrame, at: Point): number | null {
  const points = vein.path.map((point) => toScreen(frame, point));
  const inner = spreadOut(vein.pattern === 'web' ? points : points.slice(1, -1));
  const ends = vein.pattern === 'web' ? [] : [points[0], points.at(-1)];
  const near = [...ends, ...inner].find(
    (point) => point !== undefined && Math.hypot(point[0] - at[0], point[1] - at[1]) <= REACH_PX - 1,
  );
  return near === undefined ? null : points.indexOf(near);
}
