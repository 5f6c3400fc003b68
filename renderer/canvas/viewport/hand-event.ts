import type { Point } from '../../../shared/geometry/point.ts';

/** What a mouse, a pen or a finger did over the canvas, as plain data. */
export interface HandEvent {
  readonly type: 'down' | 'move' | 'up' | 'cancel';
  /** Which finger, pen or mouse it is, for as long as it is down. */
  readonly id: number;
  readonly pointer: 'mouse' | 'pen' | 'touch';
  /** 0: the main button, or a touch; 1: the middle one. */
  readonly button: number;
  /** In pixels of the canvas. */
  readonly at: Point;
  /** The longer side of the contact, in pixels: what is large is a palm. */
  readonly sizePx: number;
  readonly timeMs: number;
  readonly shift: boolean;
  readonly alt: boolean;
}

/** A turn of the wheel, or two fingers on a trackpad. */
export interface WheelTurn {
  readonly at: Point;
  /** Enlarges by this. */
  readonly factor: number;
}

interface HandListener {
  /** The element takes the focus when it is pressed. */
  readonly takesFocus: boolean;
  readonly onHand: (event: HandEvent) => void;
  readonly onWheel: (turn: WheelTurn) => void;
  /** A turn of the wheel without Ctrl (on a Mac: command) is left to the page, which scrolls. */
  readonly leavesWheel?: boolean;
  /** Asks for every place between two frames, for a line that follows a fast hand. */
  readonly wantsAllPlaces: () => boolean;
}

const TYPES = {
  pointerdown: 'down',
  pointermove: 'move',
  pointerup: 'up',
  pointercancel: 'cancel',
} as const;

/** Listens to everything that a hand does over an element, and holds on to a pointer that is down. Gives what ends it. */
export function listenToHand(element: HTMLElement, listener: HandListener): () => void {
  const { signal, abort } = stopper();
  const placeOf = (event: MouseEvent): Point => {
    const box = element.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  const report = (type: HandEvent['type']) => (event: PointerEvent) => {
    if (type === 'down') {
      if (event.button > 1) return;
      if (listener.takesFocus) element.focus({ preventScroll: true });
      // The middle button would scroll the page; a tap would take the focus once more, after what it has opened.
      if (event.button === 1 || (listener.takesFocus && event.pointerType === 'touch'))
        event.preventDefault();
      element.setPointerCapture(event.pointerId);
    }
    const parts = type === 'move' && listener.wantsAllPlaces() ? event.getCoalescedEvents() : [];
    for (const part of parts.length === 0 ? [event] : parts)
      listener.onHand(handEventOf(type, part, placeOf(part)));
  };
  for (const name of ['pointerdown', 'pointermove', 'pointerup', 'pointercancel'] as const)
    element.addEventListener(name, report(TYPES[name]), { signal });
  // A finger or a pen that rests for a moment would open a menu in the middle of a stroke.
  element.addEventListener(
    'contextmenu',
    (event) => {
      event.preventDefault();
    },
    { signal },
  );
  element.addEventListener(
    'wheel',
    (event) => {
      if (listener.leavesWheel === true && !event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      listener.onWheel({ at: placeOf(event), factor: wheelFactor(event) });
    },
    { passive: false, signal },
  );
  return abort;
}

function stopper(): { readonly signal: AbortSignal; readonly abort: () => void } {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}

function handEventOf(type: HandEvent['type'], event: PointerEvent, at: Point): HandEvent {
  const pointer = event.pointerType === 'pen' || event.pointerType === 'touch' ? event.pointerType : 'mouse';
  return {
    type,
    id: event.pointerId,
    pointer,
    button: event.button,
    at,
    sizePx: Math.max(event.width, event.height),
    timeMs: event.timeStamp,
    shift: event.shiftKey,
    alt: event.altKey,
  };
}

/** Browsers report two fingers that spread on a trackpad as a wheel with Ctrl, in much smaller steps. */
function wheelFactor({ deltaY, ctrlKey }: WheelEvent): number {
  return Math.exp(-deltaY * (ctrlKey ? 0.01 : 0.0015));
}
