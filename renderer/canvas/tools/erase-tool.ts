import type { RecordId } from '../../../shared/document/map-document.ts';
import { NO_PREVIEW, type Tool } from './tool.ts';

export interface EraseState {
  /** What was touched since the button went down; null between gestures. */
  readonly touched: readonly RecordId[] | null;
}

const IDLE: EraseState = { touched: null };

/** Takes away what the hand goes over; nothing is gone before the button is up, and Escape takes it back. */
export const ERASE_TOOL: Tool<EraseState> = {
  idle: IDLE,
  isBusy: ({ touched }) => touched !== null,
  step: (state, event, scene) => {
    if (!('place' in event)) {
      const goesOn = event.type === 'enter' || event.type === 'back';
      return { state: goesOn ? state : IDLE, effects: [] };
    }
    const before = event.type === 'down' ? [] : state.touched;
    if (before === null) return { state, effects: [] };
    const under = event.place === null ? null : scene.recordAt(event.place);
    const touched = under === null || before.includes(under.id) ? before : [...before, under.id];
    if (event.type !== 'up') return { state: { touched }, effects: [] };
    return { state: IDLE, effects: touched.length === 0 ? [] : [{ type: 'erase', ids: touched }] };
  },
  preview: ({ touched }) => (touched === null ? NO_PREVIEW : { ...NO_PREVIEW, erased: touched }),
  heldView: () => null,
};
