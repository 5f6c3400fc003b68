import { LEGS, type Leg } from '../../leg-map/vein.ts';
import { capsOf, fits, type PackingProblem, type PackingUnit, type SessionLoad } from './problem.ts';

/**
 * Whether what is left of the caps could still take the units that wait, in every dimension and, with one leg per session, for each
 * leg. Room that no waiting unit can use does not count.
 */
export function roomIsEnough(
  problem: PackingProblem,
  loads: readonly SessionLoad[],
  waiting: readonly PackingUnit[],
): boolean {
  const groups = problem.oneLegPerSession ? [waiting, ...LEGS.map((leg) => onLeg(waiting, leg))] : [waiting];
  return groups.every((units) => units.length === 0 || roomFor(problem, loads, units));
}

function onLeg(units: readonly PackingUnit[], leg: Leg): readonly PackingUnit[] {
  return units.filter(({ legs }) => legs[0] === leg);
}

function roomFor(
  problem: PackingProblem,
  loads: readonly SessionLoad[],
  units: readonly PackingUnit[],
): boolean {
  const room = problem.caps.map(() => 0);
  const placeable = new Set<PackingUnit>();
  for (const [session, load] of loads.entries()) {
    const caps = capsOf(problem, session);
    const usable = units.filter((unit) => fits(problem, load, unit, caps));
    for (const unit of usable) placeable.add(unit);
    for (const [dimension, cap] of caps.entries()) {
      const left = Math.max(0, cap - (load.used[dimension] ?? 0));
      room[dimension] = (room[dimension] ?? 0) + Math.min(left, demandOf(usable, dimension));
    }
  }
  return (
    placeable.size === units.length && room.every((amount, dimension) => amount >= demandOf(units, dimension))
  );
}

function demandOf(units: readonly PackingUnit[], dimension: number): number {
  return units.reduce((total, { demand }) => total + (demand[dimension] ?? 0), 0);
}
