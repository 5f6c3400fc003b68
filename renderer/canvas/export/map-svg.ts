import { veinLabel } from '../../../shared/domain/leg-map/vein.ts';
import { sameView } from '../../../shared/domain/leg-map/views.ts';
import type { Box, Point } from '../../../shared/geometry/point.ts';
import { SHEET_TEXT } from '../../text/export-text.ts';
import { dateText } from '../../text/format.ts';
import type { CanvasColours } from '../canvas-colours.ts';
import { arrangeViews, type ViewFrame } from '../layout/arrange-views.ts';
import { PX_PER_MM, type MapSheet, type SheetMeans } from './map-sheet.ts';
import { bandPaths, hatchPattern } from './sheet-bands.ts';
import { coloursOf } from './sheet-colours.ts';
import { levelLines, scaleBar, viewHeading } from './sheet-ground.ts';
import { labelGroup, layOutSheetLabels, type LabelLayout } from './sheet-labels.ts';
import { layOutLegend, legendGroup, legendItems, type LegendLayout } from './sheet-legend.ts';
import { groinClip, legDefinitions, legPaths } from './sheet-legs.ts';
import {
  dotGroups,
  layOutNotes,
  noteListGroup,
  pinGroup,
  sheetPins,
  type NoteList,
  type SheetPin,
} from './sheet-pins.ts';
import { cutToFit, textElement } from './sheet-text.ts';
import { titleBlock, TITLE_HEIGHT } from './sheet-title.ts';
import { frameTransform, sheetVeins, veinGroup, type SheetVein } from './sheet-veins.ts';
import { svgElement, xmlOf, type SvgElement } from './svg-element.ts';

const MARGIN = 10 * PX_PER_MM;
const FOOT_HEIGHT = 18;
const LEVEL_NAMES_WIDTH = 78;
/** Room for a label at either side of each leg; so much that both legs come in two rows. */
const GUTTER = 90;

/**
 * A picture of the map as the text of an SVG file: title block, legs with their veins and labels, scale bar and legend. The
 * paths of legs and veins are in millimetres of the reference leg. It stands alone: no script, and nothing that it would fetch.
 */
export function mapSvg(sheet: MapSheet, means: SheetMeans): string {
  const scene = layOut(sheet, means);
  const { size, titleBlock: words } = sheet;
  const pictures = sheet.variant === 'colour' ? means.legPictures : null;
  const [width, height] = [size.widthMm * PX_PER_MM, size.heightMm * PX_PER_MM];
  const root = svgElement(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: `${String(size.widthMm)}mm`,
      height: `${String(size.heightMm)}mm`,
      viewBox: `0 0 ${width.toFixed(2)} ${height.toFixed(2)}`,
      'font-family': scene.colours.font,
    },
    [
      svgElement('title', {}, [`Leg map, ${words.recordNumber}, ${dateText(words.mapDate)}`]),
      definitions(scene, pictures, means.fontRules),
      svgElement('rect', { width, height, fill: scene.colours.surface }),
      svgElement('g', { id: 'title-block' }, titleBlock(sheet, scene.title, scene.colours, means.measure)),
      mapGroup(scene, sheet, pictures),
      ...footer(scene, sheet, means),
    ],
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xmlOf(root)}\n`;
}

type LegPictures = SheetMeans['legPictures'];

interface Scene {
  readonly colours: CanvasColours;
  readonly title: Box;
  /** The part of the sheet for the legs; frames and labels are in its pixels. */
  readonly map: Box;
  readonly frames: readonly ViewFrame[];
  readonly veins: readonly SheetVein[];
  readonly pins: readonly SheetPin[];
  readonly labels: LabelLayout;
  readonly legend: LegendLayout;
  readonly notes: NoteList;
}

/** Decides where everything stands: legend and notes take what they need, the legs get the rest. */
function layOut(sheet: MapSheet, { measure }: SheetMeans): Scene {
  const colours = coloursOf(sheet.variant);
  const [width, height] = [sheet.size.widthMm * PX_PER_MM, sheet.size.heightMm * PX_PER_MM];
  const [left, right] = [MARGIN, width - MARGIN];
  const title = { minX: left, minY: MARGIN, maxX: right, maxY: MARGIN + TITLE_HEIGHT };
  const framesIn = (room: number) => framesOf(sheet, right - left, room);
  // Which veins and pins are on does not depend on how large the legs come out.
  const unplaced = framesIn(400);
  const scope = { variant: sheet.variant, colours };
  const pinsOn = sheetPins(sheet.pins, unplaced);
  const items = legendItems({
    ...scope,
    veins: sheetVeins(sheet, unplaced),
    pins: pinsOn.map(({ pin }) => pin),
    dots: sheet.dots.filter((dot) => unplaced.some(({ view }) => sameView(view, dot))),
  });
  const legend = layOutLegend(items, right - left, measure);
  const notes = layOutNotes(pinsOn, right - left, measure);
  const bottom = height - MARGIN - FOOT_HEIGHT - notes.height - legend.height - 14;
  const map = { minX: left, minY: title.maxY, maxX: right, maxY: bottom };
  const frames = framesIn(bottom - title.maxY);
  const veins = sheetVeins(sheet, frames);
  const bounds = { minX: LEVEL_NAMES_WIDTH, minY: 40, maxX: right - left, maxY: bottom - title.maxY - 26 };
  const labels = layOutSheetLabels(veins, { bounds, frames }, measure);
  return { colours, title, map, frames, veins, pins: sheetPins(sheet.pins, frames), labels, legend, notes };
}

function framesOf({ views }: MapSheet, width: number, height: number): readonly ViewFrame[] {
  const insets = { top: 0, right: 4, bottom: 12, left: LEVEL_NAMES_WIDTH };
  return arrangeViews(views, { width, height, insets, gutter: GUTTER, titleHeight: 46 });
}

function definitions({ frames, colours }: Scene, pictures: LegPictures, fontRules: string): SvgElement {
  const [first] = frames;
  return svgElement('defs', {}, [
    ...(fontRules === '' ? [] : [svgElement('style', {}, [fontRules])]),
    groinClip(),
    ...legDefinitions(frames, pictures, colours),
    ...(first === undefined ? [] : [hatchPattern(1 / first.scale, colours.ink3)]),
  ]);
}

function mapGroup(
  { frames, veins, pins, labels, colours, map }: Scene,
  sheet: MapSheet,
  pictures: LegPictures,
) {
  const width = map.maxX - map.minX;
  const [first] = frames;
  return svgElement(
    'g',
    { id: 'map', transform: `translate(${map.minX.toFixed(2)} ${map.minY.toFixed(2)})`, fill: 'none' },
    [
      ...levelLines(frames, width, colours),
      ...frames.map((frame) => viewGroup(frame, veins, pictures)),
      ...frames.flatMap((frame) => viewHeading(frame, colours)),
      ...labels.labels.map((label) => labelGroup(label, labels.size)),
      ...dotGroups(sheet.dots, frames, colours),
      ...pins.map((pin) => pinGroup(pin, colours)),
      ...(first === undefined
        ? []
        : [scaleBar(first.scale, sheet.heightScale, map.maxY - map.minY - 8, colours)]),
    ],
  );
}

function viewGroup(frame: ViewFrame, veins: readonly SheetVein[], pictures: LegPictures): SvgElement {
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

/** Legend between two lines, the words of the marks, and whose sheet this is. */
function footer(
  { map, legend, notes, labels, colours }: Scene,
  { titleBlock: words }: MapSheet,
  { measure }: SheetMeans,
): readonly SvgElement[] {
  const legendTop = map.maxY + 6;
  const notesTop = legendTop + legend.height + 6;
  const rule = (y: number) =>
    svgElement('path', {
      d: `M${map.minX.toFixed(2)} ${y.toFixed(2)}H${map.maxX.toFixed(2)}`,
      stroke: colours.ink,
      'stroke-width': 1,
    });
  const foot: Point = [map.minX, notesTop + notes.height + FOOT_HEIGHT - 3];
  const small = { px: 11, weight: 400 };
  const whose = `${words.patientName} · ${words.recordNumber} · ${dateText(words.mapDate)}`;
  const missing = labels.leftOut.map(({ vein }) => veinLabel(vein));
  const note = missing.length === 0 ? SHEET_TEXT.sides : SHEET_TEXT.noRoom(missing);
  const half = (map.maxX - map.minX) / 2 - 10;
  const cut = (text: string) => cutToFit(text, half, measure, small);
  return [
    rule(map.maxY + 3),
    legendGroup(legend, [map.minX, legendTop], colours),
    rule(legendTop + legend.height + 3),
    noteListGroup(notes, [map.minX, notesTop], map.maxX - map.minX, colours),
    textElement(cut(whose), { x: foot[0], y: foot[1], ...small, fill: colours.ink2 }),
    textElement(cut(note), { x: map.maxX, y: foot[1], ...small, fill: colours.ink2, anchor: 'end' }),
  ];
}
