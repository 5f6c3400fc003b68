import type { LegView } from '../../../shared/domain/leg-map/vein.ts';
import { boxAround, boxesOverlap, grownBox, type Point } from '../../../shared/geometry/point.ts';
import { nearestOnPath, pathLength } from '../../../shared/geometry/polyline.ts';
import { headingAt, STEP_MM } from './course.ts';
import { isInside } from './inside-leg.ts';
import { within, type Random } from './random.ts';

/** How a vessel gives off branches. Angles are in degrees from its own run. */
export interface Branching {
  /** So many branches in 200 mm. */
  readonly in200Mm: readonly [least: number, most: number];
  readonly angle: readonly [least: number, most: number];
  readonly lengthMm: readonly [least: number, most: number];
  /** Shorter ones, cut off at the edge of the leg or by a neighbour, are left out. */
  readonly leastMm: number;
}

const RETICULAR: Branching = { in200Mm: [4.4, 6], angle: [28, 54], lengthMm: [22, 56], leastMm: 12 };
const TWIGS: Branching = { in200Mm: [7, 11], angle: [30, 58], lengthMm: [10, 24], leastMm: 6 };
const LINE_TWIGS: Branching = { in200Mm: [9, 13], angle: [30, 50], lengthMm: [8, 15], leastMm: 5 };

/** No two vessels of one vein come closer to each other than this, but where one leaves the other. */
const CLEAR_MM = 4;

/** Branches of a reticular vein, and the twigs on them. */
export function reticularBranches(
  random: Random,
  view: LegView,
  course: readonly Point[],
): readonly (readonly Point[])[] {
  const branches = branchesOf(random, view, course, RETICULAR, [course]);
  const grown = [course, ...branches];
  return branches.flatMap((branch) => {
    const twigs = branchesOf(random, view, branch, TWIGS, grown);
    grown.push(...twigs);
    return [branch, ...twigs];
  });
}

/** Twigs of a line telangiectasia. */
export function lineTwigs(
  random: Random,
  view: LegView,
  course: readonly Point[],
): readonly (readonly Point[])[] {
  return branchesOf(random, view, course, LINE_TWIGS, [course]);
}

function branchesOf(
  random: Random,
  view: LegView,
  parent: readonly Point[],
  branching: Branching,
  others: readonly (readonly Point[])[],
): readonly (readonly Point[])[] {
  const count = Math.round((pathLength(parent) / 200) * within(random, ...branching.in200Mm));
  const branches: (readonly Point[])[] = [];
  let side = random() < 0.5 ? 1 : -1;
  for (let i = 0; i < count; i += 1) {
    const along = (i + within(random, 0.35, 0.75)) / count;
    const start = Math.min(parent.length - 2, Math.round(along * (parent.length - 1)));
    const choices = [side, -side].map((choice) => {
      const branch = branchFrom(random, parent, start, choice, branching);
      return clearPart(view, branch, [...others, ...branches]);
    });
    const chosen = choices.find((branch) => pathLength(branch) >= branching.leastMm);
    if (chosen !== undefined) branches.push(chosen);
    side = -side;
  }
  return branches;
}

/** A branch that leaves at an angle and bends back towards the run of its parent. */
function branchFrom(
  random: Random,
  parent: readonly Point[],
  start: number,
  side: number,
  branching: Branching,
): readonly Point[] {
  const origin = parent[start];
  if (origin === undefined) throw new RangeError('no such point');
  const [dx, dy] = runAround(parent, start);
  const run = Math.atan2(dy, dx);
  const angle = (within(random, ...branching.angle) * Math.PI) / 180;
  const steps = Math.round(within(random, ...branching.lengthMm) / STEP_MM);
  const [swing, beat, phase] = [
    within(random, 0.16, 0.34),
    within(random, 11, 17),
    within(random, 0, 2 * Math.PI),
  ];
  const points: Point[] = [origin];
  let [x, y] = origin;
  for (let i = 1; i <= steps; i += 1) {
    const bend = angle * (1.12 - 0.85 * (i / steps));
    const sway = swing * Math.sin(phase + (2 * Math.PI * i * STEP_MM) / beat);
    x += Math.cos(run + side * (bend + sway)) * STEP_MM;
    y += Math.sin(run + side * (bend + sway)) * STEP_MM;
    points.push([x, y]);
  }
  return points;
}

/** Where a vessel is going over some 20 mm, without its waves. */
function runAround(path: readonly Point[], index: number): Point {
  const reach = 7;
  const stretch = path.slice(Math.max(0, index - reach), index + reach + 1);
  const ends = [stretch[0], stretch.at(-1)].filter((point) => point !== undefined);
  return headingAt(ends, 0);
}

/** The part of a branch before it leaves the leg or comes near another vessel. */
function clearPart(
  view: LegView,
  branch: readonly Point[],
  others: readonly (readonly Point[])[],
): readonly Point[] {
  const leaving = Math.ceil(9 / STEP_MM);
  const around = boxAround(branch);
  const near = others.filter((other) => boxesOverlap(grownBox(boxAround(other), CLEAR_MM), around));
  const end = branch.findIndex(
    (point, index) =>
      index > 0 &&
      (!isInside(view, point) ||
        (index > leaving && near.some((other) => nearestOnPath(other, point).distance < CLEAR_MM))),
  );
  return end === -1 ? branch : branch.slice(0, Math.max(1, end - 1));
}
