import { useEffect, useEffectEvent, type RefObject } from 'react';
import type { Point } from '../../../shared/geometry/point.ts';
import { pannedBy, zoomedAt, type Extent, type Viewport } from './viewport.ts';

interface GestureOptions {
  readonly enabled: boolean;
  readonly viewport: Viewport;
  readonly extent: Extent;
  readonly onViewport: (viewport: Viewport) => void;
  /** A press and release without a move between them. */
  readonly onTap: (at: Point) => void;
}

const TAP_PX = 7;

/** Wheel zooms at the pointer, one finger or the mouse moves, two fingers pinch, a tap is a tap. */
export function useViewportGestures(target: RefObject<HTMLElement | null>, options: GestureOptions): void {
  const { enabled } = options;
  const latest = useEffectEvent(() => options);
  useEffect(() => {
    const element = target.current;
    if (element === null || !enabled) return;
    const pointers = new Map<number, Point>();
    let moved = 0;
    const placeOf = (event: MouseEvent): Point => {
      const box = element.getBoundingClientRect();
      return [event.clientX - box.left, event.clientY - box.top];
    };
    const down = (event: PointerEvent) => {
      if (event.button !== 0) return;
      if (pointers.size === 0) moved = 0;
      pointers.set(event.pointerId, placeOf(event));
      element.setPointerCapture(event.pointerId);
    };
    const move = (event: PointerEvent) => {
      const before = pointers.get(event.pointerId);
      if (before === undefined) return;
      const at = placeOf(event);
      const others = [...pointers].filter(([id]) => id !== event.pointerId).map(([, point]) => point);
      moved += Math.hypot(at[0] - before[0], at[1] - before[1]);
      if (moved < TAP_PX && others.length === 0) return;
      pointers.set(event.pointerId, at);
      const { viewport, extent, onViewport } = latest();
      onViewport(followed(viewport, { before, at, other: others[0] ?? null }, extent));
    };
    const up = (event: PointerEvent) => {
      const wasDown = pointers.delete(event.pointerId);
      if (wasDown && pointers.size === 0 && moved < TAP_PX && event.type === 'pointerup')
        latest().onTap(placeOf(event));
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
  }, [target, enabled]);
}

/** A pointer moved, perhaps while another finger rests: shift, and with two fingers also zoom. */
export function followed(
  viewport: Viewport,
  { before, at, other }: { readonly before: Point; readonly at: Point; readonly other: Point | null },
  extent: Extent,
): Viewport {
  if (other === null) return pannedBy(viewport, [at[0] - before[0], at[1] - before[1]], extent);
  const [from, to] = [
    Math.hypot(before[0] - other[0], before[1] - other[1]),
    Math.hypot(at[0] - other[0], at[1] - other[1]),
  ];
  const shifted = pannedBy(viewport, [(at[0] - before[0]) / 2, (at[1] - before[1]) / 2], extent);
  const middle: Point = [(at[0] + other[0]) / 2, (at[1] + other[1]) / 2];
  return from < 1 ? shifted : zoomedAt(shifted, middle, to / from, extent);
}
