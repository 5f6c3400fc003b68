import { LANDMARKS_MM } from '../../../shared/domain/leg-map/leg-reference.ts';
import { sameView, outlineOf } from '../../../shared/domain/leg-map/views.ts';
import type { LegView, PointMm } from '../../../shared/domain/leg-map/vein.ts';
import type { Box, Point } from '../../../shared/geometry/point.ts';

/** Views show the leg up to the groin. */
export const VISIBLE_TOP_MM = LANDMARKS_MM.groin;

/** Above this nothing of the leg is painted: one of the measured silhouettes ends here. */
export const FADE_END_MM = LANDMARKS_MM.groin - 17;
/** From here down the leg is painted in full; the fade in between is paint only. */
export const FADE_FROM_MM = FADE_END_MM - 72;

/** Where a view stands on the screen. */
export interface ViewFrame {
  readonly view: LegView;
  /** Pixels of the point (0, 0) of the view. */
  readonly x: number;
  readonly y: number;
  /** Pixels per millimetre of the reference leg. */
  readonly scale: number;
  /** The part of the screen that belongs to the view. */
  readonly cell: Box;
}

export interface Insets {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export interface Arrangement {
  readonly width: number;
  readonly height: number;
  readonly insets: Insets;
  /** Least room beside each leg. */
  readonly gutter: number;
  /** Room above each row for its titles. */
  readonly titleHeight: number;
}

/** Legs in two rows may be this much smaller than in one: the room beside them is for the names of the veins. */
const WORTH_TWO_ROWS = 0.85;

/** Places views in one row, or five and more in two where the legs are hardly smaller then. All share one scale. */
export function arrangeViews(views: readonly LegView[], room: Arrangement): readonly ViewFrame[] {
  if (views.length === 0) return [];
  const oneRow = rowsScale([views], room);
  const half = Math.ceil(views.length / 2);
  const twoRows = [views.slice(0, half), views.slice(half)];
  if (views.length < 5 || rowsScale(twoRows, room) < oneRow * WORTH_TWO_ROWS)
    return placed([views], oneRow, room);
  return placed(twoRows, rowsScale(twoRows, room), room);
}

/** Left and right of the visible part of a silhouette, in millimetres. */
export function extentOf(view: LegView): readonly [left: number, right: number] {
  const xs = outlineOf(view)
    .filter(([, y]) => y <= VISIBLE_TOP_MM)
    .map(([x]) => x);
  return [Math.min(...xs), Math.max(...xs)];
}

const widthOf = (view: LegView) => extentOf(view)[1] - extentOf(view)[0];
const widthOfRow = (row: readonly LegView[]) => row.reduce((sum, view) => sum + widthOf(view), 0);

function rowsScale(rows: readonly (readonly LegView[])[], room: Arrangement): number {
  const height = (room.height - room.insets.top - room.insets.bottom) / rows.length - room.titleHeight;
  const widths = rows.map((row) => (freeWidth(room) - row.length * room.gutter) / widthOfRow(row));
  return Math.max(0.02, Math.min(height / VISIBLE_TOP_MM, ...widths));
}

const freeWidth = (room: Arrangement) => room.width - room.insets.left - room.insets.right;

function placed(
  rows: readonly (readonly LegView[])[],
  scale: number,
  room: Arrangement,
): readonly ViewFrame[] {
  const rowHeight = (room.height - room.insets.top - room.insets.bottom) / rows.length;
  return rows.flatMap((row, index) => {
    const gutter = (freeWidth(room) - widthOfRow(row) * scale) / row.length;
    const top = room.insets.top + index * rowHeight;
    const spare = Math.max(0, rowHeight - room.titleHeight - VISIBLE_TOP_MM * scale);
    const y = top + rowHeight - spare / 2;
    let left = room.insets.left;
    return row.map((view): ViewFrame => {
      const width = widthOf(view) * scale + gutter;
      const x = left + gutter / 2 - extentOf(view)[0] * scale;
      const cell = { minX: left, minY: top, maxX: left + width, maxY: top + rowHeight };
      left += width;
      return { view, x, y, scale, cell };
    });
  });
}

export function toScreen(frame: ViewFrame, [x, y]: Point): Point {
  return [frame.x + x * frame.scale, frame.y - y * frame.scale];
}

/** The point of the view under a place on the screen, kept to a hundredth of a millimetre as the record keeps it. */
export function toMillimetres(frame: ViewFrame, [x, y]: Point): PointMm {
  const hundredth = (value: number) => Math.round(value * 100) / 100;
  return [hundredth((x - frame.x) / frame.scale), hundredth((frame.y - y) / frame.scale)];
}

/** The view whose cell a place on the screen lies in. */
export function frameAt(frames: readonly ViewFrame[], [x, y]: Point): ViewFrame | null {
  const inside = ({ cell }: ViewFrame) => x >= cell.minX && x < cell.maxX && y >= cell.minY && y < cell.maxY;
  return frames.find(inside) ?? null;
}

export function frameOf(frames: readonly ViewFrame[], view: LegView): ViewFrame | null {
  return frames.find((frame) => sameView(frame.view, view)) ?? null;
}
