import type { Point } from '../../../shared/geometry/point.ts';
import type { ViewFrame } from '../layout/arrange-views.ts';

/** How the arranged views are looked at: enlarged, then shifted. Never part of the map or of its history. */
export interface Viewport {
  readonly zoom: number;
  readonly x: number;
  readonly y: number;
}

export const WHOLE: Viewport = { zoom: 1, x: 0, y: 0 };
export const MAX_ZOOM = 12;

export interface Extent {
  readonly width: number;
  readonly height: number;
}

/** Enlarges by a factor around a place on the screen, which stays where it is. Never smaller than the whole. */
export function zoomedAt(viewport: Viewport, [x, y]: Point, factor: number, extent: Extent): Viewport {
  const zoom = Math.min(MAX_ZOOM, Math.max(1, viewport.zoom * factor));
  const share = zoom / viewport.zoom;
  return kept({ zoom, x: x - (x - viewport.x) * share, y: y - (y - viewport.y) * share }, extent);
}

/** Shifts what is seen; the picture cannot be pushed off the screen. */
export function pannedBy(viewport: Viewport, [dx, dy]: Point, extent: Extent): Viewport {
  return kept({ ...viewport, x: viewport.x + dx, y: viewport.y + dy }, extent);
}

/** A pointer moved, perhaps while another finger rests: shift, and with two fingers also zoom. */
export function followed(
  viewport: Viewport,
  { before, at, other }: { readonly before: Point; readonly at: Point; readonly other: Point | null },
  extent: Extent,
): Viewport {
  if (other === null) return pannedBy(viewport, [at[0] - before[0], at[1] - before[1]], extent);
  const [from, to] = [
    Math.hypot(before[0] - other[0], before[1] - other[1]),
    Math.hypot(at[0] - other[0], at[1] - other[1]),
  ];
  const shifted = pannedBy(viewport, [(at[0] - before[0]) / 2, (at[1] - before[1]) / 2], extent);
  const middle: Point = [(at[0] + other[0]) / 2, (at[1] + other[1]) / 2];
  return from < 1 ? shifted : zoomedAt(shifted, middle, to / from, extent);
}

function kept(viewport: Viewport, { width, height }: Extent): Viewport {
  const within = (value: number, size: number) => Math.min(0, Math.max(size - size * viewport.zoom, value));
  return { zoom: viewport.zoom, x: within(viewport.x, width), y: within(viewport.y, height) };
}

/** The frames as they lie on the screen. */
export function seenThrough(viewport: Viewport, frames: readonly ViewFrame[]): readonly ViewFrame[] {
  const { zoom, x, y } = viewport;
  return frames.map(({ view, cell, ...frame }) => ({
    view,
    x: frame.x * zoom + x,
    y: frame.y * zoom + y,
    scale: frame.scale * zoom,
    cell: {
      minX: cell.minX * zoom + x,
      maxX: cell.maxX * zoom + x,
      minY: cell.minY * zoom + y,
      maxY: cell.maxY * zoom + y,
    },
  }));
}
