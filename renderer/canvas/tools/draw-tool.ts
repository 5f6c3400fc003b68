import { ontoLeg } from '../../../shared/domain/leg-map/views.ts';
import type { LegView, PointMm } from '../../../shared/domain/leg-map/vein.ts';
import { pathLength } from '../../../shared/geometry/polyline.ts';
import { polygonArea } from '../../../shared/geometry/polygon.ts';
import { steadied } from '../../../shared/geometry/smooth.ts';
import type { Point } from '../../../shared/geometry/point.ts';
import { assertNever } from '../../../shared/kernel/assert-never.ts';
import {
  farApart,
  NO_PREVIEW,
  soleVein,
  type Place,
  type PointerTool,
  type Tool,
  type ToolEffect,
  type ToolEvent,
  type ToolScene,
} from './tool.ts';

/** What is being drawn. */
export type DrawMode = 'line' | 'web' | 'branch';

export type DrawState =
  | { readonly step: 'idle' }
  /** The button went down beside the leg: nothing comes of it. */
  | { readonly step: 'missed' }
  /** The button is down and has hardly moved: a click or the start of a stroke. */
  | {
      readonly step: 'pressing';
      readonly view: LegView;
      readonly points: readonly PointMm[];
      readonly from: Point;
    }
  /** Drawn with the button held. */
  | { readonly step: 'stroking'; readonly view: LegView; readonly points: readonly PointMm[] }
  /** Point after point by clicks; `hover` follows the pointer. */
  | {
      readonly step: 'clicking';
      readonly view: LegView;
      readonly points: readonly PointMm[];
      readonly hover: PointMm | null;
      readonly last: Point;
    };

const IDLE: DrawState = { step: 'idle' };
const MISSED: DrawState = { step: 'missed' };
/** A stroke may begin this far beside the leg. */
const START_REACH_MM = 8;
const LEAST_LENGTH_MM = 3;
const LEAST_AREA_MM2 = 12;

/** Draws a line, the outline of a web, or a branch of the selected line: by one stroke, or click by click and Enter. */
export function drawTool(mode: DrawMode): Tool<DrawState> {
  return {
    idle: IDLE,
    step: (state, event, scene) => step(mode, state, event, scene),
    preview: (state) => {
      if (!isDrawing(state)) return NO_PREVIEW;
      const hover = state.step === 'clicking' && state.hover !== null ? [state.hover] : [];
      const stroke = { view: state.view, points: [...state.points, ...hover], closed: mode === 'web' };
      return { ...NO_PREVIEW, stroke };
    },
    heldView: (state) => (isDrawing(state) ? state.view : null),
  };
}

function isDrawing(state: DrawState): state is Exclude<DrawState, { step: 'idle' | 'missed' }> {
  return state.step !== 'idle' && state.step !== 'missed';
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
      return state.step === 'clicking' ? finished(mode, state.view, state.points, scene) : stay(state);
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

function down(mode: DrawMode, state: DrawState, event: PointerTool, scene: ToolScene): Outcome {
  if (event.place === null) return stay(isDrawing(state) ? state : MISSED);
  if (state.step === 'clicking') {
    const again = !farApart(event.screen, state.last);
    if (again) return finished(mode, state.view, state.points, scene);
    const point = ontoLeg(state.view, event.place.point);
    return stay({ ...state, points: [...state.points, point], hover: null, last: event.screen });
  }
  if (!isByLeg(event.place)) return stay(MISSED);
  if (mode === 'branch' && !isOfSelected(event.place, scene)) return stay(IDLE);
  const point = ontoLeg(event.place.view, event.place.point);
  return stay({ step: 'pressing', view: event.place.view, points: [point], from: event.screen });
}

/** On the leg, or so near that a stroke may begin there. */
function isByLeg({ view, point }: Place): boolean {
  const [x, y] = ontoLeg(view, point);
  return Math.hypot(x - point[0], y - point[1]) <= START_REACH_MM;
}

/** A branch begins only on the view of the selected line. */
function isOfSelected({ view }: Place, scene: ToolScene): boolean {
  const selected = soleVein(scene);
  return selected?.pattern === 'line' && selected.leg === view.leg && selected.aspect === view.aspect;
}

function moved(state: DrawState, event: PointerTool): DrawState {
  if (!isDrawing(state) || event.place === null) return state;
  const point = ontoLeg(state.view, event.place.point);
  if (state.step === 'clicking') return { ...state, hover: point };
  if (state.step === 'pressing' && !farApart(event.screen, state.from)) return state;
  return { step: 'stroking', view: state.view, points: [...state.points, point] };
}

function up(mode: DrawMode, state: DrawState, event: PointerTool, scene: ToolScene): Outcome {
  if (state.step === 'missed') return { state: IDLE, effects: [{ type: 'nothing-drawn' }] };
  if (state.step === 'stroking') return finished(mode, state.view, state.points, scene);
  if (state.step !== 'pressing') return stay(state);
  return stay({ step: 'clicking', view: state.view, points: state.points, hover: null, last: event.screen });
}

/** Ends a gesture: too short a stroke, or too small a web, is a slip of the hand and draws nothing. */
function finished(mode: DrawMode, view: LegView, points: readonly PointMm[], scene: ToolScene): Outcome {
  const path = keptPath(mode === 'web' ? [...points, ...points.slice(0, 1)] : points, points.length > 12);
  const open = mode === 'web' ? path.slice(0, -1) : path;
  const large =
    mode === 'web'
      ? open.length >= 3 && polygonArea(open) >= LEAST_AREA_MM2
      : pathLength(open) >= LEAST_LENGTH_MM;
  if (!large || open.length < 2) return stay(IDLE);
  if (mode !== 'branch') return { state: IDLE, effects: [{ type: 'draw', pattern: mode, view, path: open }] };
  const selected = soleVein(scene);
  return { state: IDLE, effects: selected === null ? [] : [{ type: 'branch', id: selected.id, path: open }] };
}

/** Clicked points are kept as they are; a stroke loses its trembling. In hundredths of a millimetre. */
function keptPath(points: readonly PointMm[], stroke: boolean): readonly PointMm[] {
  const kept = stroke ? steadied(points, { tremorMm: 4, toleranceMm: 0.2 }) : points;
  return kept.map(([x, y]): PointMm => [Math.round(x * 100) / 100, Math.round(y * 100) / 100]);
}
