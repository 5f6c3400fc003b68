import { useMemo, useRef, useSyncExternalStore } from 'react';
import { isVein, type RecordId } from '../../shared/document/map-document.ts';
import type { MapMark } from '../../shared/domain/leg-map/map-mark.ts';
import type { LegView, Vein } from '../../shared/domain/leg-map/vein.ts';
import { sameView } from '../../shared/domain/leg-map/views.ts';
import type { Point } from '../../shared/geometry/point.ts';
import type { VeinId } from '../../shared/kernel/ids.ts';
import { useCanvasColours } from './canvas-colours.ts';
import { veinAt } from './hit-test.ts';
import { frameAt, frameOf, toMillimetres, toScreen, type ViewFrame } from './layout/arrange-views.ts';
import { MapStage } from './map-stage.tsx';
import type { VeinPicture } from './paint/paint-vein.ts';
import { paintDraft } from './paint/paint-draft.ts';
import { spreadOut } from './paint/paint-selection.ts';
import { picturesOf, pictureName, useFrames } from './scene.ts';
import type { RunningTool } from './tools/running-tool.ts';
import type { LayerStrengths } from './map-layers.ts';
import { soleVein, type Place, type ToolEvent, type ToolScene } from './tools/tool.ts';
import { useToolPointer } from './tools/use-tool-pointer.ts';
import type { PunctureDot, VeinMark } from './vein-mark.ts';
import type { Viewport } from './viewport/viewport.ts';

/** What the hand holds. */
export interface HandState {
  readonly tool: RunningTool;
  readonly viewport: Viewport;
  /** The space bar is held: dragging moves what is seen. */
  readonly panning: boolean;
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
  readonly onTool: (event: ToolEvent, scene: ToolScene) => void;
  readonly onViewport: (viewport: Viewport) => void;
  readonly layers: LayerStrengths;
  readonly heightScale: number;
  readonly width: number;
  readonly height: number;
}

const REACH_PX = 9;
const NAMES_X = 64;
/** Room for the tools and, right of them, the names of the levels. */
const INSETS = { top: 0, right: 12, bottom: 18, left: 126 };

const CURSORS = {
  select: 'default',
  pan: 'grab',
  line: 'crosshair',
  web: 'crosshair',
  branch: 'crosshair',
  erase: 'cell',
};

/** The map as the surgeon draws on it. Holds nothing itself: what the hand does goes to the tool, what it makes comes back. */
export function EditMap(props: EditMapProps) {
  const { views, marks, width, height, selection } = props;
  const { tool, viewport, panning } = useSyncExternalStore(props.hand.subscribe, props.hand.getState);
  const colours = useCanvasColours();
  const element = useRef<HTMLDivElement>(null);
  const gutter = Math.min(46, width / (views.length * 4));
  const frames = useFrames(views, { width, height, insets: INSETS, gutter, titleHeight: 46 }, viewport);
  const preview = tool.preview();
  const { changed, erased, stroke } = preview;
  const pictures = useMemo(() => {
    const shown = props.veins.map((vein) => changed.filter(isVein).find(({ id }) => id === vein.id) ?? vein);
    return picturesOf(shown, {
      frames,
      marks: withErased(
        marks,
        shown.filter(({ id }) => erased.includes(id)),
      ),
      colours,
    });
  }, [props.veins, changed, erased, frames, marks, colours]);
  const scene = sceneOf(pictures, frames, selection);

  const eventAt = (type: 'down' | 'move' | 'up', at: Point, shift: boolean): ToolEvent => {
    const held = type === 'down' && !tool.busy ? null : tool.heldView;
    const frame = held === null ? frameAt(frames, at) : frameOf(frames, held);
    const place = frame === null ? null : { view: frame.view, point: toMillimetres(frame, at) };
    return { type, place, screen: at, pxPerMm: frame?.scale ?? 1, shift };
  };
  useToolPointer(element, {
    viewport,
    extent: { width, height },
    onViewport: props.onViewport,
    panning,
    onTool: (type, at, shift) => {
      props.onTool(eventAt(type, at, shift), scene);
    },
    onCancel: () => {
      props.onTool({ type: 'cancel' }, scene);
    },
  });

  const { heightScale } = props;
  const [labels, levels] = [props.layers.veins > 0, props.layers.regions > 0];
  const handles = tool.id === 'select';
  const detail = useMemo(
    () => ({
      labels,
      titles: true,
      levelNamesX: levels ? NAMES_X : null,
      scaleBarX: NAMES_X + 4,
      heightScale,
      hulls: false,
      handles,
    }),
    [labels, levels, heightScale, handles],
  );
  return (
    <div
      ref={element}
      role="application"
      aria-label={`${pictureName(views, props.veins)}. The list beside it holds the same veins.`}
      tabIndex={0}
      style={{
        width,
        height,
        touchAction: 'none',
        outlineOffset: -2,
        outlineWidth: 2,
        cursor: panning ? 'grab' : CURSORS[tool.id],
      }}
    >
      <MapStage
        width={width}
        height={height}
        frames={frames}
        pictures={pictures}
        dots={props.dots}
        selectedId={soleVein({ selection: scene.selection })?.id ?? null}
        colours={colours}
        detail={detail}
        {...(stroke === null
          ? {}
          : { overlay: (context) => paintDraft(context, stroke, { frames, colours }) })}
      />
    </div>
  );
}

function withErased(
  marks: ReadonlyMap<VeinId, VeinMark>,
  erased: readonly Vein[],
): ReadonlyMap<VeinId, VeinMark> {
  if (erased.length === 0) return marks;
  const next = new Map<VeinId, VeinMark>(marks);
  for (const { id } of erased) next.set(id, { ...(next.get(id) ?? { state: 'mapped' }), dimmed: true });
  return next;
}

/** What lies under the hand, for the tools. */
function sceneOf(
  pictures: readonly VeinPicture[],
  frames: readonly ViewFrame[],
  ids: ReadonlySet<RecordId>,
): ToolScene {
  const selection = pictures.map(({ vein }) => vein).filter(({ id }) => ids.has(id));
  const selected = soleVein({ selection });
  const inView = (place: Place) => pictures.filter(({ vein }) => sameView(vein, place.view));
  return {
    selection,
    recordsIn: () => [],
    recordAt: (place) => {
      const frame = frameOf(frames, place.view);
      return frame === null ? null : veinAt(inView(place), place.point, REACH_PX / frame.scale);
    },
    handleAt: (place) => {
      const frame = frameOf(frames, place.view);
      if (frame === null || selected === null || !sameView(selected, place.view)) return null;
      return handleUnder(selected, frame, toScreen(frame, place.point));
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
