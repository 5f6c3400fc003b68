import type { Box, Point } from '../../../shared/geometry/point.ts';

/** Side of a tile in pixels of the enlarged picture. */
export const TILE_PX = 256;

/** One tile of the grid that covers the enlarged picture; (0, 0) begins at its upper left corner. */
export interface TilePlace {
  readonly column: number;
  readonly row: number;
}

export function tileKey({ column, row }: TilePlace): string {
  return `${String(column)} ${String(row)}`;
}

/** The part of the enlarged picture that a tile covers. */
export function tileBox({ column, row }: TilePlace): Box {
  const [minX, minY] = [column * TILE_PX, row * TILE_PX];
  return { minX, minY, maxX: minX + TILE_PX, maxY: minY + TILE_PX };
}

/** The tiles that a box touches, those nearest to its middle first. */
export function tilesOver(box: Box): readonly TilePlace[] {
  const [firstColumn, lastColumn] = [Math.floor(box.minX / TILE_PX), Math.ceil(box.maxX / TILE_PX) - 1];
  const [firstRow, lastRow] = [Math.floor(box.minY / TILE_PX), Math.ceil(box.maxY / TILE_PX) - 1];
  const tiles: TilePlace[] = [];
  for (let row = firstRow; row <= lastRow; row += 1) {
    for (let column = firstColumn; column <= lastColumn; column += 1) tiles.push({ column, row });
  }
  const middle: Point = [(firstColumn + lastColumn) / 2, (firstRow + lastRow) / 2];
  const away = ({ column, row }: TilePlace) => Math.hypot(column - middle[0], row - middle[1]);
  return tiles.toSorted((a, b) => away(a) - away(b));
}
