import type { MapDiff, MapDocument, MapRecord, RecordId } from './map-document.ts';

export const EMPTY_DIFF: MapDiff = { added: [], updated: [], removed: [] };

export function isEmptyDiff(diff: MapDiff): boolean {
  return diff.added.length + diff.updated.length + diff.removed.length === 0;
}

/** The map after a diff. Throws where it does not fit the map: something unknown changed or removed, something known added. */
export function applyDiff(document: MapDocument, diff: MapDiff): MapDocument {
  const next = new Map(document);
  for (const { id } of diff.removed) {
    if (!next.delete(id)) throw new Error(`removes something unknown: ${id}`);
  }
  for (const [from, to] of diff.updated) {
    if (!next.has(from.id) || from.id !== to.id) throw new Error(`changes something unknown: ${from.id}`);
    next.set(to.id, to);
  }
  for (const record of diff.added) {
    if (next.has(record.id)) throw new Error(`adds something known: ${record.id}`);
    next.set(record.id, record);
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
  const before = new Map<RecordId, MapRecord | null>();
  const after = new Map<RecordId, MapRecord | null>();
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

/** What turns one map into another. Records are compared by identity first, then by content. */
export function diffBetween(from: MapDocument, to: MapDocument): MapDiff {
  const ids = new Set([...from.keys(), ...to.keys()]);
  return diffOf([...ids].map((id) => [from.get(id) ?? null, to.get(id) ?? null]));
}

type RecordChange = readonly [from: MapRecord | null, to: MapRecord | null];

function changesOf(diff: MapDiff): readonly RecordChange[] {
  return [
    ...diff.removed.map((record): RecordChange => [record, null]),
    ...diff.updated,
    ...diff.added.map((record): RecordChange => [null, record]),
  ];
}

function diffOf(changes: readonly RecordChange[]): MapDiff {
  return {
    added: changes.flatMap(([from, to]) => (from === null && to !== null ? [to] : [])),
    updated: changes.flatMap(([from, to]) =>
      from !== null && to !== null && !sameRecord(from, to) ? [[from, to] as const] : [],
    ),
    removed: changes.flatMap(([from, to]) => (from !== null && to === null ? [from] : [])),
  };
}

/** Whether two records say the same in every field. */
export function sameRecord(a: MapRecord, b: MapRecord): boolean {
  return a === b || JSON.stringify(fieldsOf(a)) === JSON.stringify(fieldsOf(b));
}

/** The fields in a fixed order, so that the order in which a record was put together does not matter. */
function fieldsOf(record: MapRecord) {
  return Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1));
}
