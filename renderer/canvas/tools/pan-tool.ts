import type { Point } from '../../../shared/geometry/point.ts';
import { NO_PREVIEW, type Tool } from './tool.ts';

export interface PanState {
  /** Where the pointer was last; null while the button is up. */
  readonly last: Point | null;
}

const PAN_IDLE: PanState = { last: null };

/** Moves what is seen. Never changes the map. */
export const PAN_TOOL: Tool<PanState> = {
  idle: PAN_IDLE,
  isBusy: ({ last }) => last !== null,
  step: (state, event) => {
    if (event.type === 'down') return { state: { last: event.screen }, effects: [] };
    if (event.type !== 'move' || state.last === null) {
      return { state: event.type === 'move' ? state : PAN_IDLE, effects: [] };
    }
    const by: Point = [event.screen[0] - state.last[0], event.screen[1] - state.last[1]];
    return { state: { last: event.screen }, effects: [{ type: 'pan', by }] };
  },
  preview: () => NO_PREVIEW,
  heldView: () => null,
};
