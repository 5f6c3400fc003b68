import {
  drawnPath,
  withoutPoint,
  withPointAdded,
  withPointAt,
} from '../../../shared/domain/leg-map/change-vein.ts';
import type { SiteMark } from '../../../shared/domain/leg-map/map-mark.ts';
import { nearestOnVein } from '../../../shared/domain/leg-map/near-vein.ts';
import type { LegView, PointMm, Vein } from '../../../shared/domain/leg-map/vein.ts';
import { ontoLeg } from '../../../shared/domain/leg-map/views.ts';
import type { MapRecord, RecordId } from '../../../shared/document/map-document.ts';
import { boxAround } from '../../../shared/geometry/point.ts';
import { nearestOnPath } from '../../../shared/geometry/polyline.ts';
import { assertNever } from '../../../shared/kernel/assert-never.ts';
import { movingGroup, type MovingGroup } from './moving-group.ts';
import {
  farApart,
  NO_PREVIEW,
  soleVein,
  type Place,
  type PointerTool,
  type Tool,
  type ToolEffect,
  type ToolEvent,
  type ToolPreview,
  type ToolScene,
} from './tool.ts';

/** A press of the hand on a view. */
type PlacedPress = PointerTool & { readonly place: Place };

export type SelectState =
  /** `fresh`: what the last click selected, so that the second half of that double click changes nothing. */
  | { readonly step: 'idle'; readonly fresh: RecordId | null }
  /** Down on a vein or a mark: a click, or, if it was selected before, perhaps the start of a move. */
  | {
      readonly step: 'on-record';
      readonly record: MapRecord;
      readonly press: PlacedPress;
      readonly fresh: RecordId | null;
    }
  /** Down on a point of the vein that is selected alone. */
  | { readonly step: 'on-point'; readonly vein: Vein; readonly index: number; readonly press: PlacedPress }
  | { readonly step: 'beside'; readonly press: PointerTool }
  | {
      readonly step: 'boxing';
      readonly view: LegView;
      readonly from: PointMm;
      readonly to: PointMm;
      readonly adds: boolean;
    }
  | {
      readonly step: 'moving';
      readonly view: LegView;
      readonly from: PointMm;
      readonly group: MovingGroup;
      readonly to: readonly MapRecord[];
    }
  | {
      readonly step: 'reshaping';
      readonly vein: Vein;
      readonly sites: readonly SiteMark[];
      readonly index: number;
      readonly to: readonly MapRecord[];
    };

const IDLE: SelectState = { step: 'idle', fresh: null };
/** So near to the course of a vein, in pixels, a double click means the course. */
const COURSE_PX = 14;

interface Outcome {
  readonly state: SelectState;
  readonly effects: readonly ToolEffect[];
}

const only = (effect: ToolEffect): Outcome => ({ state: IDLE, effects: [effect] });
const stay = (state: SelectState): Outcome => ({ state, effects: [] });

/**
 * Selects by a click, with Shift several, by a box those in it; moves what was selected before, or one point of the vein that is
 * selected alone. A first press never moves anything.
 */
export function selectTool(mayChange: boolean): Tool<SelectState> {
  return {
    idle: IDLE,
    isBusy: ({ step: name }) => name !== 'idle',
    step: (state, event, scene) => step(mayChange, state, event, scene),
    preview,
    heldView: (state) => {
      if ('view' in state) return state.view;
      if (state.step === 'reshaping') return state.vein;
      return 'press' in state ? (state.press.place?.view ?? null) : null;
    },
  };
}

function preview(state: SelectState): ToolPreview {
  if (state.step === 'moving' || state.step === 'reshaping') return { ...NO_PREVIEW, changed: state.to };
  if (state.step !== 'boxing') return NO_PREVIEW;
  return { ...NO_PREVIEW, box: { view: state.view, box: boxAround([state.from, state.to]) } };
}

function step(mayChange: boolean, state: SelectState, event: ToolEvent, scene: ToolScene): Outcome {
  switch (event.type) {
    case 'escape':
      return state.step === 'idle' ? only({ type: 'select', ids: [] }) : stay(IDLE);
    case 'cancel':
      return stay(IDLE);
    case 'enter':
    case 'back':
      return stay(state);
    case 'down':
      return stay(pressed(mayChange, state, event, scene));
    case 'move':
      return stay(moved(mayChange, state, event, scene));
    case 'up':
      return released(mayChange, state, scene);
    default:
      return assertNever(event);
  }
}

function pressed(mayChange: boolean, state: SelectState, event: PointerTool, scene: ToolScene): SelectState {
  const { place } = event;
  if (place === null) return { step: 'beside', press: event };
  const press = { ...event, place };
  const sole = soleVein(scene);
  const index = mayChange && sole !== null ? scene.handleAt(place) : null;
  if (sole !== null && index !== null) return { step: 'on-point', vein: sole, index, press };
  const record = scene.recordAt(place);
  if (record === null) return { step: 'beside', press };
  return { step: 'on-record', record, press, fresh: state.step === 'idle' ? state.fresh : null };
}

function moved(mayChange: boolean, state: SelectState, event: PointerTool, scene: ToolScene): SelectState {
  const { place } = event;
  if (place === null) return state;
  if ('press' in state) {
    return farApart(event.screen, state.press.screen) ? dragged(mayChange, state, place, scene) : state;
  }
  if (state.step === 'boxing') return { ...state, to: place.point };
  if (state.step === 'moving') return { ...state, to: state.group(between(state.from, place.point)) };
  if (state.step === 'reshaping') return { ...state, to: reshaped(state, place) };
  return state;
}

/** A press that has become a drag. */
function dragged(
  mayChange: boolean,
  state: Extract<SelectState, { press: PointerTool }>,
  place: Place,
  scene: ToolScene,
): SelectState {
  const { press } = state;
  if (press.place === null) return state;
  const { view, point: from } = press.place;
  if (state.step === 'beside') return { step: 'boxing', view, from, to: place.point, adds: press.shift };
  const sites = scene.tiedSites();
  if (state.step === 'on-point') {
    const { vein, index } = state;
    return { step: 'reshaping', vein, sites, index, to: reshaped({ vein, sites, index }, place) };
  }
  if (!mayChange || !scene.selection.some(({ id }) => id === state.record.id)) return state;
  const group = movingGroup([...scene.selection, ...sites]);
  return { step: 'moving', view, from, group, to: group(between(from, place.point)) };
}

function between(from: PointMm, to: PointMm): PointMm {
  return [to[0] - from[0], to[1] - from[1]];
}

function reshaped(
  { vein, sites, index }: Pick<Extract<SelectState, { step: 'reshaping' }>, 'vein' | 'sites' | 'index'>,
  place: Place,
): readonly MapRecord[] {
  return withSites(withPointAt(vein, index, ontoLeg(vein, place.point)), sites);
}

/** A vein of another shape, and its sites put onto it. */
function withSites(vein: Vein, sites: readonly SiteMark[]): readonly MapRecord[] {
  return [vein, ...sites.map((site) => ({ ...site, point: nearestOnVein(vein, site.point).point }))];
}

function released(mayChange: boolean, state: SelectState, scene: ToolScene): Outcome {
  switch (state.step) {
    case 'idle':
      return stay(state);
    case 'moving':
      return only({ type: 'change', label: 'move', to: state.to });
    case 'reshaping':
      return only({ type: 'change', label: 'reshape', to: state.to });
    case 'boxing':
      return only(boxed(state, scene));
    case 'beside':
      return besideClicked(state.press);
    case 'on-point':
      return pointClicked(state, scene);
    case 'on-record':
      return recordClicked(mayChange, state, scene);
    default:
      return assertNever(state);
  }
}

function boxed(state: Extract<SelectState, { step: 'boxing' }>, scene: ToolScene): ToolEffect {
  const inside = scene.recordsIn(state.view, boxAround([state.from, state.to])).map(({ id }) => id);
  const before = state.adds ? scene.selection.map(({ id }) => id) : [];
  return { type: 'select', ids: [...new Set([...before, ...inside])] };
}

function besideClicked(press: PointerTool): Outcome {
  if (press.clicks === 2 && press.place !== null) return only({ type: 'open-view', at: press.place });
  return press.shift ? stay(IDLE) : only({ type: 'select', ids: [] });
}

function pointClicked(
  { vein, index, press }: Extract<SelectState, { step: 'on-point' }>,
  scene: ToolScene,
): Outcome {
  if (press.alt && press.shift) {
    const at = vein.path[index];
    return at === undefined ? stay(IDLE) : only({ type: 'split', id: vein.id, at });
  }
  if (!press.alt && press.clicks !== 2) return stay(IDLE);
  const less = withoutPoint(vein, index);
  return less === null
    ? only({ type: 'refused', why: 'fewest-points' })
    : only({ type: 'change', label: 'remove-point', to: withSites(less, scene.tiedSites()) });
}

function recordClicked(
  mayChange: boolean,
  { record, press, fresh }: Extract<SelectState, { step: 'on-record' }>,
  scene: ToolScene,
): Outcome {
  const sole = soleVein(scene);
  if (mayChange && sole?.id === record.id && (press.alt || press.clicks === 2) && fresh !== record.id) {
    if (press.alt && press.shift) return only({ type: 'split', id: sole.id, at: press.place.point });
    if (isOnCourse(sole, press)) {
      const more = withPointAdded(sole, press.place.point);
      return only({ type: 'change', label: 'add-point', to: withSites(more, scene.tiedSites()) });
    }
  }
  if (press.clicks === 2) return only({ type: 'open', id: record.id });
  if (press.shift) return only({ type: 'select', ids: toggled(scene, record.id) });
  const known = scene.selection.some(({ id }) => id === record.id);
  return {
    state: { step: 'idle', fresh: known ? null : record.id },
    effects: [{ type: 'select', ids: [record.id] }],
  };
}

function isOnCourse(vein: Vein, { place, pxPerMm }: PlacedPress): boolean {
  return nearestOnPath(drawnPath(vein), place.point).distance * pxPerMm <= COURSE_PX;
}

function toggled({ selection }: ToolScene, id: RecordId): readonly RecordId[] {
  const ids = selection.map((record) => record.id);
  return ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id];
}
