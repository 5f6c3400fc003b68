import type { Box } from '../../../shared/geometry/point.ts';
import { grownBox } from '../../../shared/geometry/point.ts';
import { frameOf, type ViewFrame } from '../layout/arrange-views.ts';
import { paintItem, type Picture } from '../tiles/paint-tile.ts';
import { TILE_PX } from '../tiles/tile-grid.ts';
import { createTileStore, type TileStore } from '../tiles/tile-store.ts';
import { touchedBoxes } from '../tiles/touched-boxes.ts';
import type { VeinChange } from '../scene.ts';
import type { VeinItem } from '../tiles/vein-index.ts';
import { seenThrough, type Extent, type Viewport } from '../viewport/viewport.ts';

/** Legs and veins: painted once for each enlargement, then only moved. */
export interface GroundLayer {
  readonly setPicture: (picture: Picture, extent: Extent) => void;
  /** The same picture, but for some veins. */
  readonly touch: (picture: Picture, change: VeinChange) => void;
  readonly look: (viewport: Viewport) => void;
  /** The hand rests: paint sharply at the enlargement that is looked at now. */
  readonly settle: () => void;
  readonly paint: (context: CanvasRenderingContext2D) => void;
  /** Resolves once what is on the screen is painted to the end. */
  readonly whole: () => Promise<void>;
  /** Whether nothing that is seen is still to be painted. */
  readonly isWhole: () => boolean;
  readonly stop: () => void;
}

/** Milliseconds of a frame that painting may take while the hand moves. */
const SHARE_MS = 7;
/** A first picture, or a change, is shown at once as far as it can be painted within this time. */
const AT_ONCE_MS = 36;

interface Level {
  readonly zoom: number;
  readonly tiles: TileStore;
}

export function createGroundLayer(repaint: () => void, pixelRatio: number): GroundLayer {
  let picture: Picture | null = null;
  let extent: Extent = { width: 0, height: 0 };
  let viewport: Viewport = { zoom: 1, x: 0, y: 0 };
  let current: Level | null = null;
  /** What was painted for another enlargement, shown until the new one is painted. */
  let before: Level | null = null;
  let frame: number | null = null;
  let waiting: (() => void)[] = [];
  let isWhole = false;
  let lastOnTop: VeinItem | null = null;

  const enlarged = (zoom: number): Picture | null =>
    picture === null ? null : { ...picture, frames: seenThrough({ zoom, x: 0, y: 0 }, picture.frames) };
  /** What the screen shows, in the pixels of a level. */
  const seen = ({ zoom }: Level): Box => {
    const share = zoom / viewport.zoom;
    const [minX, minY] = [-viewport.x * share, -viewport.y * share];
    return { minX, minY, maxX: minX + extent.width * share, maxY: minY + extent.height * share };
  };
  const work = (forMs: number) => {
    if (current === null) return;
    isWhole = current.tiles.paint(seen(current), forMs);
    if (!isWhole) {
      schedule();
    } else {
      before = null;
      for (const tell of waiting) tell();
      waiting = [];
      // A little beyond the edges, so that moving on uncovers what is there already.
      if (!current.tiles.paint(grownBox(seen(current), TILE_PX), forMs / 2)) schedule();
    }
    repaint();
  };
  const schedule = () => {
    frame ??= requestAnimationFrame(() => {
      frame = null;
      work(SHARE_MS);
    });
  };
  const begin = () => {
    const shown = enlarged(viewport.zoom);
    if (shown === null) return;
    before = current ?? before;
    current = { zoom: viewport.zoom, tiles: createTileStore(shown, pixelRatio) };
    work(AT_ONCE_MS);
  };
  return {
    setPicture: (next, room) => {
      picture = next;
      extent = room;
      const shown = current === null ? null : enlarged(current.zoom);
      if (current === null || shown === null) {
        begin();
        return;
      }
      before = null;
      current.tiles.replace(shown);
      work(AT_ONCE_MS);
    },
    touch: (next, changed) => {
      picture = next;
      before = null;
      const shown = current === null ? null : enlarged(current.zoom);
      if (current === null || shown === null) return;
      const boxes = [...changed.gone, ...changed.come].flatMap((item) => boxesOnScreen(item, shown.frames));
      const [drawn, taken] = [onTop(changed), changed.come.length === 0 ? changed.gone : []];
      if (drawn !== null) {
        current.tiles.addOnTop(shown, boxes, (context) => {
          paintOnTop(context, drawn, shown);
        });
      } else if (taken.length === 1 && taken[0] === lastOnTop) {
        current.tiles.takeOff(shown, boxes);
      } else {
        current.tiles.touch(shown, boxes);
      }
      lastOnTop = drawn;
      work(AT_ONCE_MS);
    },
    look: (next) => {
      if (next === viewport) return;
      viewport = next;
      isWhole = false;
      schedule();
      repaint();
    },
    settle: () => {
      if (current !== null && current.zoom !== viewport.zoom) begin();
    },
    paint: (context) => {
      context.fillStyle = picture?.colours.bg ?? '#ffffff';
      context.fillRect(0, 0, extent.width, extent.height);
      for (const level of [before, current]) {
        if (level === null) continue;
        const share = viewport.zoom / level.zoom;
        const whole = (at: number) => Math.round(at * pixelRatio) / pixelRatio;
        context.save();
        context.translate(whole(viewport.x), whole(viewport.y));
        context.scale(share, share);
        level.tiles.draw(context, seen(level), share === 1 ? 0 : 0.6 / share);
        context.restore();
      }
    },
    whole: () =>
      new Promise((resolve) => {
        waiting = [...waiting, resolve];
        schedule();
      }),
    isWhole: () => isWhole,
    stop: () => {
      if (frame !== null) cancelAnimationFrame(frame);
      frame = null;
    },
  };
}

/** The one vein that is new, where it is painted over all others and nothing of it under them. */
function onTop({ gone, come, last }: VeinChange): VeinItem | null {
  const [only] = come;
  if (only === undefined || come.length > 1 || gone.length > 0 || only !== last) return null;
  const { mark } = only;
  return mark.sessionNumber === undefined && mark.state !== 'carried-over' ? only : null;
}

function paintOnTop(context: CanvasRenderingContext2D, item: VeinItem, picture: Picture): void {
  const frame = frameOf(picture.frames, item.vein);
  if (frame === null || picture.layers.veins === 0) return;
  context.save();
  context.globalAlpha = picture.layers.veins;
  paintItem(context, item, frame, picture);
  context.restore();
}

/** The places of a vein in the enlarged picture that are to be painted again. */
function boxesOnScreen(item: VeinItem, frames: readonly ViewFrame[]): readonly Box[] {
  const frame = frameOf(frames, item.vein);
  if (frame === null) return [];
  return touchedBoxes(item, frame.scale).map(({ minX, minY, maxX, maxY }) => ({
    minX: Math.floor(frame.x + minX * frame.scale),
    maxX: Math.ceil(frame.x + maxX * frame.scale),
    minY: Math.floor(frame.y - maxY * frame.scale),
    maxY: Math.ceil(frame.y - minY * frame.scale),
  }));
}
