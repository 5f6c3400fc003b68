import { isVein, type MapRecord, type RecordId } from '../../../shared/document/map-document.ts';
import type { MapMark } from '../../../shared/domain/leg-map/map-mark.ts';
import type { CanvasColours } from '../canvas-colours.ts';
import { frameOf, toScreen, type ViewFrame } from '../layout/arrange-views.ts';
import type { LayerStrengths } from '../map-layers.ts';
import type { LegPictures } from '../paint/leg-picture.ts';
import { paintLevelNames, paintScaleBar, paintTitles, titleBox } from '../paint/paint-ground.ts';
import { layOutLabels, paintLabel } from '../paint/paint-labels.ts';
import { paintPin } from '../paint/paint-pins.ts';
import { paintPreview } from '../paint/paint-preview.ts';
import { paintSelected, paintTinted } from '../paint/paint-selection.ts';
import { paintDot } from '../paint/paint-symbols.ts';
import type { VeinPicture } from '../paint/paint-vein.ts';
import { changeOf, itemsDuring } from '../scene.ts';
import type { Picture } from '../tiles/paint-tile.ts';
import { indexVeins, type VeinIndex, type VeinItem } from '../tiles/vein-index.ts';
import { NO_PREVIEW, type ToolPreview } from '../tools/tool.ts';
import type { PunctureDot } from '../vein-mark.ts';
import { shapeOf } from '../vein-shape.ts';
import { seenThrough, WHOLE, type Viewport } from '../viewport/viewport.ts';
import { createGroundLayer } from './ground-layer.ts';
import { createStillPicture } from './still-picture.ts';

/** What of the map is painted beside the legs and the veins. */
export interface MapDetail {
  readonly labels: boolean;
  readonly titles: boolean;
  /** Where the names of the levels begin, in pixels; null: no levels. */
  readonly levelNamesX: number | null;
  /** Where the scale bar begins, in pixels; null: no bar. */
  readonly scaleBarX: number | null;
  readonly heightScale: number;
  /** Webs as plain areas. */
  readonly hulls: boolean;
  /** Points of the selected vein can be taken hold of. */
  readonly handles: boolean;
  /** Needle marks shrink with the leg, so that they do not hide its veins. */
  readonly smallDots: boolean;
}

/** All that the map shows. A value: whatever changes is another one. */
export interface MapScene {
  readonly width: number;
  readonly height: number;
  /** Where the views stand before anything is enlarged. */
  readonly frames: readonly ViewFrame[];
  readonly items: readonly VeinItem[];
  readonly index: VeinIndex;
  readonly pins: readonly MapMark[];
  readonly dots: readonly PunctureDot[];
  readonly selection: ReadonlySet<RecordId>;
  readonly colours: CanvasColours;
  readonly legs: LegPictures | null;
  /** Grows once the font of the words is there. */
  readonly fonts: number;
  readonly layers: LayerStrengths;
  readonly detail: MapDetail;
}

/** What changes while the hand moves. */
export interface LiveState {
  readonly viewport: Viewport;
  readonly preview: ToolPreview;
}

export type PaintedLayer = 'ground' | 'selection' | 'words' | 'hand';

/** Paints the map on four canvases, one over the other, and only those again that show something old. */
export interface MapPainter {
  readonly show: (scene: MapScene) => void;
  readonly live: (state: LiveState) => void;
  readonly paint: (layer: PaintedLayer, context: CanvasRenderingContext2D) => void;
  /** Resolves once everything on the screen is painted to the end. */
  readonly whole: () => Promise<void>;
  /** The same, sharply, without waiting for the hand to rest. */
  readonly rest: () => Promise<void>;
  /** Whether the screen shows the scene as it is, with nothing old left on it. */
  readonly isCurrent: () => boolean;
  readonly stop: () => void;
}

/** The hand rests when the viewport has stood still for so long. */
const REST_MS = 120;
/** What has changed on the leg is painted first, its name a moment later. */
const WORDS_MS = 20;
/** More than these are no longer drawn each in a casing of its own. */
const MANY_SELECTED = 150;
/** As wide as the longest name of a level. */
const LEVEL_NAME_PX = 70;
/** More names than this find no room beside the legs. */
const MOST_LABELS = 80;

export function createMapPainter(draw: (layer: PaintedLayer) => void, pixelRatio: number): MapPainter {
  const due = new Set<PaintedLayer>();
  const repaint = (layer: PaintedLayer) => {
    due.add(layer);
    draw(layer);
  };
  const ground = createGroundLayer(() => {
    repaint('ground');
  }, pixelRatio);
  const still = createStillPicture(pixelRatio);
  let scene: MapScene | null = null;
  let live: LiveState = { viewport: WHOLE, preview: NO_PREVIEW };
  let painted: readonly VeinItem[] = [];
  let words: ReturnType<typeof setTimeout> | null = null;
  let rest: ReturnType<typeof setTimeout> | null = null;

  const takeWords = () => {
    words = null;
    const shown = scene;
    if (shown === null) return;
    still.take(live.viewport, shown, (context) => {
      paintWords(context, shown, seenThrough(live.viewport, shown.frames));
    });
    repaint('words');
  };
  const settle = () => {
    if (rest !== null) clearTimeout(rest);
    rest = null;
    if (scene === null) return;
    ground.settle();
    takeWords();
  };
  const followGesture = (shown: MapScene) => {
    const now = itemsDuring(shown.items, live.preview);
    if (now === painted) return;
    const change = changeOf(painted, now);
    const index = now === shown.items ? shown.index : indexVeins(now);
    painted = now;
    if (change.gone.length + change.come.length === 0) return;
    ground.touch(pictureOf(shown, index), change);
  };
  return {
    show: (next) => {
      const before = scene;
      scene = next;
      if (before === null || !samePicture(before, next)) {
        painted = next.items;
        ground.setPicture(pictureOf(next, next.index), next);
      } else {
        followGesture(next);
      }
      words ??= setTimeout(takeWords, before === null ? 0 : WORDS_MS);
      repaint('selection');
      repaint('hand');
    },
    live: (next) => {
      const before = live;
      live = next;
      if (scene === null) return;
      if (next.viewport !== before.viewport) {
        ground.look(next.viewport);
        if (rest !== null) clearTimeout(rest);
        rest = setTimeout(settle, REST_MS);
        for (const layer of ['selection', 'words', 'hand'] as const) repaint(layer);
      }
      if (next.preview === before.preview) return;
      followGesture(scene);
      repaint('selection');
      repaint('hand');
    },
    paint: (layer, context) => {
      due.delete(layer);
      if (scene === null) return;
      const frames = seenThrough(live.viewport, scene.frames);
      if (layer === 'ground') ground.paint(context);
      else if (layer === 'selection') paintSelection(context, scene, frames, live.preview);
      else if (layer === 'hand') paintPreview(context, live.preview, { ...scene, frames });
      else {
        still.draw(context, live.viewport);
        paintFurniture(context, scene, frames);
      }
    },
    whole: ground.whole,
    rest: () => {
      settle();
      return ground.whole();
    },
    isCurrent: () => due.size === 0 && ground.isWhole(),
    stop: () => {
      ground.stop();
      for (const timer of [rest, words]) if (timer !== null) clearTimeout(timer);
      rest = words = null;
    },
  };
}

function pictureOf(scene: MapScene, index: VeinIndex): Picture {
  const { frames, legs, colours, layers, detail } = scene;
  return { frames, index, legs, colours, layers, levels: detail.levelNamesX !== null, hulls: detail.hulls };
}

/** Whether two scenes differ in nothing that is painted on the ground but some veins. */
function samePicture(a: MapScene, b: MapScene): boolean {
  return (
    a.frames === b.frames &&
    a.width === b.width &&
    a.height === b.height &&
    a.colours === b.colours &&
    a.legs === b.legs &&
    a.layers === b.layers &&
    a.detail.levelNamesX === b.detail.levelNamesX &&
    a.detail.hulls === b.detail.hulls
  );
}

/** What stands beside and over the veins, at its place while the hand rests. */
function paintWords(context: CanvasRenderingContext2D, scene: MapScene, frames: readonly ViewFrame[]): void {
  const { colours, selection, layers, detail } = scene;
  context.globalAlpha = layers.injections;
  for (const dot of layers.injections > 0 ? scene.dots : []) {
    const frame = frameOf(frames, dot);
    if (frame === null) continue;
    const size = detail.smallDots ? Math.min(1, Math.max(0.45, frame.scale)) : 1;
    paintDot(context, toScreen(frame, dot.point), dot, { colours, size });
  }
  context.globalAlpha = layers.notes;
  for (const pin of layers.notes > 0 ? scene.pins : []) {
    paintPin(context, pin, { frames, colours, selected: selection.has(pin.id) });
  }
  context.globalAlpha = 1;
  if (!detail.labels) return;
  for (const label of layOutLabels(labelled(scene, frames), roomForLabels(scene, frames))) {
    paintLabel(context, label, selection.has(label.key.vein.id));
  }
}

function roomForLabels({ detail, width, height, selection }: MapScene, frames: readonly ViewFrame[]) {
  const bounds = {
    minX: detail.levelNamesX === null ? 4 : detail.levelNamesX + LEVEL_NAME_PX,
    minY: detail.titles ? 40 : 4,
    maxX: width - 4,
    maxY: height - 4,
  };
  return { bounds, frames, selection, keptFree: detail.titles ? frames.map(titleBox) : [] };
}

/** The veins that get a name: all, or of very many those that are seen, the selected and the largest first. */
function labelled(scene: MapScene, frames: readonly ViewFrame[]): readonly VeinPicture[] {
  const { colours, items, selection } = scene;
  const seen = items.flatMap((item): VeinPicture[] => {
    const frame = frameOf(frames, item.vein);
    return frame !== null && isSeen(item, frame, scene) ? [{ ...item, frame, colours }] : [];
  });
  if (seen.length <= MOST_LABELS) return seen;
  const ranked = seen.map((picture) => {
    const { minX, maxX, minY, maxY } = picture.shape.box;
    const size = selection.has(picture.vein.id) ? Infinity : maxX - minX + maxY - minY;
    return { picture, size };
  });
  const largest = ranked.toSorted((a, b) => b.size - a.size).slice(0, MOST_LABELS);
  return largest.map(({ picture }) => picture);
}

function isSeen({ shape: { box } }: VeinItem, frame: ViewFrame, { width, height }: MapScene): boolean {
  const [left, top] = toScreen(frame, [box.minX, box.maxY]);
  const [right, bottom] = toScreen(frame, [box.maxX, box.minY]);
  return right > 0 && left < width && bottom > 0 && top < height;
}

/** What keeps its place on the screen, or nearly so, while the leg is moved. */
function paintFurniture(
  context: CanvasRenderingContext2D,
  scene: MapScene,
  frames: readonly ViewFrame[],
): void {
  const { colours, width, height, detail } = scene;
  const ground = { frames, width, height, colours };
  if (detail.levelNamesX !== null) paintLevelNames(context, ground, detail.levelNamesX, scene.layers.regions);
  if (detail.titles) paintTitles(context, ground);
  if (detail.scaleBarX !== null) paintScaleBar(context, ground, detail.heightScale, detail.scaleBarX);
}

/** The selected veins in their casings, as they are or as the gesture would have them. */
function paintSelection(
  context: CanvasRenderingContext2D,
  scene: MapScene,
  frames: readonly ViewFrame[],
  preview: ToolPreview,
): void {
  const { selection, items, colours, detail } = scene;
  if (selection.size + preview.changed.length === 0) return;
  const byId = new Map<RecordId, VeinItem>(items.map((item) => [item.vein.id, item]));
  const changed = new Map<RecordId, MapRecord>(preview.changed.map((record) => [record.id, record]));
  for (const id of new Set([...selection, ...changed.keys()])) {
    const [item, to] = [byId.get(id), changed.get(id)];
    const shown = to !== undefined && isVein(to) ? { vein: to, shape: shapeOf(to, null) } : item;
    const frame = shown === undefined ? null : frameOf(frames, shown.vein);
    if (shown === undefined || item === undefined || frame === null) continue;
    const handles = detail.handles && selection.size === 1;
    if (to === undefined && !isSeen(item, frame, scene)) continue;
    const picture = { ...shown, mark: item.mark, frame, colours };
    if (selection.size > MANY_SELECTED) paintTinted(context, picture);
    else paintSelected(context, picture, { handles, inHand: to !== undefined });
  }
}
