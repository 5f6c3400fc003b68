import type { VeinId } from '../../../kernel/ids.ts';
import { LEGS } from '../../leg-map/vein.ts';
import type { Dimension } from './dimensions.ts';
import type { PackingProblem, PackingUnit } from './problem.ts';
import type { Group } from './shares.ts';

/**
 * The problem in numbers, without names: unit by unit as the groups come. A feeder that is not to be planned holds nothing back. Of
 * the parts of a vein the first feeds, and is fed; the others must not come before it.
 */
export function buildProblem(
  groups: readonly Group[],
  dimensions: readonly Dimension[],
  oneLegPerSession: boolean,
): PackingProblem {
  const firstOf = new Map<VeinId, number>();
  const lastOf = new Map<VeinId, number>();
  for (const [index, group] of groups.entries()) {
    for (const { vein } of group) {
      if (!firstOf.has(vein.id)) firstOf.set(vein.id, index);
      lastOf.set(vein.id, index);
    }
  }
  const feeders = groups.map((group, index) => feederOf(group, index, firstOf));
  const isFirst = (group: Group, index: number) => firstOf.get(group[0].vein.id) === index;
  const feeding = new Set(groups.flatMap((group, index) => (isFirst(group, index) ? [feeders[index]] : [])));
  const units = groups.map((group, index): PackingUnit => {
    const first = firstOf.get(group[0].vein.id) ?? index;
    const isPart = lastOf.get(group[0].vein.id) !== first;
    return {
      ...unitOf(group, dimensions),
      feeder: feeders[index] ?? null,
      feedsOthers: group.length > 1 || feeding.has(index),
      partOf: isPart ? first : null,
    };
  });
  const ownCaps = Array.from({ length: ownSessions(dimensions) }, (_, session) =>
    dimensions.map(({ cap, ownCaps }) => ownCaps[session] ?? cap),
  );
  return { units, caps: dimensions.map(({ cap }) => cap), ownCaps, oneLegPerSession };
}

function feederOf(group: Group, index: number, firstOf: ReadonlyMap<VeinId, number>): number | null {
  const first = firstOf.get(group[0].vein.id) ?? index;
  if (first !== index) return first;
  const feeders = group.flatMap(({ vein }) => (vein.feederId === null ? [] : [firstOf.get(vein.feederId)]));
  return feeders.find((feeder) => feeder !== undefined && feeder !== index) ?? null;
}

function unitOf(group: Group, dimensions: readonly Dimension[]) {
  const veins = group.map(({ vein }) => vein);
  const entries = group.flatMap((share) => share.entries);
  const lockedTo = veins.find((vein) => vein.lockedTo !== null)?.lockedTo ?? null;
  const now = veins[0]?.now ?? null;
  return {
    demand: dimensions.map(({ amountOf }) => amountOf(entries)),
    legs: LEGS.filter((leg) => veins.some((vein) => vein.leg === leg)),
    region: veins[0]?.region ?? null,
    isLargeVessel: veins.some(({ kind }) => kind !== 'telangiectasia'),
    lockedTo: lockedTo === null ? null : lockedTo - 1,
    now: now === null ? null : now - 1,
    volumeUl: entries.reduce((sum, { volumeUl }) => sum + volumeUl, 0),
  };
}

/** How many sessions at the front have caps of their own. */
function ownSessions(dimensions: readonly Dimension[]): number {
  return dimensions.reduce(
    (most, { cap, ownCaps }) => Math.max(most, ownCaps.findLastIndex((own) => own !== cap) + 1),
    0,
  );
}
