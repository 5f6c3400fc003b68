import type { MarkName } from '../../../db/repositories/map-marks.ts';
import type { VeinName } from '../../../db/repositories/map.ts';
import type { Failure, InputIssue } from '../../../shared/contract/failure.ts';
import { applyDiff } from '../../../shared/document/map-diff.ts';
import {
  documentOf,
  isMark,
  isVein,
  type MapDiff,
  type MapRecord,
  type RecordId,
} from '../../../shared/document/map-document.ts';
import { isPlausibleScale } from '../../../shared/domain/leg-map/measure.ts';
import { veinLabel, type Vein } from '../../../shared/domain/leg-map/vein.ts';
import type { CaseId, VeinId } from '../../../shared/kernel/ids.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { checkLinks } from './check-links.ts';

/** What a gesture is held against. */
export interface MapState {
  readonly caseId: CaseId;
  /** What the map shows now of all that the gesture touches, hangs on, or that hangs on it. */
  readonly around: readonly MapRecord[];
  /** Veins, erased ones too, that have an id or a number that the gesture gives. */
  readonly veinNames: readonly VeinName[];
  /** Marks, erased ones too, that have an id that the gesture gives. */
  readonly markNames: readonly MarkName[];
  /** Of the veins that the gesture touches the ones that were ever injected. */
  readonly injected: ReadonlySet<VeinId>;
}

/** Whether a gesture, which starts from the current map, leads to a map that makes sense. */
export function checkDiff(diff: MapDiff, state: MapState): Result<undefined, Failure> {
  const labels = hurtVeins(diff)
    .filter(({ id }) => state.injected.has(id))
    .map(veinLabel);
  if (labels.length > 0) return err({ code: 'vein/has-injections', labels });
  const unfit = [
    ...onceEach(diff),
    ...namesOfAdded(diff, state),
    ...diff.updated.flatMap(([from, to], n) => sameName(from, to, `diff.updated.${String(n)}.1`)),
    ...scales(diff),
  ];
  if (unfit.length > 0) return err({ code: 'invalid-input', issues: unfit });
  const issues = checkLinks(diff, applyDiff(documentOf(state.around), diff));
  return issues.length > 0 ? err({ code: 'invalid-input', issues }) : ok();
}

/** Veins that the gesture erases or moves to the other leg. */
function hurtVeins(diff: MapDiff): readonly Vein[] {
  const moved = diff.updated.filter(([from, to]) => from.leg !== to.leg).map(([from]) => from);
  return [...diff.removed, ...moved].filter(isVein);
}

function onceEach(diff: MapDiff): readonly InputIssue[] {
  const ids = [...diff.added, ...diff.updated.map(([from]) => from), ...diff.removed].map(({ id }) => id);
  if (ids.length === 0) return [{ path: 'diff', rule: 'empty' }];
  return new Set(ids).size === ids.length ? [] : [{ path: 'diff', rule: 'vein-twice' }];
}

/** A vein that comes back by an undo keeps its number; a new one takes a number that nobody ever had. */
function namesOfAdded(diff: MapDiff, state: MapState): readonly InputIssue[] {
  const onMap = new Set<RecordId>(state.around.map(({ id }) => id));
  const veins = new Map<RecordId, VeinName>(state.veinNames.map((name) => [name.id, name]));
  const marks = new Map<RecordId, MarkName>(state.markNames.map((name) => [name.id, name]));
  const owners = new Map<string, RecordId>(
    [...diff.added.filter(isVein), ...state.veinNames.filter(({ caseId }) => caseId === state.caseId)].map(
      (vein) => [veinLabel(vein), vein.id],
    ),
  );
  return diff.added.flatMap((record, n): readonly InputIssue[] => {
    const path = `diff.added.${String(n)}`;
    if (onMap.has(record.id)) return [{ path: `${path}.id`, rule: 'on-the-map' }];
    const [own, other] = isVein(record)
      ? [veins.get(record.id), marks.get(record.id)]
      : [marks.get(record.id), veins.get(record.id)];
    if (other || (own && own.caseId !== state.caseId)) return [{ path: `${path}.id`, rule: 'taken' }];
    if (own) return sameName(own, record, path);
    const isTaken = isVein(record) && owners.get(veinLabel(record)) !== record.id;
    return isTaken ? [{ path: `${path}.number`, rule: 'taken' }] : [];
  });
}

type Name = Pick<MapRecord, 'id'> & Partial<Pick<VeinName, 'leg' | 'number'> & Pick<MarkName, 'mark'>>;

/** What a vein or a mark keeps for ever. */
function sameName(from: Name, to: Name, path: string): readonly InputIssue[] {
  const isOfVein = 'number' in from || 'number' in to;
  const fields = isOfVein ? (['id', 'leg', 'number', 'mark'] as const) : (['id', 'mark'] as const);
  return fields
    .filter((field) => from[field] !== to[field])
    .map((field) => ({ path: `${path}.${field}`, rule: 'fixed' }));
}

/** A measured distance that no leg can have is a slip. */
function scales(diff: MapDiff): readonly InputIssue[] {
  const issueOf = (record: MapRecord, path: string): readonly InputIssue[] =>
    isMark(record) && record.mark === 'scale' && !isPlausibleScale(record)
      ? [{ path: `${path}.distanceMm`, rule: 'implausible-scale' }]
      : [];
  return [
    ...diff.added.flatMap((record, n) => issueOf(record, `diff.added.${String(n)}`)),
    ...diff.updated.flatMap(([, record], n) => issueOf(record, `diff.updated.${String(n)}.1`)),
  ];
}
