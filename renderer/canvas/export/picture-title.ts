import type { LegView } from '../../../shared/domain/leg-map/vein.ts';
import type { Box } from '../../../shared/geometry/point.ts';
import { PICTURE_TEXT } from '../../text/picture-text.ts';
import type { CanvasColours } from '../canvas-colours.ts';
import type { MeasureText, SheetFont } from './map-sheet.ts';
import type { PictureTitle } from './plan-picture.ts';
import { cutToFit, sizeToFit, textElement } from './sheet-text.ts';
import { BLOCK_WIDTH, demoMark, legBlock } from './sheet-title.ts';
import { svgElement, type SvgElement } from './svg-element.ts';

export const PICTURE_TITLE_HEIGHT = 94;
const DEMO_WIDTH = 210;

/** Whose plan, of when, which leg, over a line: `box` is the part of the sheet that it fills. */
export function pictureTitle(
  title: PictureTitle,
  views: readonly LegView[],
  box: Box,
  colours: CanvasColours,
  measure: MeasureText,
): readonly SvgElement[] {
  const { minX: x, minY: top, maxX: right } = box;
  const room = right - BLOCK_WIDTH - 16 - x;
  const line = (text: string, y: number, font: SheetFont, width = room) => {
    const px = Math.max(11, sizeToFit(text, width, measure, font));
    const fitted = { ...font, px };
    return textElement(cutToFit(text, width, measure, fitted), {
      x,
      y: top + y,
      ...fitted,
      fill: colours.ink,
    });
  };
  const small = { px: 13, weight: 400 };
  return [
    line(PICTURE_TEXT.heading, 20, { px: 22, weight: 700 }),
    line(title.person?.name ?? PICTURE_TEXT.nameLeftOut, 44, { px: 17, weight: 700 }),
    line(PICTURE_TEXT.whose(title), 63, small),
    line(PICTURE_TEXT.whichPlan(title), 81, small, title.isDemo ? right - DEMO_WIDTH - x : room),
    ...(title.isDemo ? demoMark(right, top + 65, colours, measure) : []),
    ...legBlock(views, [right - BLOCK_WIDTH, top], colours),
    svgElement('path', {
      d: `M${x.toFixed(2)} ${(box.maxY - 5).toFixed(2)}H${right.toFixed(2)}`,
      stroke: colours.ink,
      'stroke-width': 2,
    }),
  ];
}
