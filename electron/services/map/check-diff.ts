import type { VeinName } from '../../../db/repositories/map.ts';
import type { Failure, InputIssue } from '../../../shared/contract/failure.ts';
import { applyDiff } from '../../../shared/document/map-diff.ts';
import type { MapDiff, MapDocument } from '../../../shared/document/map-document.ts';
import { veinLabel, type Vein } from '../../../shared/domain/leg-map/vein.ts';
import type { VeinId } from '../../../shared/kernel/ids.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';

/** What a gesture is held against. */
export interface MapState {
  readonly current: readonly Vein[];
  /** Every vein the case ever had. */
  readonly names: readonly VeinName[];
  /** Veins that were ever injected. */
  readonly injected: ReadonlySet<VeinId>;
}

/** Whether a gesture, which starts from the current map, leads to a map that makes sense. */
export function checkDiff(diff: MapDiff, state: MapState): Result<undefined, Failure> {
  const touched = [
    ...diff.removed,
    ...diff.updated.filter(([from, to]) => from.leg !== to.leg).map(([from]) => from),
  ];
  const labels = touched.filter(({ id }) => state.injected.has(id)).map(veinLabel);
  if (labels.length > 0) return err({ code: 'vein/has-injections', labels });
  const unfit = [
    ...onceEach(diff),
    ...diff.added.flatMap((vein, n) => nameOfAdded(vein, `diff.added.${String(n)}`, diff, state)),
    ...diff.updated.flatMap(([from, to], n) => sameName(from, to, `diff.updated.${String(n)}.1`)),
  ];
  if (unfit.length > 0) return err({ code: 'invalid-input', issues: unfit });
  const after = applyDiff(new Map(state.current.map((vein) => [vein.id, vein])), diff);
  const issues = [
    ...diff.added.flatMap((vein, n) => feederOf(vein, `diff.added.${String(n)}.feederId`, after)),
    ...diff.updated.flatMap(([, vein], n) => feederOf(vein, `diff.updated.${String(n)}.1.feederId`, after)),
    ...diff.removed.flatMap((vein, n) => stillFeeds(vein, `diff.removed.${String(n)}`, after)),
  ];
  return issues.length > 0 ? err({ code: 'invalid-input', issues }) : ok();
}

function onceEach(diff: MapDiff): readonly InputIssue[] {
  const ids = [...diff.added, ...diff.updated.map(([from]) => from), ...diff.removed].map(({ id }) => id);
  if (ids.length === 0) return [{ path: 'diff', rule: 'empty' }];
  return new Set(ids).size === ids.length ? [] : [{ path: 'diff', rule: 'vein-twice' }];
}

/** A vein that comes back by an undo keeps its number; a new one takes a number that nobody ever had. */
function nameOfAdded(vein: Vein, path: string, diff: MapDiff, state: MapState): readonly InputIssue[] {
  if (state.current.some(({ id }) => id === vein.id)) return [{ path: `${path}.id`, rule: 'on-the-map' }];
  const own = state.names.find(({ id }) => id === vein.id);
  if (own) return sameName(own, vein, path);
  const isTaken = [...state.names, ...diff.added].some(
    (other) => other.id !== vein.id && other.leg === vein.leg && other.number === vein.number,
  );
  return isTaken ? [{ path: `${path}.number`, rule: 'taken' }] : [];
}

function sameName(from: VeinName, to: VeinName, path: string): readonly InputIssue[] {
  const fields = ['id', 'leg', 'number'] as const;
  return fields
    .filter((field) => from[field] !== to[field])
    .map((field) => ({ path: `${path}.${field}`, rule: 'fixed' }));
}

function feederOf(vein: Vein, path: string, after: MapDocument): readonly InputIssue[] {
  if (vein.feederId === null) return [];
  const feeder = after.get(vein.feederId);
  if (!feeder) return [{ path, rule: 'unknown' }];
  if (feeder.leg !== vein.leg) return [{ path, rule: 'other-leg' }];
  return feedsItself(vein, after) ? [{ path, rule: 'circle' }] : [];
}

function feedsItself(vein: Vein, after: MapDocument): boolean {
  const seen = new Set<VeinId>();
  for (let next: VeinId | null = vein.id; next !== null; next = after.get(next)?.feederId ?? null) {
    if (seen.has(next)) return true;
    seen.add(next);
  }
  return false;
}

function stillFeeds(vein: Vein, path: string, after: MapDocument): readonly InputIssue[] {
  const isFeeder = [...after.values()].some(({ feederId }) => feederId === vein.id);
  return isFeeder ? [{ path, rule: 'still-feeds' }] : [];
}
