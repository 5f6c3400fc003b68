import type { VeinId } from '../kernel/ids.ts';
import { isMark, isVein, veinIn, type MapDocument, type MapRecord, type RecordId } from './map-document.ts';

/** The vein that a record hangs on: its feeder, or the vein that a site means; null where it hangs on none. */
export function linkOf(record: MapRecord): VeinId | null {
  if (isVein(record)) return record.feederId;
  return record.mark === 'site' ? record.veinId : null;
}

/** The same record hanging on nothing. */
export function unlinked(record: MapRecord): MapRecord {
  if (isVein(record)) return { ...record, feederId: null };
  return record.mark === 'site' ? { ...record, veinId: null } : record;
}

/**
 * The map with every link dropped that leads nowhere, or that makes a vein feed itself. Of a circle the link of a vein in
 * `suspects` goes; a circle without one stays as it is.
 */
export function mendedLinks(document: MapDocument, suspects: Iterable<RecordId>): MapDocument {
  const next = new Map(document);
  for (const record of document.values()) {
    const link = linkOf(record);
    if (link !== null && !document.has(link)) next.set(record.id, unlinked(record));
  }
  for (const id of suspects) {
    const vein = veinIn(next, id);
    if (vein !== undefined && feedsItself(vein.id, next)) next.set(id, unlinked(vein));
  }
  return next;
}

function feedsItself(start: VeinId, document: MapDocument): boolean {
  const seen = new Set<VeinId>();
  let next = veinIn(document, start)?.feederId ?? null;
  while (next !== null && next !== start && !seen.has(next)) {
    seen.add(next);
    next = veinIn(document, next)?.feederId ?? null;
  }
  return next === start;
}

/** What a record takes up on the map: itself, but of measured distances there is only one place. */
export type Slot = RecordId | 'scale';

export function slotOf(record: MapRecord): Slot {
  return isMark(record) && record.mark === 'scale' ? 'scale' : record.id;
}

/** The record in a slot; null where there is none. */
export function recordIn(document: MapDocument, slot: Slot): MapRecord | null {
  if (slot !== 'scale') return document.get(slot) ?? null;
  for (const record of document.values()) if (slotOf(record) === slot) return record;
  return null;
}
