import type { VeinId } from '../kernel/ids.ts';
import type { Vein } from '../domain/leg-map/vein.ts';

/** All veins of a case by id, as they are mapped now. A value: never changed in place. */
export type MapDocument = ReadonlyMap<VeinId, Vein>;

/** What one gesture did to the map. */
export interface MapDiff {
  readonly added: readonly Vein[];
  readonly updated: readonly (readonly [from: Vein, to: Vein])[];
  readonly removed: readonly Vein[];
}
