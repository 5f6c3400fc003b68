import { isEmptyDiff } from '../../../shared/document/map-diff.ts';
import {
  isVein,
  veinIn,
  type MapDiff,
  type MapRecord,
  type RecordId,
} from '../../../shared/document/map-document.ts';
import { recorded } from '../../../shared/document/map-history.ts';
import { middleOf } from '../../../shared/domain/leg-map/split-vein.ts';
import type { LegView, PointMm, Vein, VeinPattern } from '../../../shared/domain/leg-map/vein.ts';
import type { Point } from '../../../shared/geometry/point.ts';
import type { VeinId } from '../../../shared/kernel/ids.ts';
import { movingGroup } from '../../canvas/tools/moving-group.ts';
import { copyable, mirrored, pasted } from './edit-copies.ts';
import { changed, diffOn, erased, sitesOf, type Edit } from './edit-records.ts';
import { fed, join, split, type EditResult, type FreshNames } from './edit-veins.ts';
import { selectedRecords, type MapEditorStore } from './map-editor-state.ts';

/** What the actions work with. */
export interface EditDesk {
  readonly store: MapEditorStore;
  readonly mayWrite: boolean;
  readonly fresh: FreshNames;
  readonly onGesture: (label: string, diff: MapDiff) => void;
}

/** A vein that is not on the map yet: it gets its id and its number there. */
export type NewVein = Omit<Vein, 'id' | 'number' | 'carriedOverFrom'>;

const MOST_BRANCHES = 60;

/** Does an edit: one entry of the history, saved as one gesture. What changes nothing leaves no entry. */
export function commit({ store, mayWrite, onGesture }: EditDesk, edit: Edit): void {
  if (!mayWrite) return;
  const { label, diff, selection, notice } = edit;
  store.setState({
    ...(notice === undefined ? {} : { notice }),
    ...(selection === undefined ? {} : { selection: new Set(selection) }),
  });
  if (isEmptyDiff(diff)) return;
  store.setState(({ history }) => ({ history: recorded(history, { label, diff }) }));
  onGesture(label, diff);
}

/** Does an edit, or says why not. */
export function attempt(desk: EditDesk, result: EditResult): void {
  if (result.ok) commit(desk, result.value);
  else desk.store.setState({ notice: result.error });
}

/** Everything that can be done to what is on the map, each one undoable step. */
export function editActions(desk: EditDesk) {
  const { store, fresh } = desk;
  const state = store.getState;
  const document = () => state().history.document;
  const selected = () => selectedRecords(state());
  const paste = (records: readonly MapRecord[], steps: number, label: string) =>
    attempt(desk, pasted(document(), records, { steps, label, fresh }));
  let pastes = 0;
  return {
    add: (added: NewVein, label: string) => {
      const vein: Vein = { ...added, ...fresh.vein(added.leg), carriedOverFrom: null };
      commit(desk, { label, diff: diffOn(document(), [vein]), selection: [vein.id] });
    },
    change: (records: readonly MapRecord[], label: string) =>
      commit(desk, changed(document(), records, label)),
    branch: (id: VeinId, path: readonly PointMm[]) => {
      const vein = veinIn(document(), id);
      if (vein === undefined) return;
      if (vein.branches.length >= MOST_BRANCHES) store.setState({ notice: { code: 'too-many-branches' } });
      else
        commit(desk, changed(document(), [{ ...vein, branches: [...vein.branches, path] }], 'draw-branch'));
    },
    erase: (ids: readonly RecordId[]) => commit(desk, erased(document(), ids, state().injected)),
    nudge: (by: Point) => {
      const records = selected();
      const ids = new Set(records.map(({ id }) => id));
      const sites = sitesOf(document(), ids).filter(({ id }) => !ids.has(id));
      commit(desk, changed(document(), movingGroup([...records, ...sites])(by), 'move'));
    },
    split: (id: VeinId, at: PointMm | null) => {
      const vein = veinIn(document(), id);
      if (vein === undefined) return;
      const { injected } = state();
      attempt(desk, split(document(), vein, at ?? middleOf(vein), { injected, fresh }));
    },
    join: () => {
      const [first, second, ...others] = selected().filter(isVein);
      if (first === undefined || second === undefined || others.length > 0)
        store.setState({ notice: { code: 'join-lines-of-one-view' } });
      else attempt(desk, join(document(), [first, second], state().injected));
    },
    feed: (id: VeinId, feederId: VeinId) => {
      const [vein, feeder] = [veinIn(document(), id), veinIn(document(), feederId)];
      if (vein !== undefined && feeder !== undefined) attempt(desk, fed(document(), vein, feeder));
    },
    mirror: () => attempt(desk, mirrored(document(), selected(), fresh)),
    copy: () => {
      const clipboard = copyable(selected());
      pastes = 0;
      store.setState({
        clipboard,
        notice:
          clipboard.length === 0 ? { code: 'nothing-to-copy' } : { code: 'copied', count: clipboard.length },
      });
    },
    paste: () => {
      pastes += 1;
      paste(state().clipboard, pastes, 'paste');
    },
    duplicate: () => paste(copyable(selected()), 1, 'duplicate'),
  };
}

/** What a stroke of the pen becomes. */
export function drawnVein(
  pen: Pick<Vein, 'kind' | 'colour' | 'diameterMm' | 'depth'>,
  { leg, aspect }: LegView,
  { pattern, path }: { readonly pattern: VeinPattern; readonly path: readonly PointMm[] },
): NewVein {
  return { ...pen, leg, aspect, pattern, path, branches: [], feederId: null, note: '' };
}
