import { distance, type Point } from '../../geometry/point.ts';
import { convexHull, polygonContains } from '../../geometry/polygon.ts';
import { nearestOnPath } from '../../geometry/polyline.ts';
import type { LegView } from './vein.ts';
import { outlineOf } from './views.ts';

/** Points of one view that move together. */
export interface PointsOfView {
  readonly view: LegView;
  readonly points: readonly Point[];
}

/** More points than this are stood for by the polygon around them. */
const MANY = 250;
/** What is rounded may stand over the edge by this. */
const SLACK_MM = 0.05;

/**
 * How far things can move together and stay on the leg: gives the move that comes closest to a wished one. It slides along the
 * edge, and what stood over the edge before may stand over it as far as it did.
 */
export function roomOnLeg(groups: readonly PointsOfView[]): (wished: Point) => Point {
  const held = groups.flatMap(({ view, points }) => {
    const edge = outlineOf(view);
    return (points.length > MANY ? convexHull(points) : points).map((point) => ({
      edge,
      point,
      slack: SLACK_MM + overEdge(edge, point).by,
    }));
  });
  const worst = (move: Point): Overhang => {
    let most: Overhang = { by: 0, back: [0, 0] };
    for (const { edge, point, slack } of held) {
      const over = overEdge(edge, [point[0] + move[0], point[1] + move[1]]);
      if (over.by > slack && over.by > most.by) most = over;
    }
    return most;
  };
  return (wished) => slid(wished, worst) ?? shortened(wished, worst);
}

interface Overhang {
  readonly by: number;
  /** The way back onto the leg. */
  readonly back: Point;
}

function overEdge(edge: readonly Point[], point: Point): Overhang {
  if (polygonContains(edge, point)) return { by: 0, back: [0, 0] };
  const { point: nearest } = nearestOnPath([...edge, ...edge.slice(0, 1)], point);
  return { by: distance(nearest, point), back: [nearest[0] - point[0], nearest[1] - point[1]] };
}

/** The move put back from the edge a few times over; null where that does not bring it onto the leg. */
function slid(wished: Point, worst: (move: Point) => Overhang): Point | null {
  let move = wished;
  for (let round = 0; round < 8; round += 1) {
    const { by, back } = worst(move);
    if (by === 0) return move;
    move = [move[0] + back[0], move[1] + back[1]];
  }
  return null;
}

/** As much of the move, in its own direction, as fits on the leg. */
function shortened([dx, dy]: Point, worst: (move: Point) => Overhang): Point {
  let share = 0;
  for (let step = 0.5; step > 0.002; step /= 2) {
    const more = share + step;
    if (worst([dx * more, dy * more]).by === 0) share = more;
  }
  return [dx * share, dy * share];
}
