import type { PlannerInput } from '../../../../shared/domain/plan/planner.ts';
import { mayBeTogether } from './planned-veins.ts';

/**
 * The true fewest sessions for a handful of veins without locks, by trying every set for every next session: an independent
 * answer to hold the planner against. Null if some vein fits nowhere.
 */
export function fewestByTrying(input: PlannerInput): number | null {
  const { veins } = input;
  const all = (1 << veins.length) - 1;
  const feederBit = veins.map(({ feederId }) => {
    const at = veins.findIndex(({ id }) => id === feederId);
    return at < 0 ? 0 : 1 << at;
  });
  const members = (set: number) => veins.filter((_, index) => (set & (1 << index)) !== 0);
  let reached = new Set([0]);
  for (let session = 0; session <= veins.length + 1; session += 1) {
    if (reached.has(all)) return session;
    const next = new Set(reached);
    for (const done of reached) {
      for (let set = all & ~done; set > 0; set = (set - 1) & all & ~done) {
        const given = done | set;
        const isEarlyEnough = feederBit.every(
          (feeder, index) => (set & (1 << index)) === 0 || (feeder & ~given) === 0,
        );
        if (isEarlyEnough && !next.has(given) && mayBeTogether(input, members(set), session)) next.add(given);
      }
    }
    reached = next;
  }
  return null;
}
