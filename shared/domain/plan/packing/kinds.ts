import type { Leg } from '../../leg-map/vein.ts';
import type { PatternItem } from './best-pattern.ts';
import type { PackingProblem } from './problem.ts';

/** Free units of the same demand, and where legs are kept apart of the same leg. */
export interface UnitKind extends PatternItem {
  /** Null where legs may be mixed. */
  readonly leg: Leg | null;
  readonly units: readonly number[];
}

/** All free units by kind, in the order of their first. */
export function kindsOf(problem: PackingProblem): readonly UnitKind[] {
  const kinds = new Map<string, { demand: readonly number[]; leg: Leg | null; units: number[] }>();
  for (const [index, { lockedTo, demand, legs }] of problem.units.entries()) {
    if (lockedTo !== null) continue;
    const leg = problem.oneLegPerSession ? (legs[0] ?? null) : null;
    const key = `${leg ?? ''}/${demand.join(',')}`;
    const kind = kinds.get(key) ?? { demand, leg, units: [] };
    kind.units.push(index);
    kinds.set(key, kind);
  }
  return [...kinds.values()].map((kind) => ({ ...kind, most: kind.units.length }));
}

/**
 * How much of a session a unit takes, as a first guess: each dimension counts as far as all units together press on it, so that the
 * one that is short decides.
 */
export function guessedValues(problem: PackingProblem, kinds: readonly UnitKind[]): readonly number[] {
  const pressure = problem.caps.map((cap, at) =>
    cap > 0 ? kinds.reduce((sum, { demand, most }) => sum + (most * (demand[at] ?? 0)) / cap, 0) : 0,
  );
  const all = pressure.reduce((sum, press) => sum + press ** 4, 0);
  return kinds.map(({ demand }) =>
    demand.reduce((sum, amount, at) => {
      const cap = problem.caps[at] ?? 0;
      return cap > 0 && all > 0 ? sum + (amount / cap) * ((pressure[at] ?? 0) ** 4 / all) : sum;
    }, 0),
  );
}
