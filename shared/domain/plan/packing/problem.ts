import type { Leg } from '../../leg-map/vein.ts';

/** What has to stay together in one session: a vein, or veins that feed each other in a circle. */
export interface PackingUnit {
  /** How much it takes up of each dimension; whole numbers. */
  readonly demand: readonly number[];
  /** Both only for a circle that spans the legs. */
  readonly legs: readonly Leg[];
  /** The unit that must not come later; null if none. Feeders form a forest. */
  readonly feeder: number | null;
  readonly feedsOthers: boolean;
  /** Larger vessels (reticular, varicose) are usually treated before what they drain. */
  readonly isLargeVessel: boolean;
  /** The session, counted from 0, in which it was locked; null if free. */
  readonly lockedTo: number | null;
  readonly volumeUl: number;
}

/** Units to be put into as few sessions as may be, under a cap per session in every dimension. */
export interface PackingProblem {
  readonly units: readonly PackingUnit[];
  /** The caps of the first session; what holds always, and what holds only there. */
  readonly firstCaps: readonly number[];
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
  return session === 0 ? problem.firstCaps : problem.caps;
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

/** How many sessions at the front have a place of their own: those with locked units, and a first one with caps of its own. */
export function pinnedSessions(problem: PackingProblem): number {
  const special = problem.firstCaps.some((cap, dimension) => cap !== problem.caps[dimension]) ? 1 : 0;
  return problem.units.reduce(
    (most, { lockedTo }) => Math.max(most, lockedTo === null ? 0 : lockedTo + 1),
    problem.units.length > 0 ? special : 0,
  );
}

/** How much of its scarcest dimension a unit takes, in millionths of the cap. */
export function sizeOf(problem: PackingProblem, unit: PackingUnit): number {
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

/** The unit itself, its feeder, that one's feeder and so on. */
export function ancestryOf(problem: PackingProblem, index: number): readonly number[] {
  const chain: number[] = [];
  for (let at: number | null = index; at !== null; at = unitAt(problem, at).feeder) chain.push(at);
  return chain;
}
