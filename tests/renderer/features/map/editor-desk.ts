import { createMapEditor, type MapEditor } from '../../../../renderer/features/map/map-editor.ts';
import { NOTHING_UNDER } from '../../../../renderer/features/map/use-hand-keys.ts';
import type { CanvasScene } from '../../../../renderer/canvas/tools/tool.ts';
import { applyDiff } from '../../../../shared/document/map-diff.ts';
import {
  documentOf,
  isVein,
  marksOf,
  veinsOf,
  type MapDiff,
  type MapRecord,
  type RecordId,
} from '../../../../shared/document/map-document.ts';
import { nearestOnVein } from '../../../../shared/domain/leg-map/near-vein.ts';
import type { LegView, PointMm, Vein } from '../../../../shared/domain/leg-map/vein.ts';
import { sameView } from '../../../../shared/domain/leg-map/views.ts';
import { idOf, type MarkId, type VeinId } from '../../../../shared/kernel/ids.ts';
import { VIEW } from '../../canvas/tools/tool-hand.ts';

export const veinId = (name: string): VeinId => idOf<'vein'>(name);
export const markId = (name: string): MarkId => idOf<'mark'>(name);

interface DeskOptions {
  readonly mayWrite?: boolean;
  readonly nextNumber?: { readonly left: number; readonly right: number };
}

/** An editor over some records, a hand for it, and what it would save. */
export function editorWith(records: readonly MapRecord[] = [], options: DeskOptions = {}) {
  const { mayWrite = true, nextNumber = { left: 1, right: 1 } } = options;
  const saved: { readonly label: string; readonly diff: MapDiff }[] = [];
  let made = 0;
  const newId = <Kind extends string>() => {
    made += 1;
    return idOf<Kind>(`00000000-0000-4000-9000-${String(made).padStart(12, '0')}`);
  };
  const document = documentOf(records);
  const editor: MapEditor = createMapEditor({
    map: {
      version: 1,
      veins: veinsOf(document),
      marks: marksOf(document),
      nextNumber,
      dates: [],
      heightScale: 1,
    },
    mayWrite,
    newVeinId: () => newId<'vein'>(),
    newMarkId: () => newId<'mark'>(),
    onGesture: (label, diff) => {
      saved.push({ label, diff });
    },
  });
  const state = editor.store.getState;
  const records_ = () => [...state().history.document.values()];
  const send = (type: 'down' | 'move' | 'up', point: PointMm, view: LegView = VIEW, clicks = 1) => {
    const how = { pointer: 'mouse', shift: false, alt: false, pxPerMm: 1, clicks } as const;
    editor.hand({ type, ...how, place: { view, point }, screen: point }, sceneOf(records_()));
  };
  return {
    editor,
    state,
    saved,
    records: records_,
    veins: () => veinsOf(state().history.document),
    marks: () => marksOf(state().history.document),
    record: (id: RecordId) => state().history.document.get(id),
    vein: (id: RecordId): Vein => {
      const record = state().history.document.get(id);
      if (record === undefined || !isVein(record)) throw new Error(`no vein ${id}`);
      return record;
    },
    selected: () => [...state().selection],
    /** What the database would hold: the loaded map with every gesture on it. */
    stored: () => saved.reduce((map, { diff }) => applyDiff(map, diff), document),
    send,
    click: (point: PointMm, view: LegView = VIEW, clicks = 1) => {
      send('down', point, view, clicks);
      send('up', point, view, clicks);
    },
    drag: (points: readonly PointMm[], view: LegView = VIEW) => {
      const [first, last] = [points[0], points.at(-1)];
      if (first === undefined || last === undefined) throw new Error('a drag of no points');
      send('down', first, view);
      for (const point of points.slice(1)) send('move', point, view);
      send('up', last, view);
    },
  };
}

/** What a canvas of one pixel per millimetre would say. */
function sceneOf(records: readonly MapRecord[]): CanvasScene {
  const awayFrom = (record: MapRecord, [x, y]: PointMm) => {
    if (isVein(record)) return nearestOnVein(record, [x, y]).distanceMm;
    const at = record.mark === 'scale' ? record.from : record.point;
    return Math.hypot(at[0] - x, at[1] - y);
  };
  const inView = (view: LegView) => records.filter((record) => sameView(record, view));
  return {
    ...NOTHING_UNDER,
    recordAt: ({ view, point }) => inView(view).find((record) => awayFrom(record, point) < 5) ?? null,
    recordsIn: (view, { minX, maxX, minY, maxY }) => {
      const middle: PointMm = [(minX + maxX) / 2, (minY + maxY) / 2];
      return inView(view).filter((record) => awayFrom(record, middle) <= (maxX - minX) / 2);
    },
  };
}
