import { mirrorMark, mirrorVein, OTHER_LEG } from '../../../shared/domain/leg-map/mirror-vein.ts';
import type { SiteMark } from '../../../shared/domain/leg-map/map-mark.ts';
import type { Vein } from '../../../shared/domain/leg-map/vein.ts';
import {
  isMark,
  isVein,
  veinIn,
  type MapDocument,
  type MapRecord,
} from '../../../shared/document/map-document.ts';
import { distance, type Point } from '../../../shared/geometry/point.ts';
import type { VeinId } from '../../../shared/kernel/ids.ts';
import { err, ok } from '../../../shared/kernel/result.ts';
import { movingGroup, pointsOf } from '../../canvas/tools/moving-group.ts';
import { diffOn } from './edit-records.ts';
import type { EditResult, FreshNames } from './edit-veins.ts';

/** A copy lies so far below the original. */
const LOWER_MM = 10;

/** What of some records can be copied: a map has only one measured distance. */
export function copyable(records: readonly MapRecord[]): readonly MapRecord[] {
  return records.filter((record) => isVein(record) || record.mark !== 'scale');
}

/** The mirror images of veins, sites and notes on the other leg. */
export function mirrored(
  document: MapDocument,
  records: readonly MapRecord[],
  fresh: FreshNames,
): EditResult {
  const [first] = copyable(records);
  if (first === undefined) return err({ code: 'nothing-to-copy' });
  const images = copyable(records).map((record) =>
    isVein(record) ? mirrorVein(record) : mirrorMark(record),
  );
  const named = renamed(document, images, fresh);
  const leg = OTHER_LEG[first.leg];
  return ok({
    label: 'mirror',
    diff: diffOn(document, named),
    selection: named.map(({ id }) => id),
    notice: { code: 'mirrored', count: named.length, leg },
  });
}

/** Copies of records, `steps` times 10 mm below them, or above them where the leg ends. */
export function pasted(
  document: MapDocument,
  records: readonly MapRecord[],
  { steps, label, fresh }: { readonly steps: number; readonly label: string; readonly fresh: FreshNames },
): EditResult {
  if (records.length === 0) return err({ code: 'nothing-to-copy' });
  const copies = renamed(document, lowered(records, steps * LOWER_MM), fresh);
  return ok({ label, diff: diffOn(document, copies), selection: copies.map(({ id }) => id) });
}

function lowered(records: readonly MapRecord[], mm: number): readonly MapRecord[] {
  const group = movingGroup(records);
  const lower = group([0, -mm]);
  return movedBy(records, lower) < LOWER_MM / 2 ? group([0, mm]) : lower;
}

function movedBy([before]: readonly MapRecord[], [after]: readonly MapRecord[]): number {
  const [from, to]: (Point | undefined)[] = [before, after].map((record) =>
    record === undefined ? undefined : pointsOf(record)[0],
  );
  return from === undefined || to === undefined ? 0 : distance(from, to);
}

/** New records with names of their own. Links among them stay among them; a feeder that stays behind must lie on the same leg. */
function renamed(
  document: MapDocument,
  records: readonly MapRecord[],
  fresh: FreshNames,
): readonly MapRecord[] {
  const names = new Map(records.filter(isVein).map((vein) => [vein.id, fresh.vein(vein.leg)]));
  const feederOf = ({ feederId, leg }: Vein): VeinId | null => {
    if (feederId === null) return null;
    const copied = names.get(feederId);
    if (copied !== undefined) return copied.id;
    return veinIn(document, feederId)?.leg === leg ? feederId : null;
  };
  const veins = records.filter(isVein).map((vein): Vein => {
    const feederId = feederOf(vein);
    return { ...vein, ...(names.get(vein.id) ?? fresh.vein(vein.leg)), feederId, carriedOverFrom: null };
  });
  const marks = records.filter(isMark).map((mark) => {
    const id = fresh.mark();
    if (mark.mark !== 'site') return { ...mark, id };
    const veinId = mark.veinId === null ? null : (names.get(mark.veinId)?.id ?? null);
    return { ...mark, id, veinId } satisfies SiteMark;
  });
  return [...veins, ...marks];
}
