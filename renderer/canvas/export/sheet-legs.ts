import { LEFT_LEG } from '../../../shared/domain/leg-map/leg-reference.ts';
import type { Aspect, LegView } from '../../../shared/domain/leg-map/vein.ts';
import { outlineOf } from '../../../shared/domain/leg-map/views.ts';
import { smoothCurve } from '../../../shared/geometry/smooth.ts';
import type { CanvasColours } from '../canvas-colours.ts';
import { FADE_END_MM, FADE_FROM_MM, type ViewFrame } from '../layout/arrange-views.ts';
import type { SheetMeans } from './map-sheet.ts';
import { svgElement, type SvgElement } from './svg-element.ts';
import { closedPath } from './svg-path.ts';

type LegPictures = SheetMeans['legPictures'];

/** Picture of a side, drawn once and used by both legs. */
const shadingId = (aspect: Aspect) => `shading-${aspect}`;
const clipId = ({ leg, aspect }: LegView) => `clip-${leg}-${aspect}`;

/** What the legs of the frames refer to: outlines to clip by, the fade at the groin, the shaded pictures. */
export function legDefinitions(
  frames: readonly ViewFrame[],
  pictures: LegPictures,
  colours: CanvasColours,
): readonly SvgElement[] {
  const aspects = [...new Set(frames.map(({ view }) => view.aspect))];
  return [
    fade('leg-line-fade', colours['leg-line']),
    ...frames.map(({ view }) =>
      svgElement('clipPath', { id: clipId(view) }, [svgElement('path', { d: outlineData(view) })]),
    ),
    ...(pictures === null ? [] : aspects.map((aspect) => shading(aspect, pictures[aspect]))),
  ];
}

function fade(id: string, colour: string): SvgElement {
  return svgElement(
    'linearGradient',
    { id, gradientUnits: 'userSpaceOnUse', x1: 0, x2: 0, y1: FADE_END_MM, y2: FADE_FROM_MM },
    [
      svgElement('stop', { offset: 0, 'stop-color': colour, 'stop-opacity': 0 }),
      svgElement('stop', { offset: 1, 'stop-color': colour }),
    ],
  );
}

function shading(aspect: Aspect, href: string): SvgElement {
  const { pxPerMm, leftMm, topMm, widthPx, heightPx } = LEFT_LEG[aspect].picture;
  const scale = 1 / pxPerMm;
  return svgElement('image', {
    id: shadingId(aspect),
    href,
    width: widthPx,
    height: heightPx,
    transform: `matrix(${scale.toFixed(6)} 0 0 ${(-scale).toFixed(6)} ${leftMm.toFixed(2)} ${topMm.toFixed(2)})`,
  });
}

/** The leg of a view in its millimetres: shaded where there is a picture, else its outline alone. */
export function legPaths({ view, scale }: ViewFrame, pictures: LegPictures): readonly SvgElement[] {
  const mirrored = view.leg === 'right' ? 'scale(-1 1)' : undefined;
  const shaded =
    pictures === null
      ? []
      : [
          svgElement('g', { 'clip-path': 'url(#below-groin)' }, [
            svgElement('g', { 'clip-path': `url(#${clipId(view)})` }, [
              svgElement('use', { href: `#${shadingId(view.aspect)}`, transform: mirrored }),
            ]),
          ]),
        ];
  return [
    ...shaded,
    svgElement('path', {
      d: outlineData(view),
      stroke: 'url(#leg-line-fade)',
      'stroke-width': 1.1 / scale,
      'clip-path': 'url(#below-groin)',
    }),
  ];
}

/** Nothing of a leg is drawn above the fade. */
export function groinClip(): SvgElement {
  const box = { x: -400, y: -40, width: 800, height: FADE_END_MM + 40 };
  return svgElement('clipPath', { id: 'below-groin' }, [svgElement('rect', box)]);
}

function outlineData(view: LegView): string {
  return closedPath(smoothCurve(outlineOf(view), 2, true));
}
