import { measureVein, type VeinMeasures } from '../../../shared/domain/leg-map/measure.ts';
import type { Vein } from '../../../shared/domain/leg-map/vein.ts';

interface Measured {
  readonly scale: number;
  readonly measures: VeinMeasures;
}

const known = new WeakMap<Vein, Measured>();

/** The measures of a vein, worked out once for each value of it. */
export function measuresOf(vein: Vein, scale: number): VeinMeasures {
  const before = known.get(vein);
  if (before?.scale === scale) return before.measures;
  const measures = measureVein(vein, scale);
  known.set(vein, { scale, measures });
  return measures;
}
