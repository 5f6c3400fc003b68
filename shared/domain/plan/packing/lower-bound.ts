import { LEGS } from '../../leg-map/vein.ts';
import { boundInOneDimension } from './dimension-bound.ts';
import { lockedSessions, type PackingProblem, type PackingUnit } from './problem.ts';
import { relationsOf, type Relations } from './relations.ts';
import { windowsOf, type Windows } from './windows.ts';

/** Pairs of heads and tails that are looked at; more add nothing in plans of any size that occurs. */
const MOST_PAIRS = 400;

/**
 * A number of sessions below which no plan can stay: the best of several bounds in every dimension, for all units and for those that
 * have sessions before and after them in any plan. Units that are too large for a session must have been taken out before.
 */
export function lowerBound(
  problem: PackingProblem,
  relations: Relations = relationsOf(problem),
  windows: Windows = windowsOf(problem, relations),
): number {
  const { units } = problem;
  if (units.length === 0) return 0;
  const alone = units.map((_, index) => (windows.heads[index] ?? 0) + 1 + (windows.tails[index] ?? 0));
  return Math.max(1, lockedSessions(problem), ...alone, boundByWindows(problem, windows));
}

/** Units that all have `head` sessions before them and `tail` after them need the sessions in between for themselves. */
function boundByWindows(problem: PackingProblem, { heads, tails }: Windows): number {
  const free = [...problem.units.entries()].filter(([, { lockedTo }]) => lockedTo === null);
  const distinct = (values: readonly number[]) =>
    [...new Set(free.map(([index]) => values[index] ?? 0))].sort((a, b) => a - b);
  let best = 0;
  let pairs = 0;
  for (const head of distinct(heads)) {
    for (const tail of distinct(tails)) {
      pairs += 1;
      if (pairs > MOST_PAIRS) return best;
      const between = free.filter(([index]) => (heads[index] ?? 0) >= head && (tails[index] ?? 0) >= tail);
      if (between.length === 0) continue;
      best = Math.max(
        best,
        head +
          boundOf(
            problem,
            between.map(([, unit]) => unit),
          ) +
          tail,
      );
    }
  }
  return best;
}

/** With one leg per session the legs share none, so that their bounds add up. */
function boundOf(problem: PackingProblem, units: readonly PackingUnit[]): number {
  if (!problem.oneLegPerSession) return boundOfTogether(problem, units);
  return LEGS.reduce(
    (sum, leg) =>
      sum +
      boundOfTogether(
        problem,
        units.filter(({ legs }) => legs[0] === leg),
      ),
    0,
  );
}

function boundOfTogether(problem: PackingProblem, units: readonly PackingUnit[]): number {
  return problem.caps.reduce(
    (most, cap, dimension) => {
      const sizes = units.map(({ demand }) => demand[dimension] ?? 0).filter((size) => size > 0);
      return Math.max(most, boundInOneDimension(sizes, cap));
    },
    units.length > 0 ? 1 : 0,
  );
}
