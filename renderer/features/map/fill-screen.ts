import { arrangeViews, extentOf, toScreen } from '../../canvas/layout/arrange-views.ts';
import { editRoom } from '../../canvas/layout/edit-room.ts';
import type { Place } from '../../canvas/tools/tool.ts';
import { WHOLE, zoomedAt, type Extent, type Viewport } from '../../canvas/viewport/viewport.ts';

/** The share of the screen's width that an opened leg takes. */
const WIDTH_SHARE = 0.45;
const [LEAST_ZOOM, MOST_ZOOM] = [1, 2.2];

/** One view alone, so large that its leg fills the screen across, with the place that was meant at its height. */
export function filledAt({ view, point }: Place, extent: Extent): Viewport {
  const [frame] = arrangeViews([view], editRoom(extent, 1));
  if (frame === undefined) return WHOLE;
  const [left, right] = extentOf(view);
  const wanted = (WIDTH_SHARE * extent.width) / ((right - left) * frame.scale);
  const zoom = Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, wanted));
  const middle = toScreen(frame, [(left + right) / 2, point[1]]);
  return zoomedAt(WHOLE, middle, zoom, extent);
}
