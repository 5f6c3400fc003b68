import type { PointMm } from '../../../shared/domain/leg-map/vein.ts';
import { ontoLeg } from '../../../shared/domain/leg-map/views.ts';
import type { VeinId } from '../../../shared/kernel/ids.ts';
import { legUnder } from './leg-under.ts';
import {
  NO_PREVIEW,
  type Place,
  type PointerTool,
  type Tool,
  type ToolEffect,
  type ToolScene,
} from './tool.ts';
import { veinUnder } from './vein-under.ts';

/** Where the mark will stand when the hand lets go; null point: beside the leg. */
export interface PinState {
  readonly step: 'idle' | 'pressing';
  readonly at: Place | null;
  readonly veinId: VeinId | null;
}

const IDLE: PinState = { step: 'idle', at: null, veinId: null };
const MISSED: PinState = { step: 'pressing', at: null, veinId: null };

/** Puts an injection site or a note where the hand lets go. A site is tied to the vein within reach, its point put onto it. */
export function pinTool(mark: 'site' | 'note'): Tool<PinState> {
  return {
    idle: IDLE,
    isBusy: ({ step }) => step !== 'idle',
    step: (state, event, scene) => {
      switch (event.type) {
        case 'down':
          return { state: pinned(mark, event, scene), effects: [] };
        case 'move':
          return { state: followed(mark, state, event, scene), effects: [] };
        case 'up':
          return { state: IDLE, effects: state.step === 'idle' ? [] : [effectOf(mark, state)] };
        case 'enter':
        case 'back':
          return { state, effects: [] };
        case 'escape':
        case 'cancel':
          return { state: IDLE, effects: [] };
      }
    },
    preview: ({ at }) => (at === null ? NO_PREVIEW : { ...NO_PREVIEW, pin: { mark, at } }),
    heldView: ({ at }) => at?.view ?? null,
  };
}

function followed(mark: 'site' | 'note', state: PinState, event: PointerTool, scene: ToolScene): PinState {
  if (state.at === null || event.place === null) return state;
  const { view } = state.at;
  return stuck(mark, { view, point: ontoLeg(view, event.place.point) }, event, scene);
}

function pinned(mark: 'site' | 'note', event: PointerTool, scene: ToolScene): PinState {
  const point: PointMm | null = event.place === null ? null : legUnder(event.place);
  if (event.place === null || point === null) return MISSED;
  return stuck(mark, { view: event.place.view, point }, event, scene);
}

/** A site sticks to the vein within reach; a note stays where it is put. */
function stuck(mark: 'site' | 'note', at: Place, event: PointerTool, scene: ToolScene): PinState {
  const under = mark === 'site' ? veinUnder(at, event, scene) : null;
  return {
    step: 'pressing',
    at: under === null ? at : { view: at.view, point: under.point },
    veinId: under?.vein.id ?? null,
  };
}

function effectOf(mark: 'site' | 'note', { at, veinId }: PinState): ToolEffect {
  if (at === null) return { type: 'refused', why: 'beside-leg' };
  return mark === 'site' ? { type: 'site', at, veinId } : { type: 'note', at };
}
