import type { LegView } from '../../../shared/domain/leg-map/vein.ts';
import { boxAround, type Point } from '../../../shared/geometry/point.ts';
import { drawnInside } from './inside-leg.ts';
import { within, type Random } from './random.ts';

const CORNERS = 24;

/** The outline of a web: a lobed ellipse, so wide and so high where the leg has room for it. */
export function lobedHull(
  random: Random,
  view: LegView,
  centre: Point,
  sizeMm: readonly [width: number, height: number],
): readonly Point[] {
  const lobes = [2, 3, 5].map((count) => ({
    count,
    depth: within(random, 0.4, 1) * (count === 5 ? 0.05 : 0.09),
    turn: within(random, 0, 2 * Math.PI),
  }));
  const shape = Array.from({ length: CORNERS }, (_, corner): Point => {
    const angle = (2 * Math.PI * corner) / CORNERS;
    const radius = lobes.reduce(
      (sum, lobe) => sum + lobe.depth * Math.cos(lobe.count * angle + lobe.turn),
      1,
    );
    return [Math.cos(angle) * radius, Math.sin(angle) * radius];
  });
  return fitted(shape, centre, sizeMm).map((corner) => drawnInside(view, corner, centre));
}

/** The outline of a malleolar fan: narrow where its stems begin, opening downward by some 120°. */
export function fanHull(random: Random, view: LegView, apex: Point, reachMm: number): readonly Point[] {
  const middle: Point = [apex[0], apex[1] - reachMm / 2];
  const half = Math.PI / 3;
  const rim = Array.from({ length: 15 }, (_, index): Point => {
    const angle = -Math.PI / 2 - half + (2 * half * index) / 14;
    const sideways = 1 - 0.28 * Math.abs(index - 7) * (1 / 7);
    const reach = reachMm * sideways * within(random, 0.95, 1.02);
    return [apex[0] + Math.cos(angle) * reach, apex[1] + Math.sin(angle) * reach];
  });
  const crown: Point[] = [
    [apex[0] + 13, apex[1] - 2],
    [apex[0] + 7, apex[1] + 5],
    [apex[0], apex[1] + 7],
    [apex[0] - 8, apex[1] + 5],
    [apex[0] - 14, apex[1] - 3],
  ];
  return [...rim, ...crown].map((corner) => drawnInside(view, corner, middle));
}

/** A shape moved and stretched to a centre and a size. */
function fitted(shape: readonly Point[], centre: Point, [width, height]: Point): readonly Point[] {
  const box = boxAround(shape);
  return shape.map(([x, y]) => [
    centre[0] + ((x - box.minX) / (box.maxX - box.minX) - 0.5) * width,
    centre[1] + ((y - box.minY) / (box.maxY - box.minY) - 0.5) * height,
  ]);
}
