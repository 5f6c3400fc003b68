import type { VeinId } from '../../../shared/kernel/ids.ts';
import { NO_PREVIEW, type Tool } from './tool.ts';

export interface EraseState {
  /** Veins touched since the button went down; null between gestures. */
  readonly touched: readonly VeinId[] | null;
}

const IDLE: EraseState = { touched: null };

/** Takes veins away that the hand goes over; nothing is gone before the button is up, and Escape takes it back. */
export const ERASE_TOOL: Tool<EraseState> = {
  idle: IDLE,
  step: (state, event, scene) => {
    if (!('place' in event)) return { state: event.type === 'enter' ? state : IDLE, effects: [] };
    const before = event.type === 'down' ? [] : state.touched;
    if (before === null) return { state, effects: [] };
    const vein = event.place === null ? null : scene.veinAt(event.place);
    const touched = vein === null || before.includes(vein.id) ? before : [...before, vein.id];
    if (event.type !== 'up') return { state: { touched }, effects: [] };
    return { state: IDLE, effects: touched.length === 0 ? [] : [{ type: 'erase', ids: touched }] };
  },
  preview: ({ touched }) => (touched === null ? NO_PREVIEW : { ...NO_PREVIEW, erased: touched }),
  heldView: () => null,
};
