import type { InputIssue } from '../../../shared/contract/failure.ts';
import {
  isMark,
  isVein,
  veinIn,
  veinsOf,
  marksOf,
  type MapDiff,
  type MapDocument,
  type MapRecord,
} from '../../../shared/document/map-document.ts';
import type { SiteMark } from '../../../shared/domain/leg-map/map-mark.ts';
import type { Leg, Vein } from '../../../shared/domain/leg-map/vein.ts';
import type { VeinId } from '../../../shared/kernel/ids.ts';

/** What is wrong, after a gesture, with what hangs on what: feeders, the veins that sites name, and a second measured distance. */
export function checkLinks(diff: MapDiff, after: MapDocument): readonly InputIssue[] {
  return [
    ...diff.added.flatMap((record, n) => linkOf(record, `diff.added.${String(n)}`, after)),
    ...diff.updated.flatMap(([, record], n) => linkOf(record, `diff.updated.${String(n)}.1`, after)),
    ...stillNeeded(diff, after),
    ...secondScale(diff, after),
  ];
}

function linkOf(record: MapRecord, path: string, after: MapDocument): readonly InputIssue[] {
  if (isVein(record)) return feederOf(record, `${path}.feederId`, after);
  return record.mark === 'site' ? onLeg(record.veinId, record.leg, `${path}.veinId`, after) : [];
}

function onLeg(id: VeinId | null, leg: Leg, path: string, after: MapDocument): readonly InputIssue[] {
  if (id === null) return [];
  const vein = veinIn(after, id);
  if (!vein) return [{ path, rule: 'unknown' }];
  return vein.leg === leg ? [] : [{ path, rule: 'other-leg' }];
}

function feederOf(vein: Vein, path: string, after: MapDocument): readonly InputIssue[] {
  const issues = onLeg(vein.feederId, vein.leg, path, after);
  return issues.length === 0 && feedsItself(vein, after) ? [{ path, rule: 'circle' }] : issues;
}

function feedsItself(vein: Vein, after: MapDocument): boolean {
  const seen = new Set<VeinId>();
  for (let next: VeinId | null = vein.id; next !== null; next = veinIn(after, next)?.feederId ?? null) {
    if (seen.has(next)) return true;
    seen.add(next);
  }
  return false;
}

/** An erased vein must not leave behind what feeds from it, nor a site that names it. */
function stillNeeded(diff: MapDiff, after: MapDocument): readonly InputIssue[] {
  if (diff.removed.length === 0) return [];
  const feeders = new Set<string | null>(veinsOf(after).map(({ feederId }) => feederId));
  const named = new Set<string | null>(
    marksOf(after)
      .filter((mark): mark is SiteMark => mark.mark === 'site')
      .map(({ veinId }) => veinId),
  );
  return diff.removed.flatMap(({ id }, n): readonly InputIssue[] => {
    const path = `diff.removed.${String(n)}`;
    if (feeders.has(id)) return [{ path, rule: 'still-feeds' }];
    return named.has(id) ? [{ path, rule: 'still-named' }] : [];
  });
}

function secondScale(diff: MapDiff, after: MapDocument): readonly InputIssue[] {
  const first = marksOf(after).find(({ mark }) => mark === 'scale');
  return diff.added.flatMap((record, n) =>
    isMark(record) && record.mark === 'scale' && record.id !== first?.id
      ? [{ path: `diff.added.${String(n)}.mark`, rule: 'second-scale' }]
      : [],
  );
}
