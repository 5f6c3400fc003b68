import { isMark } from '../../../shared/document/map-document.ts';
import { distance, type Box } from '../../../shared/geometry/point.ts';
import type { LegView } from '../../../shared/domain/leg-map/vein.ts';
import type { CanvasColours } from '../canvas-colours.ts';
import { frameOf, toScreen, type ViewFrame } from '../layout/arrange-views.ts';
import type { ToolPreview } from '../tools/tool.ts';
import { paintDraft } from './paint-draft.ts';
import { paintMeasure, paintPin } from './paint-pins.ts';

type Context = CanvasRenderingContext2D;

interface Scene {
  readonly frames: readonly ViewFrame[];
  readonly colours: CanvasColours;
  readonly detail: { readonly heightScale: number };
}

/** What a tool is about to do, over everything else. */
export function paintPreview(context: Context, preview: ToolPreview, scene: Scene): void {
  const { stroke, box, link, measure, pin } = preview;
  const { frames, colours } = scene;
  for (const changed of preview.changed.filter(isMark)) {
    paintPin(context, changed, { frames, colours, selected: true });
  }
  if (stroke !== null) paintDraft(context, stroke, scene);
  if (box !== null) paintBox(context, box, scene);
  if (link !== null) paintLink(context, link, scene);
  if (pin !== null) {
    const at = { leg: pin.at.view.leg, aspect: pin.at.view.aspect, point: pin.at.point };
    context.globalAlpha = 0.6;
    paintGhost(context, { ...at, mark: pin.mark }, scene);
    context.globalAlpha = 1;
  }
  const frame = measure === null ? null : frameOf(frames, measure.view);
  if (measure !== null && frame !== null) {
    const mm = Math.round(distance(measure.from, measure.to) * scene.detail.heightScale);
    paintMeasure(context, toScreen(frame, measure.from), toScreen(frame, measure.to), {
      text: `${String(mm)} mm`,
      colours,
      colour: colours.sel,
    });
  }
}

/** Where a site or a note would stand: its ring. */
function paintGhost(
  context: Context,
  place: LegView & { readonly point: readonly [number, number]; readonly mark: 'site' | 'note' },
  { frames, colours }: Scene,
): void {
  const frame = frameOf(frames, place);
  if (frame === null) return;
  const [x, y] = toScreen(frame, place.point);
  context.strokeStyle = colours.sel;
  context.lineWidth = 1.7;
  context.beginPath();
  if (place.mark === 'site') context.arc(x, y, 6.5, 0, 2 * Math.PI);
  else context.roundRect(x - 7, y - 8, 14, 16, 2.5);
  context.stroke();
}

function paintBox(
  context: Context,
  { view, box }: { readonly view: LegView; readonly box: Box },
  { frames, colours }: Scene,
): void {
  const frame = frameOf(frames, view);
  if (frame === null) return;
  const [left, top] = toScreen(frame, [box.minX, box.maxY]);
  const [right, bottom] = toScreen(frame, [box.maxX, box.minY]);
  context.fillStyle = `${colours.sel}1a`;
  context.fillRect(left, top, right - left, bottom - top);
  context.strokeStyle = colours.sel;
  context.lineWidth = 1.2;
  context.setLineDash([5, 3]);
  context.strokeRect(left, top, right - left, bottom - top);
  context.setLineDash([]);
}

/** An arrow from a vein to what shall feed it; a ring at its end where it has met a vein. */
function paintLink(
  context: Context,
  link: NonNullable<ToolPreview['link']>,
  { frames, colours }: Scene,
): void {
  const [first, last] = [frameOf(frames, link.from.view), frameOf(frames, link.to.view)];
  if (first === null || last === null) return;
  const [from, to] = [toScreen(first, link.from.point), toScreen(last, link.to.point)];
  context.strokeStyle = colours.sel;
  context.lineWidth = 2;
  context.setLineDash(link.feederId === null ? [5, 4] : []);
  context.beginPath();
  context.moveTo(...from);
  context.lineTo(...to);
  context.stroke();
  context.setLineDash([]);
  context.beginPath();
  context.arc(to[0], to[1], link.feederId === null ? 4 : 8, 0, 2 * Math.PI);
  context.stroke();
}
