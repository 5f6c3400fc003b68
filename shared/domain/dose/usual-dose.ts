import type { VeinKind, VeinPattern } from '../leg-map/vein.ts';
import type { VeinMeasures } from '../leg-map/measure.ts';
import type { Form } from './ledger.ts';

/** Veins whose doses can be compared by length or area. */
export interface ComparableVeins {
  readonly veinKind: VeinKind;
  readonly veinPattern: VeinPattern;
  readonly form: Form;
}

/** What one vein gets in one session. */
export interface VeinDose extends ComparableVeins {
  /** µL altogether; of foam the foam's. */
  readonly volumeUl: number;
  /** Millimetres of a line, square millimetres of a web. */
  readonly extent: number;
}

/** What somebody usually gives: the median of so many veins, kept as the vein that it is, so that nothing is divided. */
export interface UsualDose extends ComparableVeins {
  readonly samples: number;
  readonly volumeUl: number;
  /** More than 0. */
  readonly extent: number;
}

/** The extent by which a vein's dose is compared: millimetres of a line, square millimetres of a web. */
export function extentOf({ lengthMm, areaMm2 }: Pick<VeinMeasures, 'lengthMm' | 'areaMm2'>): number {
  return areaMm2 ?? lengthMm;
}

/**
 * The usual dose for each kind, pattern and form among the doses: the median of volume over extent, the lower of the two in the
 * middle. Veins without extent are left out. Exact: fractions are compared crosswise.
 */
export function usualDoses(doses: readonly VeinDose[]): readonly UsualDose[] {
  const groups = Map.groupBy(
    doses.filter(({ extent }) => extent > 0),
    ({ veinKind, veinPattern, form }) => `${veinKind} ${veinPattern} ${form}`,
  );
  return [...groups.values()].flatMap((group) => {
    const sorted = group.toSorted((a, b) => a.volumeUl * b.extent - b.volumeUl * a.extent);
    const median = sorted[Math.floor((sorted.length - 1) / 2)];
    return median ? [{ ...median, samples: group.length }] : [];
  });
}
