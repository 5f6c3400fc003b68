import type { Vein } from '../../../../shared/domain/leg-map/vein.ts';
import type { VeinId } from '../../../../shared/kernel/ids.ts';
import type { PunctureDot, VeinMark } from '../../../canvas/vein-mark.ts';

/** What a map of the past shows. */
export interface Scene {
  readonly veins: readonly Vein[];
  readonly marks: ReadonlyMap<VeinId, VeinMark>;
  readonly dots: readonly PunctureDot[];
}
