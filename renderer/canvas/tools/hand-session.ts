import type { Point } from '../../../shared/geometry/point.ts';
import type { HandEvent } from '../viewport/hand-event.ts';
import { CLICK_PX, farApart } from './tool.ts';

/** Whether fingers draw. `auto`: until a pen has touched; then they move and zoom what is seen. */
export const PEN_MODES = ['auto', 'on', 'off'] as const;
export type PenMode = (typeof PEN_MODES)[number];

export interface HandRules {
  readonly penMode: PenMode;
  /** A pen has touched since the map was opened. */
  readonly penSeen: boolean;
  /** The space bar is held: whatever is dragged moves what is seen. */
  readonly panning: boolean;
}

/** What comes of an event: something for the tool, or for what is seen. */
export type HandAct =
  | {
      readonly type: 'tool';
      readonly press: 'down' | 'move' | 'up';
      readonly pointer: HandEvent['pointer'];
      readonly at: Point;
      readonly shift: boolean;
      readonly alt: boolean;
      readonly clicks: number;
    }
  /** The gesture under way is taken back. */
  | { readonly type: 'cancel' }
  | { readonly type: 'pan'; readonly by: Point }
  /** One of two fingers moved, the other rests. */
  | { readonly type: 'pinch'; readonly before: Point; readonly at: Point; readonly other: Point };

interface Press {
  readonly at: Point;
  readonly timeMs: number;
  readonly pointer: HandEvent['pointer'];
  readonly count: number;
}

/** Which fingers are down, and what they do. A value. */
export interface HandSession {
  /** Where each pointer that counts was last. */
  readonly down: ReadonlyMap<number, Point>;
  /** Who draws, if anybody; everybody else changes what is seen. */
  readonly drawing: { readonly id: number; readonly pointer: HandEvent['pointer'] } | null;
  readonly penDown: boolean;
  /** When a pen was last seen, be it above the glass; null: never. */
  readonly penSeenMs: number | null;
  readonly press: Press | null;
}

export const HANDS_OFF: HandSession = {
  down: new Map(),
  drawing: null,
  penDown: false,
  penSeenMs: null,
  press: null,
};

/** A contact larger than this is a palm. */
export const PALM_PX = 40;
/** A finger that comes so soon after the pen is a palm. */
export const PALM_MS = 500;
const DOUBLE_CLICK_MS = 400;
const DOUBLE_CLICK_PX: Readonly<Record<HandEvent['pointer'], number>> = { mouse: 5, pen: 9, touch: 16 };

interface Outcome {
  readonly session: HandSession;
  readonly acts: readonly HandAct[];
}

/**
 * What an event means. The pen goes before fingers; palms are not there at all; in pen mode fingers never draw; a second finger
 * takes back what the first one began and zooms; the middle button and the held space bar only move what is seen.
 */
export function handStep(session: HandSession, event: HandEvent, rules: HandRules): Outcome {
  const seen =
    event.pointer === 'pen' && event.type !== 'cancel' ? { ...session, penSeenMs: event.timeMs } : session;
  switch (event.type) {
    case 'down':
      return pressed(seen, event, rules);
    case 'move':
      return moved(seen, event);
    case 'up':
    case 'cancel':
      return released(seen, event);
  }
}

function pressed(session: HandSession, event: HandEvent, rules: HandRules): Outcome {
  if (event.pointer === 'pen') return penPressed(session, event, rules);
  if (event.pointer === 'touch' && isPalm(session, event)) return { session, acts: [] };
  const down = new Map(session.down).set(event.id, event.at);
  if (session.down.size > 0) {
    return { session: { ...session, down, drawing: null, press: null }, acts: takenBack(session) };
  }
  const draws = !rules.panning && event.button === 0 && (event.pointer === 'mouse' || fingersDraw(rules));
  return draws ? begun({ ...session, down }, event) : { session: { ...session, down }, acts: [] };
}

/** What a resting hand began before the pen came down was a palm. */
function penPressed(session: HandSession, event: HandEvent, rules: HandRules): Outcome {
  const alone = {
    ...session,
    down: new Map([[event.id, event.at]]),
    drawing: null,
    penDown: true,
  };
  if (rules.panning || event.button !== 0) return { session: alone, acts: takenBack(session) };
  const { session: next, acts } = begun(alone, event);
  return { session: next, acts: [...takenBack(session), ...acts] };
}

function begun(session: HandSession, event: HandEvent): Outcome {
  const press = {
    at: event.at,
    timeMs: event.timeMs,
    pointer: event.pointer,
    count: countOf(session, event),
  };
  const drawing = { id: event.id, pointer: event.pointer };
  return { session: { ...session, drawing, press }, acts: [toolAct('down', event, press.count)] };
}

/** 1, or one more than the press before where that was just now and just here. */
function countOf({ press }: HandSession, { at, timeMs, pointer }: HandEvent): number {
  if (press === null || press.pointer !== pointer) return 1;
  const again = timeMs - press.timeMs <= DOUBLE_CLICK_MS && !farApart(at, press.at, DOUBLE_CLICK_PX[pointer]);
  return again ? press.count + 1 : 1;
}

function fingersDraw({ penMode, penSeen }: HandRules): boolean {
  return penMode === 'off' || (penMode === 'auto' && !penSeen);
}

function isPalm({ penDown, penSeenMs }: HandSession, { sizePx, timeMs }: HandEvent): boolean {
  return penDown || sizePx > PALM_PX || (penSeenMs !== null && timeMs - penSeenMs < PALM_MS);
}

function moved(session: HandSession, event: HandEvent): Outcome {
  const before = session.down.get(event.id);
  if (before === undefined) {
    // A mouse or a pen that hovers; but not while something else is down.
    const hovers = event.pointer !== 'touch' && session.down.size === 0;
    return { session, acts: hovers ? [toolAct('move', event, 0)] : [] };
  }
  if (event.pointer === 'touch' && event.sizePx > PALM_PX) return forgotten(session, event.id);
  const next = { ...session, down: new Map(session.down).set(event.id, event.at) };
  if (session.drawing?.id === event.id) {
    const { press } = session;
    // What was dragged is no first half of a double click.
    const dragged =
      press !== null && farApart(event.at, press.at, Math.max(CLICK_PX, DOUBLE_CLICK_PX[event.pointer]));
    return {
      session: dragged ? { ...next, press: null } : next,
      acts: [toolAct('move', event, press?.count ?? 1)],
    };
  }
  const other = [...session.down].find(([id]) => id !== event.id)?.[1];
  const act: HandAct =
    other === undefined
      ? { type: 'pan', by: [event.at[0] - before[0], event.at[1] - before[1]] }
      : { type: 'pinch', before, at: event.at, other };
  return { session: next, acts: [act] };
}

function released(session: HandSession, event: HandEvent): Outcome {
  const penDown = event.pointer === 'pen' ? false : session.penDown;
  if (!session.down.has(event.id)) return { session: { ...session, penDown }, acts: [] };
  const left = forgotten(session, event.id);
  const draws = session.drawing?.id === event.id;
  const ended = { ...left.session, penDown };
  if (!draws || event.type === 'cancel') return { session: ended, acts: left.acts };
  return { session: ended, acts: [toolAct('up', event, session.press?.count ?? 1)] };
}

/** As if the pointer had never come: what it drew is taken back. */
function forgotten(session: HandSession, id: number): Outcome {
  const down = new Map(session.down);
  down.delete(id);
  const draws = session.drawing?.id === id;
  return {
    session: { ...session, down, drawing: draws ? null : session.drawing },
    acts: draws ? takenBack(session) : [],
  };
}

function takenBack({ drawing }: HandSession): readonly HandAct[] {
  return drawing === null ? [] : [{ type: 'cancel' }];
}

function toolAct(press: 'down' | 'move' | 'up', event: HandEvent, clicks: number): HandAct {
  const { pointer, at, shift, alt } = event;
  return { type: 'tool', press, pointer, at, shift, alt, clicks };
}
