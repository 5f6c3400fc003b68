import type { Point } from '../../../shared/geometry/point.ts';
import type { CanvasColours } from '../canvas-colours.ts';
import { colourOfSession } from '../paint/paint-vein.ts';
import { sessionColourIndex, sessionShape, shapeCorners } from '../session-shape.ts';
import type { PunctureDot, VeinState } from '../vein-mark.ts';
import { textElement } from './sheet-text.ts';
import { svgElement, type SvgElement } from './svg-element.ts';
import { polygonPoints } from './svg-path.ts';

/** A sign that stands at a point of the sheet; it is about 14 pixels large. */
function signAt([x, y]: Point, children: readonly SvgElement[]): SvgElement {
  return svgElement(
    'g',
    { transform: `translate(${x.toFixed(2)} ${y.toFixed(2)})`, 'stroke-linejoin': 'round' },
    children,
  );
}

/** The badge of a planned session: its shape with its number. */
export function sessionBadge(at: Point, number: number, colours: CanvasColours): SvgElement {
  const radius = 6.2;
  const shape = sessionShape(number);
  const fill = colourOfSession(colours, sessionColourIndex(number));
  const how = { fill, stroke: fill, 'stroke-width': 1.6 };
  const y = shape === 'triangle' ? 4.9 : 3.4;
  return signAt(at, [
    shape === 'circle'
      ? svgElement('circle', { r: radius, ...how })
      : svgElement('polygon', { points: polygonPoints(shapeCorners(shape), radius), ...how }),
    textElement(String(number), {
      x: 0,
      y,
      px: radius * 1.5,
      weight: 700,
      fill: colours['on-session'],
      anchor: 'middle',
    }),
  ]);
}

/** The sign of a state, or null where the state has none. Its shape tells it, the colour only helps. */
export function stateSign(at: Point, state: VeinState, colours: CanvasColours): SvgElement | null {
  const parts = signParts(state, colours);
  return parts.length === 0 ? null : signAt(at, parts);
}

function signParts(state: VeinState, colours: CanvasColours): readonly SvgElement[] {
  const { surface } = colours;
  const edge = (stroke: string, fill = surface) => ({ fill, stroke, 'stroke-width': 1.6 });
  switch (state) {
    case 'responding':
      return [svgElement('path', { d: 'M-6 -5H6L0 6Z', ...edge(colours.sel) })];
    case 'cleared':
      return [
        svgElement('circle', { r: 6.5, ...edge(colours.ok) }),
        svgElement('path', { d: 'M-3 0.2L-0.8 2.4L3 -2.2', ...edge(colours.ok, 'none') }),
      ];
    case 'recurred':
      return [
        svgElement('path', { d: 'M0 -7L7 6H-7Z', ...edge(colours.warn) }),
        textElement('R', { x: 0, y: 4.8, px: 9, weight: 700, fill: colours.warn, anchor: 'middle' }),
      ];
    case 'new':
      return [
        svgElement('path', { d: 'M0 -7.5L7.5 0L0 7.5L-7.5 0Z', ...edge(colours.hard, colours.hard) }),
        svgElement('path', { d: 'M-3 0H3M0 -3V3', ...edge(surface, 'none') }),
      ];
    case 'carried-over':
      return [
        svgElement('path', { d: 'M-6 -6H6V6H-6Z', ...edge(colours.ink3), 'stroke-width': 1.2 }),
        svgElement('path', {
          d: 'M-6 2L2 -6M-6 6L6 -6M-2 6L6 -2',
          ...edge(colours.ink3, 'none'),
          'stroke-width': 1.1,
        }),
      ];
    case 'unchanged':
      return [
        svgElement('path', { d: 'M-6 -6H6V6H-6Z', ...edge(colours.ink) }),
        svgElement('path', { d: 'M-3 -2H3M-3 2H3', ...edge(colours.ink, 'none') }),
      ];
    case 'changed':
      return [
        svgElement('path', { d: 'M-7.7 0L-3.9 -6.7H3.9L7.7 0L3.9 6.7H-3.9Z', ...edge(colours.warn) }),
        svgElement('path', { d: 'M-3 -2H3M-3 2H3M-2 4.2L2 -4.2', ...edge(colours.warn, 'none') }),
      ];
    case 'mapped':
    case 'planned':
    case 'injected':
      return [];
  }
}

/** A place where the surgeon wants the needle to go in: a ring around a needle's point. */
export function siteSign(at: Point, colours: CanvasColours): SvgElement {
  const { surface, ink } = colours;
  return signAt(at, [
    svgElement('circle', { r: 5.5, fill: surface, stroke: ink, 'stroke-width': 1.6 }),
    svgElement('path', { d: 'M8.5 -8.5L0.6 -0.6', stroke: ink, 'stroke-width': 1.6 }),
    svgElement('circle', { r: 1.8, fill: ink }),
  ]);
}

/** A place that has words: a small sheet with lines. */
export function noteSign(at: Point, colours: CanvasColours): SvgElement {
  const { surface, ink } = colours;
  const lines = { d: 'M-3.4 -3H3.4M-3.4 0H3.4M-3.4 3H1', stroke: ink, 'stroke-width': 1.1 };
  return signAt(at, [
    svgElement('path', { d: 'M-6 -7H6V7H-6Z', fill: surface, stroke: ink, 'stroke-width': 1.3 }),
    svgElement('path', lines),
  ]);
}

/** A puncture, or a free site, which is a ring with a centre. */
export function dotSign(at: Point, state: PunctureDot['state'], colours: CanvasColours): SvgElement {
  const { surface, ink } = colours;
  const tick = { stroke: colours['on-ink'], 'stroke-width': 1.4, fill: 'none' };
  const ring = { fill: surface, stroke: ink, 'stroke-width': 1.6 };
  switch (state) {
    case 'given':
      return signAt(at, [
        svgElement('circle', { r: 5, fill: ink, stroke: surface, 'stroke-width': 1.2 }),
        svgElement('path', { d: 'M-2.1 0.2L-0.6 1.7L2.2 -1.5', ...tick }),
      ]);
    case 'struck-out':
      return signAt(at, [
        svgElement('circle', { r: 5.5, ...ring, 'stroke-width': 1.2, 'stroke-dasharray': '2.2 2' }),
        svgElement('path', { d: 'M-3.2 -3.2L3.2 3.2M3.2 -3.2L-3.2 3.2', stroke: ink, 'stroke-width': 1.7 }),
      ]);
    case 'free':
      return signAt(at, [
        svgElement('circle', { r: 5.5, ...ring }),
        svgElement('circle', { r: 2, fill: ink }),
      ]);
    case 'next':
    case 'to-come':
      return signAt(at, [svgElement('circle', { r: 5, ...ring })]);
  }
}
