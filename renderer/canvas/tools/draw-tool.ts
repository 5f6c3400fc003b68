import { keptPoint } from '../../../shared/domain/leg-map/change-vein.ts';
import { ontoLeg } from '../../../shared/domain/leg-map/views.ts';
import type { LegView, PointMm } from '../../../shared/domain/leg-map/vein.ts';
import { pathLength } from '../../../shared/geometry/polyline.ts';
import { polygonArea } from '../../../shared/geometry/polygon.ts';
import { steadied } from '../../../shared/geometry/smooth.ts';
import type { Point } from '../../../shared/geometry/point.ts';
import { assertNever } from '../../../shared/kernel/assert-never.ts';
import { legUnder } from './leg-under.ts';
import {
  farApart,
  NO_PREVIEW,
  soleVein,
  type PointerTool,
  type Tool,
  type ToolEffect,
  type ToolEvent,
  type ToolPreview,
  type ToolRefusal,
  type ToolScene,
} from './tool.ts';

/** What is being drawn. */
export type DrawMode = 'line' | 'web' | 'branch';

/** What was drawn so far. */
interface Draft {
  readonly view: LegView;
  readonly points: readonly PointMm[];
  /** How large a millimetre is on the screen: the hand trembles there. */
  readonly pxPerMm: number;
}

export type DrawState =
  | { readonly step: 'idle' }
  /** The button went down where nothing can begin: nothing comes of it. */
  | { readonly step: 'missed'; readonly why: ToolRefusal }
  /** The button is down and has hardly moved: a click or the start of a stroke. */
  | (Draft & { readonly step: 'pressing'; readonly from: Point })
  /** Drawn with the button held. */
  | (Draft & { readonly step: 'stroking' })
  /** Point after point by clicks; `hover` follows the pointer, `last` is where the last one was clicked. */
  | (Draft & { readonly step: 'clicking'; readonly hover: PointMm | null; readonly last: Point | null });

const IDLE: DrawState = { step: 'idle' };

/** Draws a line, the outline of a web, or a branch of the selected line: by one stroke, or click by click and Enter. */
export function drawTool(mode: DrawMode): Tool<DrawState> {
  return {
    idle: IDLE,
    isBusy: ({ step: name }) => name !== 'idle',
    step: (state, event, scene) => step(mode, state, event, scene),
    preview: (state) => (isDrawing(state) ? previewOf(mode, state) : NO_PREVIEW),
    heldView: (state) => (isDrawing(state) ? state.view : null),
  };
}

type Drawing = Exclude<DrawState, { step: 'idle' | 'missed' }>;

function isDrawing(state: DrawState): state is Drawing {
  return state.step !== 'idle' && state.step !== 'missed';
}

/** The stroke as it will be kept, but for the last thinning out. */
function previewOf(mode: DrawMode, state: Drawing): ToolPreview {
  const { view, points } = state;
  const closed = mode === 'web';
  if (state.step === 'stroking') {
    const calm = steadied(points, { tremorMm: tremorOf(state), toleranceMm: 0 });
    return { ...NO_PREVIEW, stroke: { view, points: calm, closed, clicked: 0 } };
  }
  const hover = state.step === 'clicking' && state.hover !== null ? [state.hover] : [];
  const stroke = { view, points: [...points, ...hover], closed, clicked: points.length };
  return { ...NO_PREVIEW, stroke };
}

interface Outcome {
  readonly state: DrawState;
  readonly effects: readonly ToolEffect[];
}

const stay = (state: DrawState): Outcome => ({ state, effects: [] });

function step(mode: DrawMode, state: DrawState, event: ToolEvent, scene: ToolScene): Outcome {
  switch (event.type) {
    case 'escape':
    case 'cancel':
      return stay(IDLE);
    case 'enter':
      return state.step === 'clicking' ? finished(mode, state, scene) : stay(state);
    case 'back':
      return stay(state.step === 'clicking' ? takenBack(state) : state);
    case 'down':
      return down(mode, state, event, scene);
    case 'move':
      return stay(moved(state, event));
    case 'up':
      return up(mode, state, event, scene);
    default:
      return assertNever(event);
  }
}

function takenBack(state: Extract<DrawState, { step: 'clicking' }>): DrawState {
  const points = state.points.slice(0, -1);
  return points.length === 0 ? IDLE : { ...state, points, last: null };
}

function down(mode: DrawMode, state: DrawState, event: PointerTool, scene: ToolScene): Outcome {
  const { place, pxPerMm, screen } = event;
  if (state.step === 'clicking') {
    if (place === null) return stay(state);
    const again = state.last !== null && (event.clicks >= 2 || !farApart(screen, state.last));
    if (again) return finished(mode, state, scene);
    const points = [...state.points, ontoLeg(state.view, place.point)];
    return stay({ ...state, points, pxPerMm, hover: null, last: screen });
  }
  const start = place === null ? null : legUnder(place);
  if (place === null || start === null) return stay({ step: 'missed', why: 'beside-leg' });
  const why = mode === 'branch' ? noBranch(place.view, scene) : null;
  if (why !== null) return stay({ step: 'missed', why });
  return stay({ step: 'pressing', view: place.view, points: [start], pxPerMm, from: screen });
}

/** Why no branch can begin on a view: it belongs to the selected line, on the view of that line. */
function noBranch(view: LegView, scene: ToolScene): ToolRefusal | null {
  const selected = soleVein(scene);
  if (selected?.pattern !== 'line') return 'branch-needs-line';
  return selected.leg === view.leg && selected.aspect === view.aspect ? null : 'branch-elsewhere';
}

function moved(state: DrawState, event: PointerTool): DrawState {
  if (!isDrawing(state) || event.place === null) return state;
  const point = ontoLeg(state.view, event.place.point);
  if (state.step === 'clicking') return { ...state, hover: point };
  if (state.step === 'pressing' && !farApart(event.screen, state.from)) return state;
  const { view, pxPerMm } = state;
  return { step: 'stroking', view, pxPerMm, points: [...state.points, point] };
}

function up(mode: DrawMode, state: DrawState, event: PointerTool, scene: ToolScene): Outcome {
  if (state.step === 'missed') return { state: IDLE, effects: [{ type: 'refused', why: state.why }] };
  if (state.step === 'stroking') return finished(mode, state, scene);
  if (state.step !== 'pressing') return stay(state);
  const { view, points, pxPerMm } = state;
  return stay({ step: 'clicking', view, points, pxPerMm, hover: null, last: event.screen });
}

/** Ends a gesture: too short a stroke, or too small a web, is a slip of the hand and draws nothing. */
function finished(mode: DrawMode, draft: Drawing, scene: ToolScene): Outcome {
  const path = keptPath(mode, draft);
  if (isSlip(mode, path, draft)) return stay(IDLE);
  const { view } = draft;
  if (mode !== 'branch') return { state: IDLE, effects: [{ type: 'draw', pattern: mode, view, path }] };
  const selected = soleVein(scene);
  return { state: IDLE, effects: selected === null ? [] : [{ type: 'branch', id: selected.id, path }] };
}

const SLIP_PX = 8;

function isSlip(mode: DrawMode, path: readonly PointMm[], { pxPerMm }: Draft): boolean {
  if (mode !== 'web') return path.length < 2 || pathLength(path) < Math.min(3, SLIP_PX / pxPerMm);
  return path.length < 3 || polygonArea(path) < Math.min(12, (SLIP_PX / pxPerMm) ** 2);
}

/** A hand trembles by about three pixels, however far it is zoomed in; never taken for more than 4 mm. */
function tremorOf({ pxPerMm }: Draft): number {
  return Math.min(4, 3 / pxPerMm);
}

/** What lies closer to the kept path than this is left out of it: what nobody sees, and at most 0.2 mm. */
function toleranceOf({ pxPerMm }: Draft): number {
  return Math.min(0.2, 0.5 / pxPerMm);
}

/** Clicked points are kept as they are; a stroke loses its trembling. The outline of a web is left open. */
function keptPath(mode: DrawMode, draft: Drawing): readonly PointMm[] {
  if (draft.step !== 'stroking') return draft.points;
  const drawn = mode === 'web' ? [...draft.points, ...draft.points.slice(0, 1)] : draft.points;
  const calm = steadied(drawn, { tremorMm: tremorOf(draft), toleranceMm: toleranceOf(draft) });
  return (mode === 'web' ? calm.slice(0, -1) : calm).map(keptPoint);
}
