import { PICTURE_TEXT } from '../../text/picture-text.ts';
import type { CanvasColours } from '../canvas-colours.ts';
import { treatedSign } from './picture-badges.ts';
import type { PlanPicture } from './plan-picture.ts';
import type { LegendItem } from './sheet-legend.ts';
import { sessionBadge } from './sheet-signs.ts';
import { isDashed, type SheetVein } from './sheet-veins.ts';
import { svgElement, type SvgElement } from './svg-element.ts';

/** The badges of so many sessions make plain what a badge is. */
const MOST_NUMBERS = 12;

/** The signs of the veins on the page, and no others. */
export function pictureLegend(
  veins: readonly SheetVein[],
  { steps }: Pick<PlanPicture, 'steps'>,
  colours: CanvasColours,
): readonly LegendItem[] {
  const on = veins.flatMap(({ vein }) => steps.get(vein.id) ?? []);
  const numbers = [...new Set(on.flatMap(({ due }) => due))].sort((a, b) => a - b).slice(0, MOST_NUMBERS);
  const item = (
    words: string,
    sampleWidth: number,
    sample: (x: number, y: number) => readonly SvgElement[],
  ): LegendItem => ({ words, wordsColour: colours.ink, sampleWidth, sample });
  const line = (x: number, y: number, how: Record<string, string | number>) => [
    svgElement('path', {
      d: `M${x.toFixed(2)} ${y.toFixed(2)}h26`,
      fill: 'none',
      stroke: colours.ink,
      ...how,
    }),
  ];
  return [
    ...(on.some(({ isTreated }) => isTreated)
      ? [item(PICTURE_TEXT.treated, 14, (x, y) => [treatedSign([x + 7, y], colours)])]
      : []),
    ...(numbers.length > 0
      ? [
          item(PICTURE_TEXT.toCome, numbers.length * 18, (x, y) =>
            numbers.map((number, index) => sessionBadge([x + 7 + index * 18, y], number, colours)),
          ),
        ]
      : []),
    ...(veins.some((drawn) => isDashed(drawn) && drawn.mark.dimmed !== true)
      ? [
          item(PICTURE_TEXT.dashed, 28, (x, y) =>
            line(x, y, { 'stroke-width': 2, 'stroke-dasharray': '7 3' }),
          ),
        ]
      : []),
    ...(veins.some(({ mark }) => mark.dimmed === true)
      ? [item(PICTURE_TEXT.pale, 28, (x, y) => line(x, y, { 'stroke-width': 2.4, opacity: 0.38 }))]
      : []),
  ];
}
