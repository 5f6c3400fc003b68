import type { VeinId } from '../../kernel/ids.ts';
import type { Vein } from './vein.ts';

/** Why one vein cannot feed another. */
export type CannotFeed = 'feeder-itself' | 'feeder-other-leg' | 'feeder-circle';

/** Why `feeder` cannot feed `vein`, or null where it can: it must lie on the same leg and not be fed by it, directly or not. */
export function cannotFeed(
  vein: Vein,
  feeder: Vein,
  veinOf: (id: VeinId) => Vein | undefined,
): CannotFeed | null {
  if (vein.id === feeder.id) return 'feeder-itself';
  if (vein.leg !== feeder.leg) return 'feeder-other-leg';
  const seen = new Set<VeinId>();
  for (let id = feeder.feederId; id !== null && !seen.has(id); id = veinOf(id)?.feederId ?? null) {
    if (id === vein.id) return 'feeder-circle';
    seen.add(id);
  }
  return null;
}
