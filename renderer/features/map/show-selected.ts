import { isVein, type MapRecord } from '../../../shared/document/map-document.ts';
import { boxAround, type Box } from '../../../shared/geometry/point.ts';
import { arrangeViews, frameOf, toScreen } from '../../canvas/layout/arrange-views.ts';
import { editRoom } from '../../canvas/layout/edit-room.ts';
import { pannedBy, seenThrough, type Extent, type Viewport } from '../../canvas/viewport/viewport.ts';
import { selectedRecords, type MapEditor } from './map-editor.ts';
import { viewsShown } from './map-look.ts';
import { pointOfMark } from './mark-facts.ts';

/** Moves what is seen so that what was selected last is on the screen; leaves it where it can be seen already. */
export function showSelected(editor: MapEditor): void {
  const { viewport, extent, ...state } = editor.store.getState();
  const record = selectedRecords(state).at(-1);
  if (record === undefined || viewport.zoom === 1) return;
  const views = viewsShown(state);
  const frames = arrangeViews(views, editRoom(extent, views.length));
  const frame = frameOf(seenThrough(viewport, frames), record);
  if (frame === null) return;
  const box = boxAround(pointsOf(record).map((point) => toScreen(frame, point)));
  const moved = broughtIntoView(viewport, box, extent);
  if (moved !== viewport) editor.show({ viewport: moved });
}

function pointsOf(record: MapRecord) {
  return isVein(record) ? record.path : [pointOfMark(record)];
}

/** Room that is kept beside what is brought into view. */
const MARGIN_PX = 60;

/** The viewport with the middle of a box of the screen in its middle; the same one where all of the box is seen. */
export function broughtIntoView(viewport: Viewport, box: Box, extent: Extent): Viewport {
  const { width, height } = extent;
  const isSeen = box.minX >= 0 && box.minY >= 0 && box.maxX <= width && box.maxY <= height;
  const isLarge = box.maxX - box.minX > width - MARGIN_PX || box.maxY - box.minY > height - MARGIN_PX;
  const isTouched = box.maxX > 0 && box.maxY > 0 && box.minX < width && box.minY < height;
  if (isSeen || (isLarge && isTouched)) return viewport;
  const middle = [(box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2] as const;
  return pannedBy(viewport, [width / 2 - middle[0], height / 2 - middle[1]], extent);
}
