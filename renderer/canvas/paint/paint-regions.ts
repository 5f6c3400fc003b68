import { regionOf } from '../../../shared/domain/leg-map/region.ts';
import { edgesAt } from '../../../shared/domain/leg-map/views.ts';
import { REGION_WORDS } from '../../text/map-text.ts';
import type { CanvasColours } from '../canvas-colours.ts';
import type { ViewFrame } from '../layout/arrange-views.ts';
import { fontOf } from './paint-symbols.ts';

/** Heights above the sole, in millimetres, at which a region is named: one in each part of the leg. */
const NAMED_AT_MM = [610, 451, 262, 92];
/** Legs that are smaller on the screen have no room for names. */
const LEAST_PX_PER_MM = 1.1;

/** The accepted names of the regions, faintly on the leg and under its veins, where the leg is wide enough for them. */
export function paintRegionNames(
  context: CanvasRenderingContext2D,
  { view, x, y, scale }: ViewFrame,
  colours: CanvasColours,
  strength: number,
): void {
  if (scale < LEAST_PX_PER_MM || strength === 0) return;
  context.save();
  context.globalAlpha *= strength * 0.75;
  context.fillStyle = colours.ink3;
  context.font = fontOf(colours, 12, 600);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (const heightMm of NAMED_AT_MM) {
    const edges = edgesAt(view, heightMm);
    if (edges === null) continue;
    const middleMm = (edges[0] + edges[1]) / 2;
    const name = REGION_WORDS[regionOf([middleMm, heightMm], view)];
    const fits = context.measureText(name).width < (edges[1] - edges[0]) * scale - 12;
    if (fits) context.fillText(name, x + middleMm * scale, y - heightMm * scale);
  }
  context.restore();
}
