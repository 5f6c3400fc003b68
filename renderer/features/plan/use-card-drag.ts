import { useEffect, useRef, useState, type MouseEvent, type PointerEvent } from 'react';

/** Where a card is dropped: a session's number, or null for "not planned". */
export type DropTarget = number | null;

interface Drag {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  /** Undefined: over no column. */
  readonly over: DropTarget | undefined;
}

/** Farther than a hand trembles. */
const THRESHOLD_PX = 6;

/**
 * Drags cards with mouse, pen and touch. The columns carry `data-drop`; a press that does not move is a click.
 * Escape, or the loss of the pointer, leaves everything as it was.
 */
export function useCardDrag(onDrop: (key: string, target: DropTarget) => void) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const pressed = useRef<{ key: string; x: number; y: number; pointerId: number } | null>(null);
  const suppressClick = useRef(false);
  const isDragging = drag !== null;

  useEffect(() => {
    if (!isDragging) return undefined;
    const cancel = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      pressed.current = null;
      setDrag(null);
    };
    window.addEventListener('keydown', cancel);
    return () => {
      window.removeEventListener('keydown', cancel);
    };
  }, [isDragging]);

  const stop = () => {
    pressed.current = null;
    setDrag(null);
  };

  return {
    drag,
    /** For each card that can be dragged. */
    handlersOf: (key: string) => ({
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        if (event.button !== 0 || !event.isPrimary) return;
        suppressClick.current = false;
        // By touch only the grip drags: elsewhere a finger scrolls the list.
        const isGrip = event.target instanceof Element && event.target.closest('[data-grip]') !== null;
        if (event.pointerType === 'touch' && !isGrip) return;
        pressed.current = { key, x: event.clientX, y: event.clientY, pointerId: event.pointerId };
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        const start = pressed.current;
        if (start?.pointerId !== event.pointerId) return;
        const moved = Math.hypot(event.clientX - start.x, event.clientY - start.y);
        if (!isDragging && moved < THRESHOLD_PX) return;
        if (!isDragging) event.currentTarget.setPointerCapture(event.pointerId);
        suppressClick.current = true;
        setDrag({ key, x: event.clientX, y: event.clientY, over: targetAt(event.clientX, event.clientY) });
      },
      onPointerUp: (event: PointerEvent<HTMLElement>) => {
        if (pressed.current?.pointerId !== event.pointerId) return;
        const target = isDragging ? targetAt(event.clientX, event.clientY) : undefined;
        stop();
        if (target !== undefined) onDrop(key, target);
      },
      onPointerCancel: stop,
      onClickCapture: (event: MouseEvent<HTMLElement>) => {
        if (!suppressClick.current) return;
        suppressClick.current = false;
        event.preventDefault();
        event.stopPropagation();
      },
    }),
  };
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
