import type { Box } from '../../../shared/geometry/point.ts';
import { boxesOverlap, grownBox } from '../../../shared/geometry/point.ts';
import type { CanvasColours } from '../canvas-colours.ts';
import type { ViewFrame } from '../layout/arrange-views.ts';
import type { LayerStrengths } from '../map-layers.ts';
import type { LegPictures } from '../paint/leg-picture.ts';
import { paintLevelLines } from '../paint/paint-ground.ts';
import { paintLeg } from '../paint/paint-leg.ts';
import { paintRegionNames } from '../paint/paint-regions.ts';
import { paintBand, paintHull, paintVein } from '../paint/paint-vein.ts';
import { REACH_PX } from './touched-boxes.ts';
import type { VeinIndex, VeinItem } from './vein-index.ts';

/** What the enlarged picture shows: everything that stands still while it is moved about. */
export interface Picture {
  /** Where the views stand in it. */
  readonly frames: readonly ViewFrame[];
  readonly index: VeinIndex;
  readonly legs: LegPictures | null;
  readonly colours: CanvasColours;
  readonly layers: LayerStrengths;
  readonly levels: boolean;
  /** Webs as plain areas. */
  readonly hulls: boolean;
}

type Context = CanvasRenderingContext2D;

/** Vessels that are painted before somebody else may have a turn. */
const AT_ONCE = 40;

/**
 * Paints a box of the enlarged picture, and nothing outside it. Stops now and then, so that the hand need not wait. The box is in
 * whole pixels: any other edge would have to be blended, which is slow.
 */
export function* paintBox(context: Context, box: Box, picture: Picture): Generator<undefined, void> {
  context.save();
  context.beginPath();
  context.rect(box.minX, box.minY, box.maxX - box.minX, box.maxY - box.minY);
  context.clip();
  try {
    const frames = picture.frames.filter(({ cell }) => boxesOverlap(cell, box));
    paintGround(context, box, { ...picture, frames });
    for (const frame of frames) {
      yield* paintVeins(context, veinsIn(box, frame, picture.index), frame, picture);
    }
  } finally {
    context.restore();
  }
}

function paintGround(context: Context, box: Box, { colours, frames, legs, layers, levels }: Picture): void {
  context.fillStyle = colours.bg;
  context.fillRect(box.minX, box.minY, box.maxX - box.minX, box.maxY - box.minY);
  if (levels) paintLevelLines(context, frames, colours, layers.regions);
  for (const frame of frames) {
    paintLeg(context, frame, legs, colours);
    if (levels) paintRegionNames(context, frame, colours, layers.regions);
  }
}

/** The veins of a view whose painting reaches into a box, in their order. */
function veinsIn(box: Box, frame: ViewFrame, index: VeinIndex): readonly VeinItem[] {
  const { minX, minY, maxX, maxY } = grownBox(box, REACH_PX);
  return index.search(frame.view, {
    minX: (minX - frame.x) / frame.scale,
    maxX: (maxX - frame.x) / frame.scale,
    minY: (frame.y - maxY) / frame.scale,
    maxY: (frame.y - minY) / frame.scale,
  });
}

/** A vein as the picture has it, without what lies under the veins. */
export function paintItem(context: Context, item: VeinItem, frame: ViewFrame, picture: Picture): void {
  const paint = picture.hulls && item.vein.pattern === 'web' ? paintHull : paintVein;
  paint(context, { ...item, frame, colours: picture.colours });
}

function* paintVeins(
  context: Context,
  items: readonly VeinItem[],
  frame: ViewFrame,
  picture: Picture,
): Generator<undefined, void> {
  const { colours, layers } = picture;
  const bands = items.filter(({ mark }) => mark.sessionNumber !== undefined || mark.state === 'carried-over');
  context.globalAlpha = layers.plan;
  for (const item of layers.plan > 0 ? bands : []) paintBand(context, { ...item, frame, colours });
  context.globalAlpha = layers.veins;
  for (const [index, item] of layers.veins > 0 ? items.entries() : []) {
    if (index % AT_ONCE === AT_ONCE - 1) yield;
    paintItem(context, item, frame, picture);
  }
  context.globalAlpha = 1;
}
