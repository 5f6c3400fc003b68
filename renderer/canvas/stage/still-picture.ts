import type { Extent, Viewport } from '../viewport/viewport.ts';

/** A picture as large as the screen that is painted while the hand rests, and only shifted and scaled while it moves. */
export interface StillPicture {
  /** Paints it anew, as it looks through a viewport. */
  readonly take: (
    viewport: Viewport,
    extent: Extent,
    paint: (context: CanvasRenderingContext2D) => void,
  ) => void;
  /** Draws it as it looks through another viewport. */
  readonly draw: (context: CanvasRenderingContext2D, viewport: Viewport) => void;
}

export function createStillPicture(pixelRatio: number): StillPicture {
  const canvas = document.createElement('canvas');
  let [taken, extent]: [Viewport, Extent] = [
    { zoom: 1, x: 0, y: 0 },
    { width: 0, height: 0 },
  ];
  return {
    take: (viewport, room, paint) => {
      [taken, extent] = [viewport, room];
      canvas.width = Math.max(1, Math.round(room.width * pixelRatio));
      canvas.height = Math.max(1, Math.round(room.height * pixelRatio));
      const context = canvas.getContext('2d');
      if (context === null) throw new Error('no 2d canvas');
      context.scale(pixelRatio, pixelRatio);
      paint(context);
    },
    draw: (context, { zoom, x, y }) => {
      if (extent.width === 0) return;
      const share = zoom / taken.zoom;
      const whole = (at: number) => Math.round(at * pixelRatio) / pixelRatio;
      context.drawImage(
        canvas,
        whole(x - taken.x * share),
        whole(y - taken.y * share),
        extent.width * share,
        extent.height * share,
      );
    },
  };
}
