import type { MapMark } from '../domain/leg-map/map-mark.ts';
import type { Leg, Vein } from '../domain/leg-map/vein.ts';
import type { MarkId, VeinId } from '../kernel/ids.ts';

/** One thing on the map. */
export type MapRecord = Vein | MapMark;
export type RecordId = VeinId | MarkId;

/** Everything on the map of a case by id, as it is now. A value: never changed in place. */
export type MapDocument = ReadonlyMap<RecordId, MapRecord>;

/** What one gesture did to the map. */
export interface MapDiff {
  readonly added: readonly MapRecord[];
  readonly updated: readonly (readonly [from: MapRecord, to: MapRecord])[];
  readonly removed: readonly MapRecord[];
}

/** The map with these records. Throws where two have the same id. */
export function documentOf(records: readonly MapRecord[]): MapDocument {
  const document = new Map(records.map((record) => [record.id, record]));
  if (document.size !== records.length) throw new Error('two records with one id');
  return document;
}

export function isVein(record: MapRecord): record is Vein {
  return 'pattern' in record;
}

export function isMark(record: MapRecord): record is MapMark {
  return 'mark' in record;
}

export function veinsOf(document: MapDocument): readonly Vein[] {
  return [...document.values()].filter(isVein);
}

export function marksOf(document: MapDocument): readonly MapMark[] {
  return [...document.values()].filter(isMark);
}

/** The vein of an id; undefined where there is none, or the id is that of a mark. */
export function veinIn(document: MapDocument, id: RecordId): Vein | undefined {
  const record = document.get(id);
  return record !== undefined && isVein(record) ? record : undefined;
}

/** The next free number of a leg. `atLeast`: numbers below it were given before, be it to veins that are erased now. */
export function nextNumber(document: MapDocument, leg: Leg, atLeast = 1): number {
  return veinsOf(document).reduce(
    (next, vein) => (vein.leg === leg ? Math.max(next, vein.number + 1) : next),
    atLeast,
  );
}
