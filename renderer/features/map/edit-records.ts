import { moveMark } from '../../../shared/domain/leg-map/change-vein.ts';
import type { SiteMark } from '../../../shared/domain/leg-map/map-mark.ts';
import { nearestOnVein } from '../../../shared/domain/leg-map/near-vein.ts';
import { veinLabel, type Vein } from '../../../shared/domain/leg-map/vein.ts';
import { sameView } from '../../../shared/domain/leg-map/views.ts';
import { sameRecord } from '../../../shared/document/map-diff.ts';
import {
  isMark,
  isVein,
  veinIn,
  type MapDiff,
  type MapDocument,
  type MapRecord,
  type RecordId,
} from '../../../shared/document/map-document.ts';
import { linkOf, unlinked } from '../../../shared/document/merge-links.ts';
import { distance, type Point } from '../../../shared/geometry/point.ts';
import type { VeinId } from '../../../shared/kernel/ids.ts';
import type { MapNotice } from './edit-notice.ts';

/** What one action does to the map. */
export interface Edit {
  readonly label: string;
  readonly diff: MapDiff;
  /** What is selected after it; as before where it is left out. */
  readonly selection?: readonly RecordId[];
  readonly notice?: MapNotice;
}

/** The diff that puts records on a map, or puts them in place of those with their ids, and takes others off. */
export function diffOn(
  document: MapDocument,
  put: readonly MapRecord[],
  removed: readonly MapRecord[] = [],
): MapDiff {
  const known = put.map((to) => ({ from: document.get(to.id), to }));
  return {
    added: known.flatMap(({ from, to }) => (from === undefined ? [to] : [])),
    updated: known.flatMap(({ from, to }) =>
      from === undefined || sameRecord(from, to) ? [] : [[from, to] as const],
    ),
    removed,
  };
}

/**
 * The records of the map, lying where a hand put them. It took them up before: whatever else became of them since then holds, and
 * what has gone, or lies in another view now, stays away from where it was put.
 */
export function placedOn(document: MapDocument, put: readonly MapRecord[]): readonly MapRecord[] {
  return put.flatMap((there) => {
    const now = document.get(there.id);
    return now === undefined || !sameView(now, there) ? [] : [placedAs(now, there)];
  });
}

function placedAs(now: MapRecord, there: MapRecord): MapRecord {
  if (isVein(now)) return isVein(there) ? { ...now, path: there.path, branches: there.branches } : now;
  if (isVein(there)) return now;
  if (now.mark === 'scale') return there.mark === 'scale' ? { ...now, from: there.from, to: there.to } : now;
  return there.mark === 'scale' ? now : { ...now, point: there.point };
}

/** Changes records that are on the map; sites keep to the veins that they belong to. */
export function changed(document: MapDocument, records: readonly MapRecord[], label: string): Edit {
  const known = records
    .filter(({ id }) => document.has(id))
    .map((record) => settled(document, record, records));
  return { label, diff: diffOn(document, [...known, ...sitesAlong(document, known)]) };
}

/** Within this a site that was moved by itself still belongs to its vein. */
const STICKS_MM = 6;

/** A site that was moved without its vein stays on it, or lets go of it. */
function settled(document: MapDocument, record: MapRecord, together: readonly MapRecord[]): MapRecord {
  if (isVein(record) || record.mark !== 'site' || record.veinId === null) return record;
  const [vein, before] = [veinIn(document, record.veinId), document.get(record.id)];
  const moved = before !== undefined && 'point' in before && distance(before.point, record.point) > 0;
  if (vein === undefined || !moved || together.some(({ id }) => id === vein.id)) return record;
  const { point, distanceMm } = nearestOnVein(vein, record.point);
  return sameView(vein, record) && distanceMm <= STICKS_MM
    ? { ...record, point }
    : { ...record, veinId: null };
}

/** The sites of veins whose course was changed, where the change has not seen to them itself. */
function sitesAlong(document: MapDocument, records: readonly MapRecord[]): readonly SiteMark[] {
  const touched = new Set(records.map(({ id }) => id));
  const moved = new Map<VeinId, { readonly from: Vein; readonly to: Vein }>();
  for (const to of records.filter(isVein)) {
    const from = veinIn(document, to.id);
    if (from !== undefined && (from.path !== to.path || !sameView(from, to))) moved.set(to.id, { from, to });
  }
  if (moved.size === 0) return [];
  return sitesOf(document, new Set(moved.keys()))
    .filter(({ id }) => !touched.has(id))
    .map((site) => {
      const change = site.veinId === null ? undefined : moved.get(site.veinId);
      return change === undefined ? site : siteOn(site, change);
    });
}

function siteOn(site: SiteMark, { from, to }: { readonly from: Vein; readonly to: Vein }): SiteMark {
  const shift = shiftBetween(from, to);
  const { leg, aspect } = to;
  if (shift !== null) return { ...moveMark(site, shift), leg, aspect };
  return { ...site, leg, aspect, point: nearestOnVein(to, site.point).point };
}

/** By how much a vein was moved, where it was moved as a whole. */
function shiftBetween(from: Vein, to: Vein): Point | null {
  const [before, after] = [from.path[0], to.path[0]];
  if (before === undefined || after === undefined || from.path.length !== to.path.length) return null;
  const [dx, dy]: Point = [after[0] - before[0], after[1] - before[1]];
  const asOne = from.path.every(([x, y], index) => {
    const point = to.path[index];
    return point !== undefined && Math.hypot(point[0] - x - dx, point[1] - y - dy) < 0.02;
  });
  return asOne ? [dx, dy] : null;
}

/** The sites that are tied to veins. */
export function sitesOf(document: MapDocument, veins: ReadonlySet<RecordId>): readonly SiteMark[] {
  const sites: SiteMark[] = [];
  for (const record of document.values()) {
    if (isMark(record) && record.mark === 'site' && record.veinId !== null && veins.has(record.veinId))
      sites.push(record);
  }
  return sites;
}

/** Takes records off the map, but for veins that were injected: those stay, and it says so. */
export function erased(document: MapDocument, ids: readonly RecordId[], injected: ReadonlySet<VeinId>): Edit {
  const wanted = [...new Set(ids)].flatMap((id) => document.get(id) ?? []);
  const kept = wanted.filter(isVein).filter(({ id }) => injected.has(id));
  const removed = wanted.filter((record) => !kept.some(({ id }) => id === record.id));
  const gone = new Set<RecordId>(removed.map(({ id }) => id));
  const cutLoose: MapRecord[] = [];
  for (const record of document.values()) {
    const link = linkOf(record);
    if (link !== null && gone.has(link) && !gone.has(record.id)) cutLoose.push(unlinked(record));
  }
  return {
    label: 'erase',
    diff: diffOn(document, cutLoose, removed),
    selection: kept.map(({ id }) => id),
    ...(kept.length === 0 ? {} : { notice: hasInjections(kept) }),
  };
}

export function hasInjections(veins: readonly Vein[]): MapNotice {
  return { code: 'has-injections', labels: veins.map(veinLabel) };
}
