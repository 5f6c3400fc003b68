import type { Vein } from '../../../shared/domain/leg-map/vein.ts';
import type { Place, PointerTool, Tool, ToolEffect, ToolPreview, ToolScene } from './tool.ts';
import { NO_PREVIEW } from './tool.ts';
import { veinUnder, type VeinUnder } from './vein-under.ts';

export type FeederState =
  | { readonly step: 'idle' }
  /** The button went down beside every vein: nothing comes of it. */
  | { readonly step: 'missed' }
  | {
      readonly step: 'linking';
      readonly vein: Vein;
      readonly from: Place;
      readonly to: Place;
      /** The vein under the hand. */
      readonly feeder: Vein | null;
    };

const IDLE: FeederState = { step: 'idle' };

/** Gives a vein its feeder: a drag from the vein to the one that feeds it, be it on another view of the leg. */
export const FEEDER_TOOL: Tool<FeederState> = {
  idle: IDLE,
  isBusy: ({ step }) => step !== 'idle',
  step: (state, event, scene) => {
    switch (event.type) {
      case 'down':
        return { state: begun(event, scene), effects: [] };
      case 'move':
        return { state: followed(state, event, scene), effects: [] };
      case 'up':
        return { state: IDLE, effects: ended(state) };
      case 'enter':
      case 'back':
        return { state, effects: [] };
      case 'escape':
      case 'cancel':
        return { state: IDLE, effects: [] };
    }
  },
  preview: linkOf,
  heldView: () => null,
};

function begun(event: PointerTool, scene: ToolScene): FeederState {
  const under = underHand(event, scene);
  if (event.place === null || under === null) return { step: 'missed' };
  const from = { view: event.place.view, point: under.point };
  return { step: 'linking', vein: under.vein, from, to: from, feeder: null };
}

function followed(state: FeederState, event: PointerTool, scene: ToolScene): FeederState {
  if (state.step !== 'linking' || event.place === null) return state;
  const under = underHand(event, scene);
  const other = under?.vein.id === state.vein.id ? null : under;
  const to = other === null ? event.place : { view: event.place.view, point: other.point };
  return { ...state, to, feeder: other?.vein ?? null };
}

function underHand(event: PointerTool, scene: ToolScene): VeinUnder | null {
  return event.place === null ? null : veinUnder(event.place, event, scene);
}

/** A click on a vein that goes nowhere says nothing. */
function ended(state: FeederState): readonly ToolEffect[] {
  if (state.step === 'idle') return [];
  if (state.step === 'missed') return [{ type: 'refused', why: 'feeder-from-nothing' }];
  if (state.feeder !== null) return [{ type: 'feed', id: state.vein.id, feederId: state.feeder.id }];
  return state.to === state.from ? [] : [{ type: 'refused', why: 'feeder-to-nothing' }];
}

function linkOf(state: FeederState): ToolPreview {
  if (state.step !== 'linking') return NO_PREVIEW;
  const { from, to, feeder } = state;
  return { ...NO_PREVIEW, link: { from, to, feederId: feeder?.id ?? null } };
}
