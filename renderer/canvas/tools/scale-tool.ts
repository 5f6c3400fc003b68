import { ontoLeg } from '../../../shared/domain/leg-map/views.ts';
import type { LegView, PointMm } from '../../../shared/domain/leg-map/vein.ts';
import { distance } from '../../../shared/geometry/point.ts';
import { legUnder } from './leg-under.ts';
import { NO_PREVIEW, type Tool } from './tool.ts';

export type ScaleState =
  | { readonly step: 'idle' }
  /** The button went down beside the leg: nothing comes of it. */
  | { readonly step: 'missed' }
  | { readonly step: 'measuring'; readonly view: LegView; readonly from: PointMm; readonly to: PointMm };

const IDLE: ScaleState = { step: 'idle' };
/** A shorter distance would make much of a small slip of the ruler. */
const SHORTEST_MM = 20;

/** A drag between two points of the leg whose distance was measured on the patient. */
export const SCALE_TOOL: Tool<ScaleState> = {
  idle: IDLE,
  isBusy: ({ step }) => step !== 'idle',
  step: (state, event) => {
    if (!('place' in event)) {
      const goesOn = event.type === 'enter' || event.type === 'back';
      return { state: goesOn ? state : IDLE, effects: [] };
    }
    if (event.type === 'down') {
      const from = event.place === null ? null : legUnder(event.place);
      if (event.place === null || from === null) return { state: { step: 'missed' }, effects: [] };
      return { state: { step: 'measuring', view: event.place.view, from, to: from }, effects: [] };
    }
    if (state.step === 'missed' && event.type === 'up')
      return { state: IDLE, effects: [{ type: 'refused', why: 'beside-leg' }] };
    if (state.step !== 'measuring') return { state, effects: [] };
    const to = event.place === null ? state.to : ontoLeg(state.view, event.place.point);
    if (event.type === 'move') return { state: { ...state, to }, effects: [] };
    if (distance(state.from, to) < SHORTEST_MM)
      return { state: IDLE, effects: [{ type: 'refused', why: 'too-short-to-measure' }] };
    return { state: IDLE, effects: [{ type: 'measure', view: state.view, from: state.from, to }] };
  },
  preview: (state) =>
    state.step === 'measuring'
      ? { ...NO_PREVIEW, measure: { view: state.view, from: state.from, to: state.to } }
      : NO_PREVIEW,
  heldView: (state) => (state.step === 'measuring' ? state.view : null),
};
