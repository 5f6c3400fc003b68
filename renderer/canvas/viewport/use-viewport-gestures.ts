import { useEffect, useEffectEvent, type RefObject } from 'react';
import type { Point } from '../../../shared/geometry/point.ts';
import { listenToHand } from './hand-event.ts';
import { followed, zoomedAt, type Extent, type Viewport } from './viewport.ts';

interface GestureOptions {
  readonly enabled: boolean;
  /** The wheel zooms with Ctrl alone, because the page around it scrolls. */
  readonly inPage: boolean;
  readonly viewport: Viewport;
  readonly extent: Extent;
  readonly onViewport: (viewport: Viewport) => void;
  /** A press and release without a move between them. */
  readonly onTap: (at: Point) => void;
}

const TAP_PX = 7;

/** The wheel zooms at the pointer, one finger or the mouse moves, two fingers pinch, a tap is a tap. */
export function useViewportGestures(target: RefObject<HTMLElement | null>, options: GestureOptions): void {
  const { enabled, inPage } = options;
  const latest = useEffectEvent(() => options);
  useEffect(() => {
    const element = target.current;
    if (element === null || !enabled) return;
    const pointers = new Map<number, Point>();
    let moved = 0;
    const followedTo = (id: number, at: Point) => {
      const before = pointers.get(id);
      if (before === undefined) return;
      const other = [...pointers].find(([otherId]) => otherId !== id)?.[1] ?? null;
      moved += Math.hypot(at[0] - before[0], at[1] - before[1]);
      if (moved < TAP_PX && other === null) return;
      pointers.set(id, at);
      const { viewport, extent, onViewport } = latest();
      onViewport(followed(viewport, { before, at, other }, extent));
    };
    return listenToHand(element, {
      takesFocus: false,
      leavesWheel: inPage,
      wantsAllPlaces: () => false,
      onHand: ({ type, id, button, at }) => {
        if (type === 'down' && button === 0) {
          if (pointers.size === 0) moved = 0;
          pointers.set(id, at);
        } else if (type === 'move') {
          followedTo(id, at);
        } else if (type !== 'down' && pointers.delete(id) && pointers.size === 0) {
          if (type === 'up' && moved < TAP_PX) latest().onTap(at);
        }
      },
      onWheel: ({ at, factor }) => {
        const { viewport, extent, onViewport } = latest();
        onViewport(zoomedAt(viewport, at, factor, extent));
      },
    });
  }, [target, enabled, inPage]);
}
