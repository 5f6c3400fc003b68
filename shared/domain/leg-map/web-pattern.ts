import { boxAround, direction, distance, type Point } from '../../geometry/point.ts';
import { distanceToEdge, polygonCentre, polygonContains } from '../../geometry/polygon.ts';
import { nearestOnPath } from '../../geometry/polyline.ts';
import { seededNumbers } from '../../geometry/seeded.ts';

/** How a web is filled; lengths in millimetres. */
interface WebDensity {
  /** Area per point that attracts a branch. */
  readonly areaPerPointMm2: number;
  /** A point is reached, and attracts no more, from here. */
  readonly clearMm: number;
  readonly twigEveryMm: number;
}

const DENSE: WebDensity = { areaPerPointMm2: 3.6, clearMm: 2.4, twigEveryMm: 3.4 };
const SPARSE: WebDensity = { areaPerPointMm2: 6, clearMm: 3, twigEveryMm: 4.6 };
const STEP_MM = 1.5;
const REACH_MM = 16;
const MAX_POINTS = 1600;

/** One vessel of a web: its course and how thick it is beside the stem (1). */
export interface WebStrand {
  readonly course: readonly Point[];
  readonly share: number;
}

interface Node {
  readonly point: Point;
  readonly parent: number;
}

/**
 * Fills the outline of a web with fine vessels that branch out from its edge towards seeded random points (space colonisation).
 * A symbol, not a picture of this patient's web. The same seed and outline give the same vessels, wherever the outline lies.
 */
export function webPattern(
  outline: readonly Point[],
  options: { readonly seed: string; readonly dense: boolean; readonly feeder: readonly Point[] | null },
): readonly WebStrand[] {
  const origin = outline[0];
  if (origin === undefined) return [];
  const density = options.dense ? DENSE : SPARSE;
  const random = seededNumbers(options.seed);
  const local = movedBy(outline, [-origin[0], -origin[1]]);
  const feeder = options.feeder === null ? null : movedBy(options.feeder, [-origin[0], -origin[1]]);
  const nodes = grow(rootsOf(local, feeder, random), scatter(local, density, random), density, random);
  const stems = strandsOf(nodes);
  const twigs = stems.flatMap((stem) => twigsOf(stem, local, density, random));
  return [...stems, ...twigs].map((strand) => ({ ...strand, course: movedBy(strand.course, origin) }));
}

function movedBy(points: readonly Point[], [dx, dy]: Point): readonly Point[] {
  return points.map(([x, y]): Point => [
    Math.round((x + dx) * 1000) / 1000,
    Math.round((y + dy) * 1000) / 1000,
  ]);
}

/** One to three places on the edge from which the web grows: where its feeder comes closest, else its upper edge. */
function rootsOf(
  outline: readonly Point[],
  feeder: readonly Point[] | null,
  random: () => number,
): readonly Point[] {
  const box = boxAround(outline);
  const centre = polygonCentre(outline);
  const top: Point = [centre[0] + (random() - 0.5) * (box.maxX - box.minX) * 0.5, box.maxY];
  const closed = [...outline, ...outline.slice(0, 1)];
  const main = nearestOnPath(closed, feeder === null ? top : nearestOnPath(feeder, centre).point).point;
  const inward = direction(main, centre);
  const size = Math.max(box.maxX - box.minX, box.maxY - box.minY);
  const count = size > 55 ? 3 : size > 30 ? 2 : 1;
  return Array.from({ length: count }, (_, index): Point => {
    const aside = (index % 2 === 0 ? 1 : -1) * Math.ceil(index / 2) * Math.min(7, size * 0.11);
    const inside = 0.8 + random();
    const root: Point = [
      main[0] + inward[0] * inside - inward[1] * aside,
      main[1] + inward[1] * inside + inward[0] * aside,
    ];
    return polygonContains(outline, root) ? root : nearestOnPath(closed, root).point;
  });
}

/** Points inside the outline, evenly thick on average, a little off its edge. */
function scatter(outline: readonly Point[], density: WebDensity, random: () => number): readonly Point[] {
  const box = boxAround(outline);
  const [width, height] = [box.maxX - box.minX, box.maxY - box.minY];
  const tries = Math.min(MAX_POINTS, Math.ceil((width * height) / density.areaPerPointMm2));
  return Array.from({ length: tries }, (): Point => [
    box.minX + random() * width,
    box.minY + random() * height,
  ]).filter((point) => polygonContains(outline, point) && distanceToEdge(outline, point) > 1);
}

/** Grows nodes towards the points until none is left that a step could come closer to. */
function grow(
  roots: readonly Point[],
  points: readonly Point[],
  density: WebDensity,
  random: () => number,
): readonly Node[] {
  const nodes: Node[] = roots.map((point) => ({ point, parent: -1 }));
  let open = points.map((point) => ({ point, nearest: -1, away: Infinity }));
  let seen = 0;
  for (let round = 0; round < 120 && open.length > 0; round += 1) {
    for (const target of open) {
      for (let index = seen; index < nodes.length; index += 1) {
        const node = nodes[index];
        const away = node === undefined ? Infinity : distance(node.point, target.point);
        if (away < target.away) [target.nearest, target.away] = [index, away];
      }
    }
    seen = nodes.length;
    open = open.filter((target) => target.away > density.clearMm);
    const reach = round < 6 ? Infinity : REACH_MM;
    const pulls = pullsOn(nodes, open, reach);
    for (const [index, pull] of pulls) {
      const from = nodes[index];
      // Two points that pull in opposite directions would hold a node in place for ever.
      if (from !== undefined && Math.hypot(...pull) > 0.15)
        nodes.push({ point: stepped(from.point, pull, (random() - 0.5) * 0.7), parent: index });
    }
    if (nodes.length === seen) break;
  }
  return nodes;
}

/** For each node that attracts some point: the sum of the directions towards them. */
function pullsOn(
  nodes: readonly Node[],
  open: readonly { readonly point: Point; readonly nearest: number; readonly away: number }[],
  reach: number,
): ReadonlyMap<number, Point> {
  const pulls = new Map<number, Point>();
  for (const { point, nearest, away } of open) {
    const node = nodes[nearest];
    if (node === undefined || away > reach) continue;
    const towards = direction(node.point, point);
    const sum = pulls.get(nearest) ?? [0, 0];
    pulls.set(nearest, [sum[0] + towards[0], sum[1] + towards[1]]);
  }
  return pulls;
}

/** One step along the pull, a little off it: vessels are never quite straight. */
function stepped(from: Point, pull: Point, off: number): Point {
  const towards = turned(direction([0, 0], pull), off);
  return [from[0] + towards[0] * STEP_MM, from[1] + towards[1] * STEP_MM];
}

/** Cuts the tree of nodes into strands: each runs from where it leaves its stem to its tip, the longest way first. */
function strandsOf(nodes: readonly Node[]): readonly WebStrand[] {
  const depth = nodes.map(() => 0);
  const heir = nodes.map(() => -1);
  for (let index = nodes.length - 1; index >= 0; index -= 1) {
    const parent = nodes[index]?.parent ?? -1;
    if (parent >= 0 && (depth[index] ?? 0) + 1 > (depth[parent] ?? 0)) {
      depth[parent] = (depth[index] ?? 0) + 1;
      heir[parent] = index;
    }
  }
  return nodes.flatMap((node, index) => {
    const starts = node.parent < 0 || heir[node.parent] !== index;
    if (!starts || (depth[index] ?? 0) < 1) return [];
    const parent = nodes[node.parent];
    const course: Point[] = parent === undefined ? [] : [parent.point];
    for (let at = index; at >= 0; at = heir[at] ?? -1) course.push(nodes[at]?.point ?? node.point);
    return [{ course, share: parent === undefined ? 1 : Math.min(1, 0.55 + course.length * 0.015) }];
  });
}

/** Short side twigs of a strand, left and right in turn, as long as they stay inside. */
function twigsOf(
  stem: WebStrand,
  outline: readonly Point[],
  density: WebDensity,
  random: () => number,
): readonly WebStrand[] {
  const twigs: WebStrand[] = [];
  let side = random() < 0.5 ? 1 : -1;
  let until = (0.4 + random()) * density.twigEveryMm;
  for (let index = 1; index < stem.course.length; index += 1) {
    const [from, to] = [stem.course[index - 1], stem.course[index]];
    if (from === undefined || to === undefined) continue;
    until -= distance(from, to);
    if (until > 0) continue;
    until = (0.6 + random() * 0.9) * density.twigEveryMm;
    side = -side;
    const along = direction(from, to);
    const angle = (side * ((30 + random() * 34) * Math.PI)) / 180;
    const course = bentTwig(to, turned(along, angle), { length: 2 + random() * 3.5, bend: -side * 0.25 });
    if (course.every((point) => polygonContains(outline, point))) twigs.push({ course, share: 0.45 });
  }
  return twigs;
}

function bentTwig(
  from: Point,
  towards: Point,
  shape: { readonly length: number; readonly bend: number },
): readonly Point[] {
  const middle: Point = [
    from[0] + (towards[0] * shape.length) / 2,
    from[1] + (towards[1] * shape.length) / 2,
  ];
  const on = turned(towards, shape.bend);
  return [from, middle, [middle[0] + (on[0] * shape.length) / 2, middle[1] + (on[1] * shape.length) / 2]];
}

function turned([x, y]: Point, angle: number): Point {
  return [x * Math.cos(angle) - y * Math.sin(angle), x * Math.sin(angle) + y * Math.cos(angle)];
}
