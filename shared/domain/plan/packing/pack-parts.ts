import type { Preferences } from './arrange.ts';
import { buildProblem } from './build-problem.ts';
import type { Dimension } from './dimensions.ts';
import { arranged, fewestSessions, type Packing } from './pack.ts';
import { sessionCount, type PackingProblem } from './problem.ts';
import type { Group } from './shares.ts';
import { isKept, joinPunctures, punctureByPuncture } from './split.ts';

/**
 * A plan with veins in parts, where their parts may be cut in another way for the sake of a session less. What a packing of the given
 * parts has proven says nothing about other parts; so the bound is that of all punctures one by one. There all punctures of a
 * vein count as its smallest: they are alike then, so that any of them may be called the first, which feeders go by.
 */
export function packParts(
  groups: readonly Group[],
  problem: PackingProblem,
  packing: Packing,
  {
    dimensions,
    preferences,
  }: { readonly dimensions: readonly Dimension[]; readonly preferences: Preferences },
): { readonly groups: readonly Group[]; readonly packing: Packing } {
  const single = punctureByPuncture(groups, problem);
  const singleProblem = buildProblem(single, dimensions, problem.oneLegPerSession);
  const { best, proven } = fewestSessions(singleProblem, packing.sessions);
  const asTheyAre = { groups, packing: { ...packing, lowerBound: proven } };
  if (best.includes(null) || sessionCount(best) >= packing.sessions) return asTheyAre;
  const joined = joinPunctures(single, best, singleProblem);
  const joinedProblem = buildProblem(joined.groups, dimensions, problem.oneLegPerSession);
  if (!isKept(joinedProblem, joined.assignment)) return asTheyAre;
  return {
    groups: joined.groups,
    packing: arranged(joinedProblem, joined.assignment, proven, preferences),
  };
}
