import { useMemo } from 'react';
import { veinLabel, type LegView, type Vein } from '../../shared/domain/leg-map/vein.ts';
import type { VeinId } from '../../shared/kernel/ids.ts';
import type { CanvasColours } from './canvas-colours.ts';
import { arrangeViews, frameOf, type Arrangement, type ViewFrame } from './layout/arrange-views.ts';
import type { VeinPicture } from './paint/paint-vein.ts';
import { shapeOf } from './vein-shape.ts';
import { MAPPED, type VeinMark } from './vein-mark.ts';
import { seenThrough, type Viewport } from './viewport/viewport.ts';

/** The frames of some views on a screen of some size. */
export function useFrames(
  views: readonly LegView[],
  room: Arrangement,
  viewport: Viewport,
): readonly ViewFrame[] {
  const { width, height, gutter, titleHeight, insets } = room;
  const { top, right, bottom, left } = insets;
  const key = views.map((view) => `${view.leg} ${view.aspect}`).join();
  const frames = useMemo(
    () => arrangeViews(views, { width, height, gutter, titleHeight, insets: { top, right, bottom, left } }),
    // The views are compared by what they say: callers often make the list anew.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [key, width, height, gutter, titleHeight, top, right, bottom, left],
  );
  return useMemo(() => seenThrough(viewport, frames), [viewport, frames]);
}

/** What is to be painted: each vein that one of the frames shows, with its curves and its mark. */
export function picturesOf(
  veins: readonly Vein[],
  scene: {
    readonly frames: readonly ViewFrame[];
    readonly marks: ReadonlyMap<VeinId, VeinMark>;
    readonly colours: CanvasColours;
  },
): readonly VeinPicture[] {
  const byId = new Map(veins.map((vein) => [vein.id, vein]));
  return veins.flatMap((vein): VeinPicture[] => {
    const frame = frameOf(scene.frames, vein);
    if (frame === null) return [];
    const feeder = vein.feederId === null ? null : (byId.get(vein.feederId) ?? null);
    const mark =
      scene.marks.get(vein.id) ?? (vein.carriedOverFrom === null ? MAPPED : { state: 'carried-over' });
    return [{ vein, shape: shapeOf(vein, feeder), mark, frame, colours: scene.colours }];
  });
}

/** A name of the picture for those who do not see it. */
export function pictureName(views: readonly LegView[], veins: readonly Vein[]): string {
  const shown = veins.filter((vein) =>
    views.some((view) => view.leg === vein.leg && view.aspect === vein.aspect),
  );
  const named = views.map((view) => `${view.leg} leg ${view.aspect}`).join(', ');
  return `Leg map, ${named}: ${shown.length === 0 ? 'no veins' : shown.map(veinLabel).join(', ')}`;
}
