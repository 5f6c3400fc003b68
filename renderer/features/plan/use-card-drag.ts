import { useEffect, useState, type MouseEvent, type PointerEvent } from 'react';

/** Where a card is dropped: a session's number, or null for "not planned". */
export type DropTarget = number | null;

export interface Drag {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  /** Undefined: over no column. */
  readonly over: DropTarget | undefined;
}

interface Press {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly pointerId: number;
}

/** What a card listens to so that it can be dragged. */
export interface DragHandlers {
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerUp: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerCancel: () => void;
  readonly onClickCapture: (event: MouseEvent<HTMLElement>) => void;
}

/** Farther than a hand trembles. */
const THRESHOLD_PX = 6;
/** So near to an edge the columns follow the hand, by so much in each frame. */
const EDGE_PX = 56;
const STEP_PX = 14;

/**
 * Drags cards with mouse, pen and touch. The columns carry `data-drop`, what scrolls sideways under a dragged card `data-drag-scroll`;
 * a press that does not move is a click. Escape, or the loss of the pointer, leaves everything as it was. `handlersOf` stays the same.
 */
export function useCardDrag(onDrop: (key: string, target: DropTarget) => void) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const [machine] = useState(() => dragMachine(setDrag));
  useEffect(() => {
    machine.listen(onDrop);
  });
  const isDragging = drag !== null;
  useEffect(() => (isDragging ? whileDragging(machine.stop, setDrag) : undefined), [isDragging, machine]);
  return { drag, handlersOf: machine.handlersOf };
}

type SetDrag = (next: Drag | null | ((now: Drag | null) => Drag | null)) => void;

function dragMachine(setDrag: SetDrag) {
  let onDrop: (key: string, target: DropTarget) => void = () => undefined;
  let pressed: Press | null = null;
  let isDragging = false;
  let suppressClick = false;
  const stop = () => {
    pressed = null;
    isDragging = false;
    setDrag(null);
  };
  const handlersOf = (key: string): DragHandlers => ({
    onPointerDown: (event) => {
      if (event.button !== 0 || !event.isPrimary) return;
      suppressClick = false;
      // By touch only the grip drags: elsewhere a finger scrolls the list.
      const isGrip = event.target instanceof Element && event.target.closest('[data-grip]') !== null;
      if (event.pointerType === 'touch' && !isGrip) return;
      pressed = { key, x: event.clientX, y: event.clientY, pointerId: event.pointerId };
    },
    onPointerMove: (event) => {
      if (pressed?.pointerId !== event.pointerId) return;
      const { clientX: x, clientY: y } = event;
      if (!isDragging && Math.hypot(x - pressed.x, y - pressed.y) < THRESHOLD_PX) return;
      if (!isDragging) event.currentTarget.setPointerCapture(event.pointerId);
      isDragging = true;
      suppressClick = true;
      setDrag({ key: pressed.key, x, y, over: targetAt(x, y) });
    },
    onPointerUp: (event) => {
      if (pressed?.pointerId !== event.pointerId) return;
      const target = isDragging ? targetAt(event.clientX, event.clientY) : undefined;
      const { key: draggedKey } = pressed;
      stop();
      if (target !== undefined) onDrop(draggedKey, target);
    },
    onPointerCancel: stop,
    onClickCapture: (event) => {
      if (!suppressClick) return;
      suppressClick = false;
      event.preventDefault();
      event.stopPropagation();
    },
  });
  const listen = (heard: typeof onDrop) => {
    onDrop = heard;
  };
  return { stop, handlersOf, listen };
}

/** Escape lets go; at the edge of what scrolls sideways the columns follow the hand. Gives what ends it. */
function whileDragging(stop: () => void, setDrag: SetDrag): () => void {
  const cancel = (event: KeyboardEvent) => {
    if (event.key === 'Escape') stop();
  };
  let frame = 0;
  let at: { readonly x: number; readonly y: number } | null = null;
  const moved = (event: globalThis.PointerEvent) => {
    at = { x: event.clientX, y: event.clientY };
  };
  const follow = () => {
    const point = at;
    if (point && scrolledAt(point.x, point.y))
      setDrag((now) => now && { ...now, over: targetAt(point.x, point.y) });
    frame = requestAnimationFrame(follow);
  };
  frame = requestAnimationFrame(follow);
  window.addEventListener('keydown', cancel);
  window.addEventListener('pointermove', moved);
  return () => {
    cancelAnimationFrame(frame);
    window.removeEventListener('keydown', cancel);
    window.removeEventListener('pointermove', moved);
  };
}

function scrolledAt(x: number, y: number): boolean {
  const scroller = document.querySelector('[data-drag-scroll]');
  if (!scroller) return false;
  const box = scroller.getBoundingClientRect();
  if (y < box.top || y > box.bottom || x < box.left) return false;
  const by = x > box.right - EDGE_PX ? STEP_PX : x < box.left + EDGE_PX ? -STEP_PX : 0;
  const before = scroller.scrollLeft;
  scroller.scrollLeft = before + by;
  return scroller.scrollLeft !== before;
}

function targetAt(x: number, y: number): DropTarget | undefined {
  const column = document
    .elementsFromPoint(x, y)
    .map((element) => element.closest<HTMLElement>('[data-drop]'))
    .find((element) => element !== null);
  const text = column?.dataset['drop'];
  if (text === undefined) return undefined;
  return text === 'none' ? null : Number(text);
}
