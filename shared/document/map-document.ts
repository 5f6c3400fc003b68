import type { VeinId } from '../kernel/ids.ts';
import type { Leg, Vein } from '../domain/leg-map/vein.ts';

/** All veins of a case by id, as they are mapped now. A value: never changed in place. */
export type MapDocument = ReadonlyMap<VeinId, Vein>;

/** What one gesture did to the map. */
export interface MapDiff {
  readonly added: readonly Vein[];
  readonly updated: readonly (readonly [from: Vein, to: Vein])[];
  readonly removed: readonly Vein[];
}

/** The map with these veins. Throws where two have the same id. */
export function documentOf(veins: readonly Vein[]): MapDocument {
  const document = new Map(veins.map((vein) => [vein.id, vein]));
  if (document.size !== veins.length) throw new Error('two veins with one id');
  return document;
}

/** The next free number of a leg. `atLeast`: numbers below it were given before, be it to veins that are erased now. */
export function nextNumber(document: MapDocument, leg: Leg, atLeast = 1): number {
  const numbers = [...document.values()].filter((vein) => vein.leg === leg).map((vein) => vein.number);
  return numbers.reduce((next, number) => Math.max(next, number + 1), atLeast);
}
