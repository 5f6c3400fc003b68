import type { MapView } from '../../../shared/contract/map.ts';
import { nextNumber, type MapDocument } from '../../../shared/document/map-document.ts';
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
  return {
    vein: (leg) => {
      const number = nextNumber(document(), leg, next[leg]);
      next[leg] = number + 1;
      return { id: newVeinId(), number };
    },
    mark: newMarkId,
  };
}
