import type { Box } from '../../../shared/geometry/point.ts';
import { dateText } from '../../text/format.ts';
import { PICTURE_TEXT } from '../../text/picture-text.ts';
import { viewHeadingForPatients } from '../../text/picture-views-text.ts';
import type { CanvasColours } from '../canvas-colours.ts';
import { arrangeViews, type ViewFrame } from '../layout/arrange-views.ts';
import { PX_PER_MM, type SheetMeans } from './map-sheet.ts';
import { badgeGroup, layOutBadges } from './picture-badges.ts';
import { pictureLegend } from './picture-legend.ts';
import { PICTURE_TITLE_HEIGHT, pictureTitle } from './picture-title.ts';
import {
  headingBlock,
  leafletBlock,
  paragraph,
  sessionList,
  sideBySide,
  stacked,
  type WordBlock,
  type WordSetting,
} from './picture-words.ts';
import { A4_PORTRAIT, type LeafletPart, type PlanPicture } from './plan-picture.ts';
import { bandPaths } from './sheet-bands.ts';
import { coloursOf } from './sheet-colours.ts';
import { viewHeading } from './sheet-ground.ts';
import { layOutLegend, legendGroup, type LegendLayout } from './sheet-legend.ts';
import { groinClip, legDefinitions, legPaths } from './sheet-legs.ts';
import { frameTransform, sheetVeins, veinGroup, type SheetVein } from './sheet-veins.ts';
import { svgElement, xmlOf, type SvgElement } from './svg-element.ts';

const MARGIN = 10 * PX_PER_MM;
const WIDTH = A4_PORTRAIT.widthMm * PX_PER_MM;
const HEIGHT = A4_PORTRAIT.heightMm * PX_PER_MM;
const [LEFT, RIGHT] = [MARGIN, WIDTH - MARGIN];
/** Sizes of the words, the first that leaves the legs enough room. */
const WORD_SIZES = [14, 13.5, 13, 12.5, 12];
const leastLegsHeight = (views: number) => (views > 4 ? 480 : 420);
const GAP = 8;

/** The one page for the patient as the text of an SVG file, A4 upright. It stands alone: no script, and nothing that it would fetch. */
export function pictureSvg(picture: PlanPicture, means: SheetMeans): string {
  const page = layOut(picture, means);
  const { title } = picture;
  const root = svgElement(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: `${String(A4_PORTRAIT.widthMm)}mm`,
      height: `${String(A4_PORTRAIT.heightMm)}mm`,
      viewBox: `0 0 ${WIDTH.toFixed(2)} ${HEIGHT.toFixed(2)}`,
      'font-family': page.colours.font,
    },
    [
      svgElement('title', {}, [`${PICTURE_TEXT.heading}, ${title.recordNumber}, ${dateText(title.onDate)}`]),
      definitions(page, picture, means),
      svgElement('rect', { width: WIDTH, height: HEIGHT, fill: page.colours.surface }),
      svgElement('g', { id: 'title' }, [
        ...pictureTitle(title, picture.views, page.title, page.colours, means.measure),
      ]),
      legsGroup(page, picture, means),
      legendGroup(page.legend, [LEFT, page.legs.maxY], page.colours),
      svgElement('g', { id: 'words' }, page.words.draw(LEFT, page.wordsTop)),
    ],
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xmlOf(root)}\n`;
}

interface Page {
  readonly colours: CanvasColours;
  readonly title: Box;
  readonly legs: Box;
  readonly frames: readonly ViewFrame[];
  readonly veins: readonly SheetVein[];
  readonly legend: LegendLayout;
  readonly words: WordBlock;
  readonly wordsTop: number;
}

/** The words stand at the foot of the page and take what they need; the legs have the rest. */
function layOut(picture: PlanPicture, { measure }: SheetMeans): Page {
  const colours = coloursOf(picture.variant);
  const title = { minX: LEFT, minY: MARGIN, maxX: RIGHT, maxY: MARGIN + PICTURE_TITLE_HEIGHT };
  // Which veins are on does not depend on how large the legs come out.
  const unplaced = sheetVeins(picture, framesOf(picture, { ...title, maxY: title.minY + 400 }));
  const legend = layOutLegend(pictureLegend(unplaced, picture, colours), RIGHT - LEFT, measure);
  const bottom = HEIGHT - MARGIN;
  const legsHeight = (words: WordBlock) => bottom - words.height - GAP - legend.height - title.maxY;
  const settings = WORD_SIZES.map((px): WordSetting => ({ px, width: RIGHT - LEFT, colours, measure }));
  const blocks = settings.map((setting) => wordsOf(picture, setting));
  const words =
    blocks.find((block) => legsHeight(block) >= leastLegsHeight(picture.views.length)) ??
    blocks.at(-1) ??
    stacked([], 0);
  const legs = { minX: LEFT, minY: title.maxY, maxX: RIGHT, maxY: title.maxY + legsHeight(words) };
  const frames = framesOf(picture, legs);
  const wordsTop = legs.maxY + legend.height + GAP;
  return { colours, title, legs, frames, veins: sheetVeins(picture, frames), legend, words, wordsTop };
}

function framesOf({ views }: PlanPicture, { minX, maxX, minY, maxY }: Box): readonly ViewFrame[] {
  return arrangeViews(views, {
    width: maxX - minX,
    height: maxY - minY,
    insets: { top: 0, right: 2, bottom: 8, left: 2 },
    // So much that more than four views come in two rows: in one row their headings would touch.
    gutter: views.length > 4 ? 100 : 70,
    titleHeight: 46,
  });
}

function wordsOf(picture: PlanPicture, setting: WordSetting): WordBlock {
  const small = { ...setting, px: 10.5 };
  return stacked(
    [
      ruled(
        stacked(
          [
            headingBlock(PICTURE_TEXT.sessions, setting),
            paragraph(picture.summary.join(' '), setting),
            sessionList(picture.sessions, setting),
          ],
          2,
        ),
        setting,
      ),
      ruled(inColumns(picture.leaflet, setting), setting),
      ruled(
        stacked(
          PICTURE_TEXT.foot(picture.title).map(({ words, isLoud }) =>
            paragraph(words, small, isLoud ? 700 : 400),
          ),
          1,
        ),
        setting,
      ),
    ],
    GAP,
  );
}

/** A block under a line. */
function ruled(block: WordBlock, { width, colours }: WordSetting): WordBlock {
  return {
    height: block.height + 5,
    draw: (x, y) => [
      svgElement('path', {
        d: `M${x.toFixed(2)} ${y.toFixed(2)}h${width.toFixed(2)}`,
        stroke: colours.ink,
        'stroke-width': 1,
      }),
      ...block.draw(x, y + 5),
    ],
  };
}

const COLUMN_GAP = 18;

/** The parts in their order in two columns, or in one for each of three; whichever takes the least height. */
function inColumns(parts: readonly LeafletPart[], setting: WordSetting): WordBlock {
  const setIn = (columns: number) => {
    const width = (setting.width - (columns - 1) * COLUMN_GAP) / columns;
    return {
      step: width + COLUMN_GAP,
      blocks: parts.map((part) => leafletBlock(part, { ...setting, width })),
    };
  };
  const two = setIn(2);
  const parted = parts.map((_, index) =>
    sideBySide(
      [stacked(two.blocks.slice(0, index + 1), GAP), stacked(two.blocks.slice(index + 1), GAP)],
      two.step,
    ),
  );
  const three = setIn(3);
  const all = parts.length === 3 ? [...parted, sideBySide(three.blocks, three.step)] : parted;
  return all.reduce((best, each) => (each.height < best.height ? each : best), all[0] ?? stacked([], 0));
}

function definitions(
  { frames, colours }: Page,
  { variant }: PlanPicture,
  { legPictures, fontRules }: SheetMeans,
): SvgElement {
  return svgElement('defs', {}, [
    ...(fontRules === '' ? [] : [svgElement('style', {}, [fontRules])]),
    groinClip(),
    ...legDefinitions(frames, variant === 'colour' ? legPictures : null, colours),
  ]);
}

function legsGroup(page: Page, picture: PlanPicture, means: SheetMeans): SvgElement {
  const { legs, frames, veins, colours } = page;
  const pictures = picture.variant === 'colour' ? means.legPictures : null;
  const place = `translate(${legs.minX.toFixed(2)} ${legs.minY.toFixed(2)})`;
  return svgElement('g', { id: 'legs', transform: place, fill: 'none' }, [
    ...frames.map((frame) => viewGroup(frame, veins, pictures)),
    ...frames.flatMap((frame) => viewHeading(frame, colours, viewHeadingForPatients(frame.view))),
    ...layOutBadges(veins, picture.steps).map((badges) => badgeGroup(badges, colours)),
  ]);
}

function viewGroup(
  frame: ViewFrame,
  veins: readonly SheetVein[],
  pictures: SheetMeans['legPictures'],
): SvgElement {
  const shown = veins.filter((drawn) => drawn.frame === frame);
  return svgElement(
    'g',
    {
      id: `view-${frame.view.leg}-${frame.view.aspect}`,
      transform: frameTransform(frame),
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
    },
    [...legPaths(frame, pictures), ...shown.flatMap(bandPaths), ...shown.map(veinGroup)],
  );
}
