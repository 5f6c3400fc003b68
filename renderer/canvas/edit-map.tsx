import { useMemo, useRef } from 'react';
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
import type { Place, ToolEvent, ToolScene } from './tools/tool.ts';
import { useToolPointer } from './tools/use-tool-pointer.ts';
import type { VeinMark } from './vein-mark.ts';
import type { Viewport } from './viewport/viewport.ts';

export interface EditMapProps {
  readonly views: readonly LegView[];
  readonly veins: readonly Vein[];
  readonly marks: ReadonlyMap<VeinId, VeinMark>;
  readonly selectedId: VeinId | null;
  readonly tool: RunningTool;
  /** What the hand did, with what lay under it. */
  readonly onTool: (event: ToolEvent, scene: ToolScene) => void;
  readonly viewport: Viewport;
  readonly onViewport: (viewport: Viewport) => void;
  /** The space bar is held: dragging moves what is seen. */
  readonly panning: boolean;
  readonly levels: boolean;
  readonly labels: boolean;
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
  const { views, marks, width, height, tool, viewport, selectedId } = props;
  const colours = useCanvasColours();
  const element = useRef<HTMLDivElement>(null);
  const gutter = Math.min(46, width / (views.length * 4));
  const frames = useFrames(views, { width, height, insets: INSETS, gutter, titleHeight: 46 }, viewport);
  const preview = tool.preview();
  const { changed, erased, stroke } = preview;
  const pictures = useMemo(() => {
    const shown = props.veins.map((vein) => (vein.id === changed?.id ? changed : vein));
    return picturesOf(shown, { frames, marks: withErased(marks, erased), colours });
  }, [props.veins, changed, erased, frames, marks, colours]);
  const scene = sceneOf(pictures, frames, selectedId);

  const eventAt = (type: 'down' | 'move' | 'up', at: Point): ToolEvent => {
    const held = type === 'down' && !tool.busy ? null : tool.heldView;
    const frame = held === null ? frameAt(frames, at) : frameOf(frames, held);
    const place = frame === null ? null : { view: frame.view, point: toMillimetres(frame, at) };
    return { type, place, screen: at, pxPerMm: frame?.scale ?? 1 };
  };
  useToolPointer(element, {
    viewport,
    extent: { width, height },
    onViewport: props.onViewport,
    panning: props.panning,
    onTool: (type, at) => {
      props.onTool(eventAt(type, at), scene);
    },
    onCancel: () => {
      props.onTool({ type: 'cancel' }, scene);
    },
  });

  const { labels, levels, heightScale } = props;
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
        cursor: props.panning ? 'grab' : CURSORS[tool.id],
      }}
    >
      <MapStage
        width={width}
        height={height}
        frames={frames}
        pictures={pictures}
        dots={[]}
        selectedId={selectedId}
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
  erased: readonly VeinId[],
): ReadonlyMap<VeinId, VeinMark> {
  if (erased.length === 0) return marks;
  const next = new Map(marks);
  for (const id of erased) next.set(id, { ...(marks.get(id) ?? { state: 'mapped' }), dimmed: true });
  return next;
}

/** What lies under the hand, for the tools. */
function sceneOf(
  pictures: readonly VeinPicture[],
  frames: readonly ViewFrame[],
  selectedId: VeinId | null,
): ToolScene {
  const selected = pictures.find(({ vein }) => vein.id === selectedId)?.vein ?? null;
  const inView = (place: Place) => pictures.filter(({ vein }) => sameView(vein, place.view));
  return {
    selected,
    veinOf: (id) => pictures.find(({ vein }) => vein.id === id)?.vein ?? null,
    veinAt: (place) => {
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
