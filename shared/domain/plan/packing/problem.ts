import type { Region } from '../../leg-map/region.ts';
import type { Leg } from '../../leg-map/vein.ts';

/** What has to stay together in one session: a vein, a part of one, or veins that feed each other in a circle. */
export interface PackingUnit {
  /** How much it takes up of each dimension; whole numbers. */
  readonly demand: readonly number[];
  /** Both only for a circle that spans the legs. */
  readonly legs: readonly Leg[];
  /** Where it lies; null if that is not known or not one place. */
  readonly region: Region | null;
  /** The unit that must not come later; null if none. Feeders form a forest. */
  readonly feeder: number | null;
  readonly feedsOthers: boolean;
  /** Larger vessels (reticular, varicose) are usually treated before what they drain. */
  readonly isLargeVessel: boolean;
  /** The session, counted from 0, in which it was locked; null if free. */
  readonly lockedTo: number | null;
  /** The session, counted from 0, in which it stands at present; null if in none. */
  readonly now: number | null;
  /** The same number for all parts of one vein; null for what is whole. */
  readonly partOf: number | null;
  readonly volumeUl: number;
}

/** Units to be put into as few sessions as may be, under a cap per session in every dimension. */
export interface PackingProblem {
  readonly units: readonly PackingUnit[];
  /** The caps of the sessions at the front that have tighter ones of their own; none above `caps`. */
  readonly ownCaps: readonly (readonly number[])[];
  /** The caps of each later session. */
  readonly caps: readonly number[];
  readonly oneLegPerSession: boolean;
}

/** The session of each unit, counted from 0; null: not placed. */
export type Assignment = readonly (number | null)[];

/** What a session holds while it is being filled. */
export interface SessionLoad {
  readonly used: number[];
  /** How many units of each leg. */
  readonly onLeg: Record<Leg, number>;
}

export function capsOf(problem: PackingProblem, session: number): readonly number[] {
  return problem.ownCaps[session] ?? problem.caps;
}

export function emptyLoad(problem: PackingProblem): SessionLoad {
  return { used: problem.caps.map(() => 0), onLeg: { right: 0, left: 0 } };
}

/** Puts a unit into a load (`times` 1) or takes it out (−1). */
export function addTo(load: SessionLoad, unit: PackingUnit, times: 1 | -1): void {
  for (const [dimension, amount] of unit.demand.entries()) {
    load.used[dimension] = (load.used[dimension] ?? 0) + times * amount;
  }
  for (const leg of unit.legs) load.onLeg[leg] += times;
}

/**
 * Whether a unit may be added to a load under some caps. A session that is over a cap already, because of what is locked there,
 * takes nothing more that counts towards that cap.
 */
export function fits(
  problem: PackingProblem,
  load: SessionLoad,
  unit: PackingUnit,
  caps: readonly number[],
): boolean {
  for (let dimension = 0; dimension < caps.length; dimension += 1) {
    const amount = unit.demand[dimension] ?? 0;
    if (amount > 0 && (load.used[dimension] ?? 0) + amount > (caps[dimension] ?? 0)) return false;
  }
  return !problem.oneLegPerSession || legAllows(load, unit);
}

function legAllows({ onLeg }: SessionLoad, unit: PackingUnit): boolean {
  if (unit.legs.length > 1) return false;
  return unit.legs[0] === 'right' ? onLeg.left === 0 : onLeg.right === 0;
}

/** How many sessions at the front have a place of their own: up to the last with locked units or with caps of its own. */
export function pinnedSessions(problem: PackingProblem): number {
  return Math.max(lockedSessions(problem), problem.units.length > 0 ? problem.ownCaps.length : 0);
}

/** How many sessions there must be because of what is locked. */
export function lockedSessions({ units }: PackingProblem): number {
  return units.reduce((most, { lockedTo }) => Math.max(most, lockedTo === null ? 0 : lockedTo + 1), 0);
}

/** The loads of so many sessions with the locked units in them. */
export function lockedLoads(problem: PackingProblem, sessions: number): readonly SessionLoad[] {
  const loads = Array.from({ length: sessions }, () => emptyLoad(problem));
  for (const unit of problem.units) {
    const load = unit.lockedTo === null ? undefined : loads[unit.lockedTo];
    if (load) addTo(load, unit, 1);
  }
  return loads;
}

/** The number of sessions an assignment reaches. */
export function sessionCount(assignment: Assignment): number {
  return assignment.reduce<number>((most, session) => Math.max(most, (session ?? -1) + 1), 0);
}

/** How much of its scarcest dimension a unit takes, in millionths of the cap. */
export function sizeOf(problem: PackingProblem, unit: Pick<PackingUnit, 'demand'>): number {
  return Math.max(
    0,
    ...unit.demand.map((amount, dimension) => {
      const cap = problem.caps[dimension] ?? 0;
      return cap > 0 ? Math.floor((amount * 1_000_000) / cap) : 0;
    }),
  );
}

export function unitAt(problem: PackingProblem, index: number): PackingUnit {
  const unit = problem.units[index];
  if (!unit) throw new RangeError(`no unit ${String(index)}`);
  return unit;
}
