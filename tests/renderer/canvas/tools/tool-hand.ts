import { startTool, type RunningTool, type ToolId } from '../../../../renderer/canvas/tools/running-tool.ts';
import type { ToolEffect, ToolEvent, ToolScene } from '../../../../renderer/canvas/tools/tool.ts';
import { isVein, type MapRecord, type RecordId } from '../../../../shared/document/map-document.ts';
import { nearestOnVein } from '../../../../shared/domain/leg-map/near-vein.ts';
import type { MapMark, NoteMark, SiteMark } from '../../../../shared/domain/leg-map/map-mark.ts';
import type { LegView, PointMm, Vein } from '../../../../shared/domain/leg-map/vein.ts';
import { sameView } from '../../../../shared/domain/leg-map/views.ts';
import { idOf } from '../../../../shared/kernel/ids.ts';

export const VIEW: LegView = { leg: 'left', aspect: 'lateral' };
export const BEHIND: LegView = { leg: 'left', aspect: 'posterior' };

export function lineAt(name: string, path: readonly PointMm[], more: Partial<Vein> = {}): Vein {
  return {
    ...VIEW,
    id: idOf<'vein'>(name),
    number: 1,
    kind: 'reticular',
    pattern: 'line',
    colour: 'blue-green',
    diameterMm: 2,
    depth: 'subdermal',
    path,
    branches: [],
    feederId: null,
    note: '',
    carriedOverFrom: null,
    ...more,
  };
}

/** A line down the middle of the thigh. */
export const LINE = lineAt('one', [
  [0, 600],
  [0, 550],
  [0, 500],
]);
/** Another one 40 mm beside it. */
export const OTHER = lineAt(
  'two',
  [
    [40, 600],
    [40, 500],
  ],
  { number: 2 },
);
/** A web below both. */
export const WEB = lineAt(
  'web',
  [
    [-15, 420],
    [15, 420],
    [15, 450],
    [-15, 450],
  ],
  { number: 3, pattern: 'web', kind: 'telangiectasia', colour: 'red', diameterMm: 0.4 },
);
export const SITE: SiteMark = {
  ...VIEW,
  mark: 'site',
  id: idOf<'mark'>('site'),
  point: [0, 575],
  veinId: LINE.id,
  note: '',
};
export const NOTE: NoteMark = {
  ...VIEW,
  mark: 'note',
  id: idOf<'mark'>('note'),
  point: [-30, 560],
  text: 'scar',
  carriedOverFrom: null,
};

interface HandOptions {
  readonly records?: readonly MapRecord[];
  readonly selected?: readonly MapRecord[];
  readonly mayChange?: boolean;
  readonly pxPerMm?: number;
}

interface Keys {
  readonly shift?: boolean;
  readonly alt?: boolean;
  readonly clicks?: number;
}

/** A hand with a tool over some records. Selecting has its effect, as it has in the editor. */
export function handWith(id: ToolId, options: HandOptions = {}) {
  const { records = [LINE], mayChange = true, pxPerMm = 1 } = options;
  let tool: RunningTool = startTool(id, mayChange);
  let selected: readonly RecordId[] = (options.selected ?? []).map((record) => record.id);
  const effects: ToolEffect[] = [];
  const send = (event: ToolEvent) => {
    const next = tool.step(event, sceneOf(records, selected, pxPerMm));
    tool = next.tool;
    effects.push(...next.effects);
    for (const effect of next.effects) if (effect.type === 'select') selected = effect.ids;
  };
  const at = (
    type: 'down' | 'move' | 'up',
    point: PointMm,
    { shift = false, alt = false, clicks = 1 }: Keys = {},
    view: LegView = VIEW,
  ) => {
    const screen = [point[0] * pxPerMm, point[1] * pxPerMm] as const;
    send({ type, pointer: 'mouse', place: { view, point }, screen, pxPerMm, shift, alt, clicks });
  };
  const click = (point: PointMm, keys: Keys = {}) => {
    at('down', point, keys);
    at('up', point, keys);
  };
  return {
    effects,
    kinds: () => effects.map(({ type }) => type),
    busy: () => tool.busy,
    tool: () => tool,
    preview: () => tool.preview(),
    key: (type: 'enter' | 'back' | 'escape' | 'cancel') => {
      send({ type });
    },
    beside: (type: 'down' | 'move' | 'up') => {
      send({
        type,
        pointer: 'mouse',
        place: null,
        screen: [9000, 9000],
        pxPerMm,
        shift: false,
        alt: false,
        clicks: 1,
      });
    },
    at,
    click,
    doubleClick: (point: PointMm) => {
      click(point);
      click(point, { clicks: 2 });
    },
    drag: (points: readonly PointMm[], keys: Keys = {}) => {
      const [first, last] = [points[0], points.at(-1)];
      if (first === undefined || last === undefined) throw new Error('a drag of no points');
      at('down', first, keys);
      for (const point of points.slice(1)) at('move', point, keys);
      at('up', last, keys);
    },
  };
}

/** What the canvas would say of the records, without a canvas. */
function sceneOf(records: readonly MapRecord[], selected: readonly RecordId[], pxPerMm: number): ToolScene {
  const reach = 5 / pxPerMm;
  const selection = selected.flatMap((id) => records.filter((record) => record.id === id));
  const inView = (view: LegView) => records.filter((record) => sameView(record, view));
  const away = (record: MapRecord, point: PointMm) =>
    isVein(record) ? nearestOnVein(record, point).distanceMm : distanceToMark(record, point);
  return {
    selection,
    recordAt: ({ view, point }) => {
      const near = inView(view).filter((record) => away(record, point) <= reach);
      return near.find((record) => !isVein(record)) ?? near[0] ?? null;
    },
    recordsIn: (view, { minX, maxX, minY, maxY }) =>
      inView(view).filter((record) =>
        placesOf(record).some(([x, y]) => x >= minX && x <= maxX && y >= minY && y <= maxY),
      ),
    handleAt: ({ point: [x, y] }) => {
      const [vein] = selection;
      if (vein === undefined || !isVein(vein)) return null;
      const index = vein.path.findIndex((point) => Math.hypot(point[0] - x, point[1] - y) < 3 / pxPerMm);
      return index < 0 ? null : index;
    },
    tiedSites: () =>
      records.filter(
        (record): record is SiteMark =>
          !isVein(record) &&
          record.mark === 'site' &&
          selection.some(({ id }) => id === record.veinId) &&
          !selected.includes(record.id),
      ),
  };
}

function distanceToMark(mark: MapMark, [x, y]: PointMm): number {
  const at = mark.mark === 'scale' ? mark.from : mark.point;
  return Math.hypot(at[0] - x, at[1] - y);
}

/** Points close together along a record. */
function placesOf(record: MapRecord): readonly PointMm[] {
  if (!isVein(record)) return [record.mark === 'scale' ? record.from : record.point];
  return record.path.flatMap((point, index): PointMm[] => {
    const next = record.path[index + 1];
    if (next === undefined) return [point];
    return Array.from({ length: 20 }, (_, i) => [
      point[0] + ((next[0] - point[0]) * i) / 20,
      point[1] + ((next[1] - point[1]) * i) / 20,
    ]);
  });
}
