import type { Extent } from '../viewport/viewport.ts';
import type { Arrangement } from './arrange-views.ts';

/** Where the names of the levels begin, right of the tools. */
export const LEVEL_NAMES_X = 64;

/** The room of the map that is drawn on: the tools stand at its left, and the names of the levels beside them. */
export function editRoom({ width, height }: Extent, views: number): Arrangement {
  return {
    width,
    height,
    insets: { top: 0, right: 12, bottom: 18, left: 126 },
    gutter: Math.min(46, width / (views * 4)),
    titleHeight: 46,
  };
}
