import { isEmptyDiff } from './map-diff.ts';
import type { MapDiff, MapRecord } from './map-document.ts';
import type { MapEntry, MapHistory } from './map-history.ts';
import { linkOf, slotOf, unlinked } from './merge-links.ts';
import { renumberedRecord, type MergedMap } from './merge-maps.ts';

/**
 * The history after a merge. A step takes back only what is still as that step left it: of what others have changed since,
 * nothing can be undone here any more, and a step of which nothing is left is gone. New numbers hold in every step.
 */
export function mergedHistory(
  history: MapHistory,
  merged: Pick<MergedMap<MapEntry>, 'document' | 'renumbered' | 'changedByOthers'>,
): MapHistory {
  const { document, renumbered, changedByOthers } = merged;
  const isOwn = (record: MapRecord) => !changedByOthers.has(slotOf(record));
  const fitted = (record: MapRecord) => {
    const link = linkOf(record);
    const isGone = link !== null && changedByOthers.has(link) && !document.has(link);
    return renumberedRecord(isGone ? unlinked(record) : record, renumbered);
  };
  const kept = ({ added, updated, removed }: MapDiff): MapDiff => ({
    added: added.filter(isOwn).map(fitted),
    updated: updated.filter(([from]) => isOwn(from)).map(([from, to]) => [fitted(from), fitted(to)] as const),
    removed: removed.filter(isOwn).map(fitted),
  });
  const left = (entries: readonly MapEntry[]) =>
    entries.map((entry) => ({ ...entry, diff: kept(entry.diff) })).filter(({ diff }) => !isEmptyDiff(diff));
  return { document, done: left(history.done), undone: left(history.undone) };
}
