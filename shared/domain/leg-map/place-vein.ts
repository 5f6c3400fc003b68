import { boxAround, distance, type Point } from '../../geometry/point.ts';
import { polygonContains } from '../../geometry/polygon.ts';
import { pathLength, pointAlong, simplified } from '../../geometry/polyline.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { PLACE_HEIGHTS_MM, isMirrored, pointAtPlace, type LegPlace } from './leg-place.ts';
import { courseOf, edgeOf } from './measure.ts';
import type { LegView, PointMm } from './vein.ts';
import { edgesAt, outlineOf } from './views.ts';

export const VEIN_RUNS = ['down', 'down-inwards', 'down-outwards', 'across'] as const;
/** Which way a vein runs. Inwards is towards the side where 0 % across lies, outwards towards the other. */
export type VeinRun = (typeof VEIN_RUNS)[number];

/** There is no room for it: the most that fits there, in millimetres of the reference leg. */
export interface NoRoom {
  readonly atMostMm: number;
}

/** How far a course keeps from the edge of the leg; less where the leg is slim. */
const INSET_MM = 5;
/** Veins wind: a sideways wave, and a finer one on it. */
const WAVES_MM = [
  { length: 27, height: 2.4 },
  { length: 11, height: 0.6 },
] as const;
/** A path is kept this exactly. */
const KEPT_WITHIN_MM = 0.2;

/**
 * A winding line with its middle at a place and of the given length along the vessel, in millimetres of the reference leg. It
 * begins at its upper end; one that runs across begins at the side of 0 %.
 */
export function placeLine(
  view: LegView,
  place: LegPlace & { readonly lengthMm: number; readonly run: VeinRun },
): Result<readonly PointMm[], NoRoom> {
  const { before, after } = place.run === 'across' ? guideAcross(view, place) : guideDown(view, place);
  const most = 2 * Math.min(pathLength(before), pathLength(after));
  const at = (lengthMm: number) => lineOnLeg(view, { before, after }, lengthMm);
  const whole = place.lengthMm > most ? null : at(place.lengthMm);
  if (whole !== null) return ok(whole);
  // Near an edge the smooth curve may swing off the leg although its points lie on it: a shorter one may not.
  let atMostMm = Math.floor(Math.min(most, place.lengthMm - 1));
  while (atMostMm > 0 && at(atMostMm) === null) atMostMm -= 1;
  return err({ atMostMm });
}

/** A line of a length around the middle of the guide; null where its smooth curve leaves the leg. */
function lineOnLeg(view: LegView, guide: Guide, lengthMm: number): readonly PointMm[] | null {
  const { before, after } = guide;
  const most = 2 * Math.min(pathLength(before), pathLength(after));
  let path = cutOut(before, after, lengthMm / 2);
  // The smooth curve through the kept points is a little longer or shorter than the line they were taken from.
  for (let round = 0, ask = lengthMm; round < 6; round += 1) {
    const length = pathLength(courseOf(path));
    if (Math.abs(length - lengthMm) < 0.1) break;
    ask = Math.min(most, ask + lengthMm - length);
    path = cutOut(before, after, ask / 2);
  }
  const outline = outlineOf(view);
  return courseOf(path).every((point) => polygonContains(outline, point)) ? path : null;
}

/** The two halves of the longest line that there is room for, each from its middle outwards. */
interface Guide {
  readonly before: readonly Point[];
  readonly after: readonly Point[];
}

/** Down the leg: keeps its place across, or drifts to a side; goes on as long as the leg does. */
function guideDown(view: LegView, { heightMm, acrossPercent, run, lengthMm }: LegPlace & LineShape): Guide {
  const drift = { down: 0, 'down-inwards': -0.35, 'down-outwards': 0.35, across: 0 }[run];
  const at = (down: number): Point | null => {
    const y = heightMm - down;
    const room = roomAt(view, y);
    if (room === null || y > PLACE_HEIGHTS_MM.max || y < PLACE_HEIGHTS_MM.min) return null;
    const middle = shareOf(room, view, acrossPercent);
    const x = middle + (isMirrored(view) ? -drift : drift) * down + waveAt(down, lengthMm);
    return x < room[0] - 3 || x > room[1] + 3 ? null : [Math.min(room[1], Math.max(room[0], x)), y];
  };
  return { before: walked(view, (step) => at(-step)), after: walked(view, at) };
}

/** Around the leg at one height. */
function guideAcross(view: LegView, { heightMm, acrossPercent, lengthMm }: LegPlace & LineShape): Guide {
  const start = pointAtPlace(view, { heightMm, acrossPercent });
  const outwards = isMirrored(view) ? -1 : 1;
  const at = (along: number): Point | null => {
    const point: Point = [start[0] + along * outwards, heightMm + waveAt(along, lengthMm)];
    const room = roomAt(view, point[1]);
    return room === null || point[0] < room[0] || point[0] > room[1] ? null : point;
  };
  return { before: walked(view, (step) => at(-step)), after: walked(view, at) };
}

interface LineShape {
  readonly lengthMm: number;
  readonly run: VeinRun;
}

/** Points a millimetre apart, as long as they lie on the leg. */
function walked(view: LegView, at: (step: number) => Point | null): readonly Point[] {
  const points: Point[] = [];
  const outline = outlineOf(view);
  for (let step = 0; ; step += 1) {
    const point = at(step);
    const last = points.at(-1);
    if (point === null || !polygonContains(outline, point)) return points;
    if (last !== undefined && distance(last, point) > 12) return points;
    points.push(point);
  }
}

/** How far the wave stands off at a distance from the middle; a short vein winds less. */
function waveAt(along: number, lengthMm: number): number {
  const calm = Math.min(1, lengthMm / 60);
  return WAVES_MM.reduce((sum, { length, height }) => {
    return sum + calm * height * Math.sin((2 * Math.PI * along) / length);
  }, 0);
}

/** The part of the leg at a height in which a course may lie. */
function roomAt(view: LegView, y: number): readonly [number, number] | null {
  const edges = edgesAt(view, y);
  if (edges === null) return null;
  const inset = Math.min(INSET_MM, (edges[1] - edges[0]) / 5);
  return [edges[0] + inset, edges[1] - inset];
}

function shareOf([left, right]: readonly [number, number], view: LegView, acrossPercent: number): number {
  const share = (isMirrored(view) ? 100 - acrossPercent : acrossPercent) / 100;
  return left + (right - left) * share;
}

/** So much of both halves, as one path with as few points as keep its form. */
function cutOut(before: readonly Point[], after: readonly Point[], half: number): readonly PointMm[] {
  const whole = [...upTo(before, half).toReversed(), ...upTo(after, half).slice(1)];
  return simplified(whole, KEPT_WITHIN_MM).map(hundredths);
}

function upTo(path: readonly Point[], length: number): readonly Point[] {
  const points: Point[] = [];
  let gone = 0;
  for (const point of path) {
    const last = points.at(-1);
    gone += last === undefined ? 0 : distance(last, point);
    if (gone >= length) return [...points, pointAlong(path, length)];
    points.push(point);
  }
  return points;
}

/** How the edge of a web bulges: shares of its radius. */
const LOBES = [1, 0.9, 0.97, 0.88, 1, 0.93, 0.99, 0.87, 0.96, 0.9, 1, 0.92] as const;

/**
 * The outline of a web of the given extent, in millimetres of the reference leg, around a place. Where the leg ends too near it
 * moves inwards, never up or down.
 */
export function placeWeb(
  view: LegView,
  place: LegPlace & { readonly acrossMm: number; readonly downMm: number },
): Result<readonly PointMm[], NoRoom> {
  const at = (share: number) => webInside(view, place, [place.acrossMm * share, place.downMm * share]);
  const whole = at(1);
  if (whole !== null) return ok(whole);
  let [fits, fails] = [0, 1];
  for (let round = 0; round < 8; round += 1) {
    const share = (fits + fails) / 2;
    if (at(share) === null) fails = share;
    else fits = share;
  }
  return err({ atMostMm: Math.floor(Math.max(place.acrossMm, place.downMm) * fits) });
}

/** The web at its place, or as near to it across as there is room; null where there is none at this height. */
function webInside(view: LegView, { heightMm, acrossPercent }: LegPlace, size: Point) {
  const outline = outlineOf(view);
  const shape = webAround(size);
  for (let way = 0; way <= 10; way += 1) {
    const across = acrossPercent + ((50 - acrossPercent) * way) / 10;
    const [x, y] = pointAtPlace(view, { heightMm, acrossPercent: across });
    const path = shape.map(([dx, dy]) => hundredths([x + dx, y + dy]));
    if (edgeOf(path).every((point) => point[1] <= PLACE_HEIGHTS_MM.max && polygonContains(outline, point)))
      return path;
  }
  return null;
}

/** A lobed outline around 0 whose smooth edge is just so wide and high. */
function webAround([width, height]: Point): readonly Point[] {
  let path = LOBES.map((radius, index): Point => {
    const angle = (2 * Math.PI * index) / LOBES.length;
    return [(Math.cos(angle) * radius * width) / 2, (Math.sin(angle) * radius * height) / 2];
  });
  for (let round = 0; round < 4; round += 1) {
    const { minX, maxX, minY, maxY } = boxAround(edgeOf(path));
    path = path.map(([x, y]): Point => [
      (x - (minX + maxX) / 2) * (width / (maxX - minX)),
      (y - (minY + maxY) / 2) * (height / (maxY - minY)),
    ]);
  }
  return path;
}

function hundredths([x, y]: Point): PointMm {
  return [Math.round(x * 100) / 100, Math.round(y * 100) / 100];
}
