import { colourOfBand, colourOfSession, widthPx } from '../paint/paint-vein.ts';
import { ribbon } from '../paint/ribbon.ts';
import { sessionColourIndex, sessionDashes } from '../session-shape.ts';
import { dashText, type SheetVein } from './sheet-veins.ts';
import { svgElement, type SvgElement } from './svg-element.ts';
import { closedPath, openPath } from './svg-path.ts';

/** What lies under a vein: in colour the marker of its session, for all the hatch of what was carried over. */
export function bandPaths(drawn: SheetVein): readonly SvgElement[] {
  const { mark, variant } = drawn;
  if (mark.state === 'carried-over') return hatchPaths(drawn);
  return mark.state === 'planned' && variant === 'colour' ? planBand(drawn) : [];
}

function planBand({ vein, shape, mark, frame, colours }: SheetVein): readonly SvgElement[] {
  if (mark.sessionNumber === undefined) return [];
  const px = 1 / frame.scale;
  const index = sessionColourIndex(mark.sessionNumber);
  const band = colourOfBand(colours, index);
  const opacity = mark.dimmed === true ? 0.38 : undefined;
  if (vein.pattern === 'line') {
    const width = Math.max(9, widthPx(vein.kind, vein.diameterMm, frame.scale) + 7) * px;
    return [svgElement('path', { d: openPath(shape.main), stroke: band, 'stroke-width': width, opacity })];
  }
  const dashes = sessionDashes(mark.sessionNumber);
  return [
    svgElement('path', {
      d: closedPath(shape.main),
      fill: band,
      'fill-opacity': 0.62,
      stroke: colourOfSession(colours, index),
      'stroke-width': 1.3 * px,
      'stroke-dasharray': dashes.length === 0 ? undefined : dashText(dashes, px),
      opacity,
    }),
  ];
}

/** The pattern that `hatchPaths` fills with; all frames of a sheet share one scale. */
export function hatchPattern(px: number, colour: string): SvgElement {
  const attributes = {
    id: 'hatch',
    patternUnits: 'userSpaceOnUse',
    patternTransform: 'rotate(-45)',
    width: 2.9 * px,
    height: 2.9 * px,
  };
  const line = { x1: 0, y1: 0, x2: 0, y2: 2.9 * px, stroke: colour, 'stroke-width': 1.7 * px };
  return svgElement('pattern', attributes, [svgElement('line', line)]);
}

function hatchPaths({ vein, shape, frame, colours }: SheetVein): readonly SvgElement[] {
  const px = 1 / frame.scale;
  const web = vein.pattern === 'web';
  const d = closedPath(web ? shape.main : ribbon(shape.main, () => 6.5 * px));
  const edge = web ? { stroke: colours.ink3, 'stroke-width': px } : {};
  return [svgElement('path', { d, fill: 'url(#hatch)', ...edge })];
}
