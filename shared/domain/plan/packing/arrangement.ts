import { areNeighbours } from '../../leg-map/neighbours.ts';
import { REGIONS } from '../../leg-map/region.ts';
import {
  addTo,
  capsOf,
  emptyLoad,
  sessionCount,
  unitAt,
  type Assignment,
  type PackingProblem,
  type PackingUnit,
  type SessionLoad,
} from './problem.ts';
import type { Relations } from './relations.ts';

/** A plan that is being improved, with the sums that a change of place needs. */
export interface Arrangement {
  readonly problem: PackingProblem;
  readonly relations: Relations;
  readonly placed: (number | null)[];
  readonly loads: readonly SessionLoad[];
  /** By unit: its place on the legs. */
  readonly places: readonly number[];
  /** By session, then by place: how many units lie there. */
  readonly lying: readonly Int32Array[];
  /** By session: how many units it has, and their distances from each other together. */
  readonly counts: number[];
  readonly distances: number[];
  /** By session: thousandths of the fullest dimension. */
  readonly fills: number[];
}

/** Each region of each leg, and on each leg one place for what has no region. */
const PLACES_PER_LEG = REGIONS.length + 1;
const PLACES = 2 * PLACES_PER_LEG;

/** How far apart two units lie, by their places. */
const DISTANCES: readonly Int32Array[] = Array.from({ length: PLACES }, (_, a) =>
  Int32Array.from({ length: PLACES }, (__, b) => distanceBetween(a, b)),
);

/** 4 on the other leg; on the same one 0 in the same region, 1 in one that borders on it, 2 further off. Without a region: as if beside all. */
function distanceBetween(a: number, b: number): number {
  const [regionA, regionB] = [REGIONS[a % PLACES_PER_LEG], REGIONS[b % PLACES_PER_LEG]];
  if (Math.floor(a / PLACES_PER_LEG) !== Math.floor(b / PLACES_PER_LEG)) return 4;
  if (regionA === undefined || regionB === undefined || regionA === regionB) return 0;
  return areNeighbours(regionA, regionB) ? 1 : 2;
}

/** Units without a session are left alone. */
export function beginArrangement(
  problem: PackingProblem,
  relations: Relations,
  assignment: Assignment,
): Arrangement {
  const sessions = Array.from({ length: sessionCount(assignment) });
  const arrangement: Arrangement = {
    problem,
    relations,
    placed: assignment.map(() => null),
    loads: sessions.map(() => emptyLoad(problem)),
    places: problem.units.map(placeOf),
    lying: sessions.map(() => new Int32Array(PLACES)),
    counts: sessions.map(() => 0),
    distances: sessions.map(() => 0),
    fills: sessions.map(() => 0),
  };
  for (const [index, session] of assignment.entries()) if (session !== null) put(arrangement, index, session);
  return arrangement;
}

/** Puts a unit elsewhere without asking whether it may be there. */
export function put(arrangement: Arrangement, index: number, session: number): void {
  const from = arrangement.placed[index] ?? null;
  if (from !== null) count(arrangement, index, from, -1);
  count(arrangement, index, session, 1);
  arrangement.placed[index] = session;
}

/** How far a unit lies from all others of a session together. */
export function distanceTo({ places, lying }: Arrangement, index: number, session: number): number {
  const distances = DISTANCES[places[index] ?? 0];
  const others = lying[session];
  if (!distances || !others) return 0;
  let sum = 0;
  for (let at = 0; at < PLACES; at += 1) sum += (distances[at] ?? 0) * (others[at] ?? 0);
  return sum;
}

function count(arrangement: Arrangement, index: number, session: number, times: 1 | -1): void {
  const { problem, loads, places, lying, counts, distances, fills } = arrangement;
  const load = loads[session];
  const here = lying[session];
  if (!load || !here) return;
  addTo(load, unitAt(problem, index), times);
  const place = places[index] ?? 0;
  here[place] = (here[place] ?? 0) + times;
  counts[session] = (counts[session] ?? 0) + times;
  distances[session] = (distances[session] ?? 0) + times * distanceTo(arrangement, index, session);
  fills[session] = fillOf(problem, load, session);
}

function placeOf({ legs, region }: PackingUnit): number {
  const onLeg = legs[0] === 'left' ? PLACES_PER_LEG : 0;
  return onLeg + (region === null ? REGIONS.length : REGIONS.indexOf(region));
}

function fillOf(problem: PackingProblem, { used }: SessionLoad, session: number): number {
  const caps = capsOf(problem, session);
  let most = 0;
  for (let at = 0; at < used.length; at += 1) {
    const cap = caps[at] ?? 0;
    if (cap > 0) most = Math.max(most, Math.floor(((used[at] ?? 0) * 1_000) / cap));
  }
  return most;
}
