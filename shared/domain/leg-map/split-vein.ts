import { distance, type Point } from '../../geometry/point.ts';
import { nearestOnPath, pathLength, pointAlong } from '../../geometry/polyline.ts';
import type { VeinId } from '../../kernel/ids.ts';
import { keptPoint } from './change-vein.ts';
import { courseOf } from './measure.ts';
import { nearestOnVein } from './near-vein.ts';
import type { PointMm, Vein } from './vein.ts';

/** Neither part of a line that is split may be shorter than this. */
const SHORTEST_PART_MM = 2;

/** What only a new vein needs: nobody else has this id, and nobody on its leg ever had this number. */
export interface FreshVein {
  readonly id: VeinId;
  readonly number: number;
}

/**
 * A line as two, parted where its course comes closest to a place. The first keeps name and number, both keep what is known of the
 * vein, and each branch stays with the part that it springs from. Null for a web, and where a part would be shorter than 2 mm.
 */
export function splitVein(vein: Vein, near: Point, fresh: FreshVein): readonly [Vein, Vein] | null {
  if (vein.pattern === 'web') return null;
  const at = keptPoint(nearestOnPath(courseOf(vein.path), near).point);
  const { segment } = nearestOnPath(vein.path, at);
  const first = [...without(vein.path.slice(0, segment + 1), at), at];
  const second = [at, ...without(vein.path.slice(segment + 1), at)];
  if (Math.min(pathLength(first), pathLength(second)) < SHORTEST_PART_MM) return null;
  const parts: readonly [Vein, Vein] = [
    { ...vein, path: first, branches: [] },
    { ...vein, ...fresh, path: second, branches: [] },
  ];
  const branchesOf = (part: Vein) =>
    vein.branches.filter(([origin]) => origin !== undefined && nearerPart(parts, origin) === part);
  const [one, two] = parts;
  return [
    { ...one, branches: branchesOf(one) },
    { ...two, branches: branchesOf(two) },
  ];
}

/** The part of a split vein that a place belongs to. */
export function nearerPart(parts: readonly [Vein, Vein], place: Point): Vein {
  const [one, two] = parts;
  return nearestOnVein(two, place).distanceMm < nearestOnVein(one, place).distanceMm ? two : one;
}

/** Half-way along a line, where it is split unless somebody says where. */
export function middleOf(vein: Vein): PointMm {
  const course = courseOf(vein.path);
  return keptPoint(pointAlong(course, pathLength(course) / 2));
}

function without(path: readonly PointMm[], point: PointMm): readonly PointMm[] {
  return path.filter((other) => distance(other, point) > 0.005);
}
