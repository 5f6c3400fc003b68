import { boxesOverlap, type Box } from '../../../shared/geometry/point.ts';
import { paintBox, type Picture } from './paint-tile.ts';
import { TILE_PX, tileBox, tileKey, tilesOver, type TilePlace } from './tile-grid.ts';

export type Painter = (context: CanvasRenderingContext2D) => void;

interface Tile {
  readonly place: TilePlace;
  /** Null until it was painted once. */
  canvas: HTMLCanvasElement | null;
  /** Parts that show something old. */
  old: 'all' | readonly Box[];
  lastUsed: number;
}

/** Tiles of one enlargement of the picture. They are painted piece by piece, and kept while the picture is moved about. */
export interface TileStore {
  /** Another picture: everything is painted again, and what was there is shown until then. */
  readonly replace: (picture: Picture) => void;
  /** The same picture, changed at some places. */
  readonly touch: (picture: Picture, boxes: readonly Box[]) => void;
  /** The same picture with one thing more, over all others: only that is painted, and what was under it is kept. */
  readonly addOnTop: (picture: Picture, boxes: readonly Box[], paint: Painter) => void;
  /** Takes back what was added on top last, if nothing else has changed since; else touches its boxes. */
  readonly takeOff: (picture: Picture, boxes: readonly Box[]) => void;
  /** Paints what is old over a box, for about so many milliseconds. Gives whether nothing old is left there. */
  readonly paint: (over: Box, forMs: number) => boolean;
  /** Draws the tiles over a box, each at its place. `overlap`: so much over the next one, where a seam would else show. */
  readonly draw: (context: CanvasRenderingContext2D, over: Box, overlap: number) => void;
}

/** About 60 MB at most: several screens in every direction. */
const MOST_TILES = 240;
/** A tile with more old parts than this is painted whole. */
const MOST_PARTS = 24;

export function createTileStore(first: Picture, pixelRatio: number): TileStore {
  const tiles = new Map<string, Tile>();
  let [picture, tick] = [first, 0];
  /** A tile that is being painted whole, beside what it shows until then. */
  let work: { readonly tile: Tile; readonly steps: Generator<undefined, HTMLCanvasElement> } | null = null;

  /** Tiles as they were before something was added on top. */
  let under = new Map<Tile, HTMLCanvasElement>();

  const tileAt = (place: TilePlace): Tile => {
    const known = tiles.get(tileKey(place));
    if (known !== undefined) return known;
    const tile: Tile = { place, canvas: null, old: 'all', lastUsed: tick };
    tiles.set(tileKey(place), tile);
    return tile;
  };
  /** One step towards a tile that is up to date. */
  const improve = (tile: Tile) => {
    if (work === null && tile.old !== 'all' && tile.canvas !== null) {
      const [box, ...rest] = tile.old;
      tile.old = rest;
      const context = contextOf(tile.canvas, tile.place, pixelRatio);
      if (box !== undefined) for (const _ of paintBox(context, box, picture));
      return;
    }
    if (work === null) {
      tile.old = [];
      work = { tile, steps: wholeTile(tile.place, picture, pixelRatio) };
    }
    const step = work.steps.next();
    if (step.done !== true) return;
    work.tile.canvas = step.value;
    work = null;
  };
  const interrupt = () => {
    if (work !== null) work.tile.old = 'all';
    work = null;
  };
  const forget = () => {
    if (tiles.size <= MOST_TILES) return;
    const oldest = [...tiles].toSorted(([, a], [, b]) => a.lastUsed - b.lastUsed);
    for (const [key] of oldest.slice(0, tiles.size - MOST_TILES)) tiles.delete(key);
  };
  const age = (tile: Tile, boxes: readonly Box[]) => {
    if (tile.old === 'all') return;
    const old = [...tile.old, ...boxes.filter((box) => boxesOverlap(box, tileBox(tile.place)))];
    tile.old = old.length > MOST_PARTS ? 'all' : old;
  };
  const change = (next: Picture) => {
    picture = next;
    interrupt();
    const before = under;
    under = new Map();
    return before;
  };
  return {
    replace: (next) => {
      change(next);
      for (const tile of tiles.values()) tile.old = 'all';
    },
    touch: (next, boxes) => {
      change(next);
      for (const tile of tiles.values()) age(tile, boxes);
    },
    addOnTop: (next, boxes, paint) => {
      change(next);
      for (const tile of tiles.values()) {
        const { canvas, place, old } = tile;
        if (!boxes.some((box) => boxesOverlap(box, tileBox(place)))) continue;
        if (canvas === null || old.length > 0) {
          age(tile, boxes);
          continue;
        }
        under.set(tile, canvas);
        tile.canvas = copyOf(canvas);
        paint(contextOf(tile.canvas, place, pixelRatio));
      }
    },
    takeOff: (next, boxes) => {
      const before = change(next);
      for (const tile of tiles.values()) {
        const canvas = before.get(tile);
        if (canvas !== undefined && tile.old.length === 0) tile.canvas = canvas;
        else age(tile, boxes);
      }
    },
    paint: (over, forMs) => {
      const until = performance.now() + forMs;
      tick += 1;
      for (const place of tilesOver(over)) {
        const tile = tileAt(place);
        tile.lastUsed = tick;
        while (tile.old.length > 0 || work?.tile === tile) {
          improve(tile);
          if (performance.now() >= until) return false;
        }
      }
      forget();
      return true;
    },
    draw: (context, over, overlap) => {
      for (const place of tilesOver(over)) {
        const canvas = tiles.get(tileKey(place))?.canvas ?? null;
        const { minX, minY } = tileBox(place);
        if (canvas !== null) context.drawImage(canvas, minX, minY, TILE_PX + overlap, TILE_PX + overlap);
      }
    },
  };
}

/** Paints a tile on a canvas of its own; the canvas is the result. */
function* wholeTile(
  place: TilePlace,
  picture: Picture,
  pixelRatio: number,
): Generator<undefined, HTMLCanvasElement> {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = Math.ceil(TILE_PX * pixelRatio);
  yield* paintBox(contextOf(canvas, place, pixelRatio), tileBox(place), picture);
  return canvas;
}

function copyOf(canvas: HTMLCanvasElement): HTMLCanvasElement {
  const copy = document.createElement('canvas');
  [copy.width, copy.height] = [canvas.width, canvas.height];
  copy.getContext('2d', { alpha: false })?.drawImage(canvas, 0, 0);
  return copy;
}

/** The context of a tile, in the pixels of the enlarged picture. */
function contextOf(
  canvas: HTMLCanvasElement,
  place: TilePlace,
  pixelRatio: number,
): CanvasRenderingContext2D {
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null) throw new Error('no 2d canvas');
  const { minX, minY } = tileBox(place);
  context.setTransform(pixelRatio, 0, 0, pixelRatio, -minX * pixelRatio, -minY * pixelRatio);
  return context;
}
