import type { Point } from '../../../shared/geometry/point.ts';
import { toScreen } from '../layout/arrange-views.ts';
import { areaOf, lineAt } from './paths.ts';
import { inMillimetres, paintHull, paintVein, widthPx, type VeinPicture } from './paint-vein.ts';

type Context = CanvasRenderingContext2D;

/**
 * The selected vein in its casing, with handles on the points that can be moved. Painted last. `inHand`: it is being moved or
 * reshaped; the vessels of a web grow anew once it is let go.
 */
export function paintSelected(
  context: Context,
  picture: VeinPicture,
  { handles, inHand }: { readonly handles: boolean; readonly inHand: boolean },
): void {
  paintCasing(context, picture);
  const paint = inHand && picture.vein.pattern === 'web' ? paintHull : paintVein;
  paint(context, { ...picture, mark: { ...picture.mark, dimmed: false } });
  if (handles) paintHandles(context, picture);
}

/** One of very many selected veins: tinted, since the casings of neighbours would hide them all. */
export function paintTinted(context: Context, { vein, shape, frame, colours }: VeinPicture): void {
  inMillimetres(context, frame, (px) => {
    context.globalAlpha = 0.5;
    context.strokeStyle = colours.sel;
    context.lineWidth = (widthPx(vein.kind, vein.diameterMm, frame.scale) + 4) * px;
    context.stroke(vein.pattern === 'web' ? areaOf(shape.main) : lineAt(shape.main, px));
  });
}

function paintCasing(context: Context, { vein, shape, frame, colours }: VeinPicture): void {
  inMillimetres(context, frame, (px) => {
    if (vein.pattern === 'web') {
      const edge = areaOf(shape.main);
      for (const [width, colour] of [
        [6.4, colours.sel],
        [3, colours.surface],
      ] as const) {
        context.lineWidth = width * px;
        context.strokeStyle = colour;
        context.stroke(edge);
      }
      return;
    }
    const width = widthPx(vein.kind, vein.diameterMm, frame.scale);
    const course = lineAt(shape.main, px);
    for (const [over, colour] of [
      [8.4, colours.sel],
      [5, colours.surface],
    ] as const) {
      context.lineWidth = (width + over) * px;
      context.strokeStyle = colour;
      context.stroke(course);
    }
  });
}

function paintHandles(context: Context, { vein, frame, colours }: VeinPicture): void {
  const points = vein.path.map((point) => toScreen(frame, point));
  context.fillStyle = colours.surface;
  context.strokeStyle = colours.sel;
  context.lineWidth = 1.7;
  for (const at of spreadOut(
    points.slice(vein.pattern === 'web' ? 0 : 1, vein.pattern === 'web' ? undefined : -1),
  )) {
    context.beginPath();
    context.arc(at[0], at[1], 3, 0, 2 * Math.PI);
    context.fill();
    context.stroke();
  }
  if (vein.pattern === 'web') return;
  for (const end of [points[0], points.at(-1)]) {
    if (end === undefined) continue;
    context.fillRect(end[0] - 4.5, end[1] - 4.5, 9, 9);
    context.strokeRect(end[0] - 4.5, end[1] - 4.5, 9, 9);
  }
}

/** Leaves out handles that would touch: a drawn stroke has many points, and zooming in shows the rest. */
export function spreadOut(points: readonly Point[], apartPx = 16): readonly Point[] {
  const shown: Point[] = [];
  for (const point of points) {
    const last = shown.at(-1);
    if (last === undefined || Math.hypot(point[0] - last[0], point[1] - last[1]) >= apartPx)
      shown.push(point);
  }
  return shown;
}
