import { useMemo, useRef, useState } from 'react';
import { veinLabel, type LegView, type PointMm, type Vein } from '../../shared/domain/leg-map/vein.ts';
import type { MapMark } from '../../shared/domain/leg-map/map-mark.ts';
import type { Point } from '../../shared/geometry/point.ts';
import type { VeinId } from '../../shared/kernel/ids.ts';
import { useCanvasColours } from './canvas-colours.ts';
import { veinAt } from './hit-test.ts';
import { frameAt, toMillimetres } from './layout/arrange-views.ts';
import { editRoom, LEVEL_NAMES_X } from './layout/edit-room.ts';
import { MapStage } from './map-stage.tsx';
import { useViewportSource } from './live-source.ts';
import { ALL_LAYERS } from './map-layers.ts';
import { pictureName, useFrames, useItems } from './scene.ts';
import type { PunctureDot, VeinMark } from './vein-mark.ts';
import { useViewportGestures } from './viewport/use-viewport-gestures.ts';
import { seenThrough, WHOLE, type Viewport } from './viewport/viewport.ts';

export interface LegMapProps {
  readonly views: readonly LegView[];
  readonly veins: readonly Vein[];
  readonly marks: ReadonlyMap<VeinId, VeinMark>;
  readonly dots: readonly PunctureDot[];
  /** Sites, notes and the measured distance. */
  readonly pins?: readonly MapMark[];
  readonly selectedId: VeinId | null;
  readonly onSelect: (id: VeinId | null) => void;
  /** A tap that met no vein, in millimetres of its view. */
  readonly onPoint?: (view: LegView, point: PointMm) => void;
  readonly width: number;
  readonly height: number;
  /** Names of veins in the gutters, titles and a scale bar. */
  readonly labels: boolean;
  /** Whether it can be tapped, zoomed and moved. */
  readonly interactive: boolean;
  /** It stands in a page that scrolls: the wheel zooms with Ctrl alone, and one finger moves the page up and down. */
  readonly inPage?: boolean;
  /** Leg and aspect above each view; by default where there are labels. */
  readonly titles?: boolean;
  /** The names of the levels, and the same room around the legs as on the map that is drawn on: the legs keep their place. */
  readonly levels?: boolean;
  /** The patient's height over that of the reference leg, for the scale bar. */
  readonly heightScale?: number;
  /** How it is looked at, where somebody else holds that. */
  readonly viewport?: Viewport;
  readonly onViewport?: (viewport: Viewport) => void;
}

const NO_PINS: readonly never[] = [];
/** How near to a vein a tap must be. */
const REACH_PX = 14;

/** Views of the legs with their veins, to look at and to choose from. Drawing is the map page's affair. */
export function LegMap(props: LegMapProps) {
  const { views, veins, marks, width, height, labels, interactive } = props;
  const colours = useCanvasColours();
  const [ownViewport, setOwnViewport] = useState(WHOLE);
  const viewport = props.viewport ?? ownViewport;
  const titles = props.titles ?? labels;
  const levels = props.levels ?? false;
  const inPage = props.inPage ?? false;
  const frames = useFrames(
    views,
    levels
      ? editRoom({ width, height }, views.length)
      : roomOf(width, height, { labels, titles, count: views.length }),
  );
  const { items, index } = useItems(veins, views, marks);
  const live = useViewportSource(viewport);
  const element = useRef<HTMLDivElement>(null);

  const tapped = (at: Point) => {
    const frame = frameAt(seenThrough(viewport, frames), at);
    if (frame === null) return;
    const point = toMillimetres(frame, at);
    const vein = veinAt(index, frame.view, point, REACH_PX / frame.scale);
    if (vein === null && props.onPoint !== undefined) props.onPoint(frame.view, point);
    else props.onSelect(vein?.id ?? null);
  };
  useViewportGestures(element, {
    enabled: interactive,
    inPage,
    viewport,
    extent: { width, height },
    onViewport: props.onViewport ?? setOwnViewport,
    onTap: tapped,
  });

  const { selectedId, heightScale = 1 } = props;
  const selection = useMemo(() => new Set(selectedId === null ? [] : [selectedId]), [selectedId]);
  const detail = useMemo(
    () => ({
      labels,
      titles,
      levelNamesX: levels ? LEVEL_NAMES_X : null,
      scaleBarX: levels ? LEVEL_NAMES_X + 4 : labels ? 12 : null,
      heightScale,
      hulls: height < 200,
      handles: false,
      smallDots: levels,
    }),
    [labels, titles, levels, heightScale, height],
  );
  const selected = veins.find(({ id }) => id === selectedId);
  const name =
    pictureName(views, veins) + (selected === undefined ? '' : `; ${veinLabel(selected)} selected`);
  return (
    <div
      ref={element}
      role="img"
      aria-label={name}
      style={{ width, height, touchAction: interactive ? (inPage ? 'pan-y' : 'none') : 'auto' }}
    >
      <MapStage
        width={width}
        height={height}
        frames={frames}
        items={items}
        index={index}
        pins={props.pins ?? NO_PINS}
        dots={props.dots}
        selection={selection}
        layers={ALL_LAYERS}
        live={live}
        colours={colours}
        detail={detail}
      />
    </div>
  );
}

function roomOf(
  width: number,
  height: number,
  { labels, titles, count }: { readonly labels: boolean; readonly titles: boolean; readonly count: number },
) {
  const room = Math.min(34, width / (count * 5));
  return {
    width,
    height,
    insets: { top: 0, right: 4, bottom: labels ? 20 : 3, left: 4 },
    gutter: labels ? 2 * room : 6,
    titleHeight: titles ? 42 : 0,
  };
}
