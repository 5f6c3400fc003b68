import type { VeinId } from '../kernel/ids.ts';
import type { Vein } from '../domain/leg-map/vein.ts';
import type { MapDiff, MapDocument } from './map-document.ts';

export const EMPTY_DIFF: MapDiff = { added: [], updated: [], removed: [] };

export function isEmptyDiff(diff: MapDiff): boolean {
  return diff.added.length + diff.updated.length + diff.removed.length === 0;
}

/** The map after a diff. Throws where it does not fit the map: an unknown vein changed or removed, a known one added. */
export function applyDiff(document: MapDocument, diff: MapDiff): MapDocument {
  const next = new Map(document);
  for (const { id } of diff.removed) {
    if (!next.delete(id)) throw new Error(`removes an unknown vein: ${id}`);
  }
  for (const [from, to] of diff.updated) {
    if (!next.has(from.id) || from.id !== to.id) throw new Error(`changes an unknown vein: ${from.id}`);
    next.set(to.id, to);
  }
  for (const vein of diff.added) {
    if (next.has(vein.id)) throw new Error(`adds a known vein: ${vein.id}`);
    next.set(vein.id, vein);
  }
  return next;
}

/** The diff that takes another one back. */
export function reverseDiff(diff: MapDiff): MapDiff {
  return {
    added: diff.removed,
    updated: diff.updated.map(([from, to]) => [to, from] as const),
    removed: diff.added,
  };
}

/** One diff that does what two do, one after the other. */
export function squashDiffs(first: MapDiff, second: MapDiff): MapDiff {
  const before = new Map<VeinId, Vein | null>();
  const after = new Map<VeinId, Vein | null>();
  for (const diff of [first, second]) {
    for (const [from, to] of changesOf(diff)) {
      const id = (from ?? to)?.id;
      if (id === undefined) continue;
      if (!before.has(id)) before.set(id, from);
      after.set(id, to);
    }
  }
  return diffOf([...after].map(([id, to]) => [before.get(id) ?? null, to]));
}

/** What turns one map into another. Veins are compared by identity first, then by content. */
export function diffBetween(from: MapDocument, to: MapDocument): MapDiff {
  const ids = new Set([...from.keys(), ...to.keys()]);
  return diffOf([...ids].map((id) => [from.get(id) ?? null, to.get(id) ?? null]));
}

type VeinChange = readonly [from: Vein | null, to: Vein | null];

function changesOf(diff: MapDiff): readonly VeinChange[] {
  return [
    ...diff.removed.map((vein): VeinChange => [vein, null]),
    ...diff.updated,
    ...diff.added.map((vein): VeinChange => [null, vein]),
  ];
}

function diffOf(changes: readonly VeinChange[]): MapDiff {
  return {
    added: changes.flatMap(([from, to]) => (from === null && to !== null ? [to] : [])),
    updated: changes.flatMap(([from, to]) =>
      from !== null && to !== null && !sameVein(from, to) ? [[from, to] as const] : [],
    ),
    removed: changes.flatMap(([from, to]) => (from !== null && to === null ? [from] : [])),
  };
}

/** Whether two veins say the same in every field. */
export function sameVein(a: Vein, b: Vein): boolean {
  return a === b || JSON.stringify(fieldsOf(a)) === JSON.stringify(fieldsOf(b));
}

/** The fields in a fixed order, so that the order in which a vein was put together does not matter. */
function fieldsOf(vein: Vein) {
  return Object.entries(vein).toSorted(([a], [b]) => (a < b ? -1 : 1));
}
