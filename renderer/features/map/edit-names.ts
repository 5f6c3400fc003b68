import type { MapView } from '../../../shared/contract/map.ts';
import { nextNumber, type MapDocument } from '../../../shared/document/map-document.ts';
import { LEGS } from '../../../shared/domain/leg-map/vein.ts';
import type { MarkId, VeinId } from '../../../shared/kernel/ids.ts';
import type { FreshNames } from './edit-veins.ts';

interface NameSources {
  readonly newVeinId: () => VeinId;
  readonly newMarkId: () => MarkId;
  readonly document: () => MapDocument;
}

/** Names for what is new on a map. A number is given once, be it that its vein is undone or erased before the next is drawn. */
export function freshNames(
  { nextNumber: first }: Pick<MapView, 'nextNumber'>,
  { newVeinId, newMarkId, document }: NameSources,
): FreshNames {
  const next = { ...first };
  let counted: MapDocument | null = null;
  return {
    vein: (leg) => {
      const now = document();
      if (now !== counted) for (const each of LEGS) next[each] = nextNumber(now, each, next[each]);
      counted = now;
      const number = next[leg];
      next[leg] += 1;
      return { id: newVeinId(), number };
    },
    mark: newMarkId,
  };
}
