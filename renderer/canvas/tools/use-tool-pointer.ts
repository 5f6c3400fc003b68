import { useEffect, useEffectEvent, type RefObject } from 'react';
import type { Point } from '../../../shared/geometry/point.ts';
import { followed } from '../viewport/use-viewport-gestures.ts';
import { pannedBy, zoomedAt, type Extent, type Viewport } from '../viewport/viewport.ts';

interface PointerOptions {
  readonly viewport: Viewport;
  readonly extent: Extent;
  readonly onViewport: (viewport: Viewport) => void;
  /** Moves what is seen instead of using the tool, while the space bar is held. */
  readonly panning: boolean;
  readonly onTool: (type: 'down' | 'move' | 'up', at: Point, shift: boolean) => void;
  /** The gesture is taken away: a second finger, or the system. */
  readonly onCancel: () => void;
}

/** Hands one pointer to the tool; the wheel, the middle button, the held space bar and two fingers change the viewport. */
export function useToolPointer(target: RefObject<HTMLElement | null>, options: PointerOptions): void {
  const latest = useEffectEvent(() => options);
  useEffect(() => {
    const element = target.current;
    if (element === null) return;
    const session = pointerSession(() => latest());
    const placeOf = (event: MouseEvent): Point => {
      const box = element.getBoundingClientRect();
      return [event.clientX - box.left, event.clientY - box.top];
    };
    const down = (event: PointerEvent) => {
      if (event.button > 1) return;
      if (event.button === 1) event.preventDefault();
      element.setPointerCapture(event.pointerId);
      element.focus({ preventScroll: true });
      session.down(event.pointerId, placeOf(event), event);
    };
    const move = (event: PointerEvent) => {
      const parts = session.drawing() ? strokeParts(event) : [event];
      for (const part of parts) session.move(event.pointerId, placeOf(part), event.shiftKey);
    };
    const up = (event: PointerEvent) => {
      session.up(event.pointerId, placeOf(event), event);
    };
    const wheel = (event: WheelEvent) => {
      event.preventDefault();
      const { viewport, extent, onViewport } = latest();
      onViewport(zoomedAt(viewport, placeOf(event), Math.exp(-event.deltaY * 0.0015), extent));
    };
    element.addEventListener('pointerdown', down);
    element.addEventListener('pointermove', move);
    element.addEventListener('pointerup', up);
    element.addEventListener('pointercancel', up);
    element.addEventListener('wheel', wheel, { passive: false });
    return () => {
      element.removeEventListener('pointerdown', down);
      element.removeEventListener('pointermove', move);
      element.removeEventListener('pointerup', up);
      element.removeEventListener('pointercancel', up);
      element.removeEventListener('wheel', wheel);
    };
  }, [target]);
}

/** All places since the last event: a fast hand makes more than one per frame. */
function strokeParts(event: PointerEvent): readonly PointerEvent[] {
  const parts = event.getCoalescedEvents();
  return parts.length === 0 ? [event] : parts;
}

/** Which fingers are down and what they do, apart from the element that reports them. */
function pointerSession(options: () => PointerOptions) {
  const pointers = new Map<number, Point>();
  let mode: 'none' | 'tool' | 'viewport' = 'none';
  return {
    drawing: () => mode === 'tool',
    down(id: number, at: Point, { button, shiftKey }: PointerEvent) {
      pointers.set(id, at);
      const { panning, onTool, onCancel } = options();
      if (pointers.size > 1) {
        if (mode === 'tool') onCancel();
        mode = 'viewport';
      } else if (panning || button === 1) {
        mode = 'viewport';
      } else {
        mode = 'tool';
        onTool('down', at, shiftKey);
      }
    },
    move(id: number, at: Point, shift: boolean) {
      const before = pointers.get(id);
      const { viewport, extent, onViewport, onTool } = options();
      if (mode !== 'viewport') {
        if (before !== undefined) pointers.set(id, at);
        onTool('move', at, shift);
        return;
      }
      if (before === undefined) return;
      const other = [...pointers].find(([otherId]) => otherId !== id)?.[1] ?? null;
      pointers.set(id, at);
      onViewport(
        other === null
          ? pannedBy(viewport, [at[0] - before[0], at[1] - before[1]], extent)
          : followed(viewport, { before, at, other }, extent),
      );
    },
    up(id: number, at: Point, { type, shiftKey }: PointerEvent) {
      if (!pointers.delete(id)) return;
      const { onTool, onCancel } = options();
      if (mode === 'tool' && type === 'pointercancel') onCancel();
      else if (mode === 'tool') onTool('up', at, shiftKey);
      if (pointers.size === 0) mode = 'none';
    },
  };
}
