import { ontoLeg } from '../../../shared/domain/leg-map/views.ts';
import type { PointMm, Vein } from '../../../shared/domain/leg-map/vein.ts';
import { moveVein } from '../../../shared/domain/leg-map/change-vein.ts';
import type { Point } from '../../../shared/geometry/point.ts';
import { isVein } from '../../../shared/document/map-document.ts';
import { assertNever } from '../../../shared/kernel/assert-never.ts';
import {
  farApart,
  NO_PREVIEW,
  soleVein,
  type PointerTool,
  type Tool,
  type ToolEffect,
  type ToolEvent,
  type ToolScene,
} from './tool.ts';

export type SelectState =
  | { readonly step: 'idle' }
  /** Down on a vein: a click, or, if it was selected before, perhaps the start of a move. */
  | {
      readonly step: 'on-vein';
      readonly vein: Vein;
      readonly movable: boolean;
      readonly from: PointMm;
      readonly screen: Point;
    }
  | { readonly step: 'beside'; readonly screen: Point }
  | { readonly step: 'moving'; readonly vein: Vein; readonly from: PointMm; readonly to: Vein }
  | {
      readonly step: 'reshaping';
      readonly vein: Vein;
      readonly index: number;
      readonly screen: Point;
      readonly to: Vein;
    };

const IDLE: SelectState = { step: 'idle' };

interface Outcome {
  readonly state: SelectState;
  readonly effects: readonly ToolEffect[];
}

/** Selects by a click; moves a vein that was selected before, or one of its points. A first press never moves anything. */
export function selectTool(mayChange: boolean): Tool<SelectState> {
  return {
    idle: IDLE,
    step: (state, event, scene) => step(mayChange, state, event, scene),
    preview: (state) =>
      state.step === 'moving' || state.step === 'reshaping'
        ? { ...NO_PREVIEW, changed: [state.to] }
        : NO_PREVIEW,
    heldView: (state) => ('vein' in state ? state.vein : null),
  };
}

function step(mayChange: boolean, state: SelectState, event: ToolEvent, scene: ToolScene): Outcome {
  switch (event.type) {
    case 'escape':
      return state.step === 'idle'
        ? { state, effects: [{ type: 'select', ids: [] }] }
        : { state: IDLE, effects: [] };
    case 'cancel':
      return { state: IDLE, effects: [] };
    case 'enter':
      return { state, effects: [] };
    case 'down':
      return { state: pressed(mayChange, event, scene), effects: [] };
    case 'move':
      return { state: moved(state, event), effects: [] };
    case 'up':
      return released(state);
    default:
      return assertNever(event);
  }
}

function pressed(mayChange: boolean, { place, screen }: PointerTool, scene: ToolScene): SelectState {
  if (place === null) return { step: 'beside', screen };
  const selected = soleVein(scene);
  const index = mayChange && selected !== null ? scene.handleAt(place) : null;
  if (selected !== null && index !== null) {
    return { step: 'reshaping', vein: selected, index, screen, to: selected };
  }
  const vein = scene.recordAt(place);
  if (vein === null || !isVein(vein)) return { step: 'beside', screen };
  return { step: 'on-vein', vein, movable: mayChange && vein.id === selected?.id, from: place.point, screen };
}

function moved(state: SelectState, { place, screen }: PointerTool): SelectState {
  if (place === null) return state;
  if (state.step === 'on-vein') {
    if (!state.movable || !farApart(screen, state.screen)) return state;
    return {
      step: 'moving',
      vein: state.vein,
      from: state.from,
      to: shiftedTo(state.vein, state.from, place.point),
    };
  }
  if (state.step === 'moving') return { ...state, to: shiftedTo(state.vein, state.from, place.point) };
  if (state.step === 'reshaping' && (state.to !== state.vein || farApart(screen, state.screen))) {
    const point = ontoLeg(state.vein, place.point);
    const path = state.vein.path.map((old, index) => (index === state.index ? point : old));
    return { ...state, to: { ...state.vein, path } };
  }
  return state;
}

function shiftedTo(vein: Vein, from: PointMm, to: PointMm): Vein {
  return moveVein(vein, [to[0] - from[0], to[1] - from[1]]);
}

function released(state: SelectState): Outcome {
  if (state.step === 'on-vein') return { state: IDLE, effects: [{ type: 'select', ids: [state.vein.id] }] };
  if (state.step === 'beside') return { state: IDLE, effects: [{ type: 'select', ids: [] }] };
  if (state.step === 'moving' && state.to !== state.vein) {
    return { state: IDLE, effects: [{ type: 'change', label: 'move', to: [state.to] }] };
  }
  if (state.step === 'reshaping' && state.to !== state.vein) {
    return { state: IDLE, effects: [{ type: 'change', label: 'reshape', to: [state.to] }] };
  }
  return { state: IDLE, effects: [] };
}
