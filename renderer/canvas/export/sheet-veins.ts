import { sameView } from '../../../shared/domain/leg-map/views.ts';
import { veinLabel, type Vein } from '../../../shared/domain/leg-map/vein.ts';
import { veinWordsInFull } from '../../text/map-text.ts';
import type { CanvasColours } from '../canvas-colours.ts';
import type { ViewFrame } from '../layout/arrange-views.ts';
import { colourOfVein, widthPx } from '../paint/paint-vein.ts';
import { branchProfile, ribbon, trunkProfile } from '../paint/ribbon.ts';
import { MAPPED, type VeinMark, type VeinState } from '../vein-mark.ts';
import { shapeOf, type VeinShape } from '../vein-shape.ts';
import { coloursOf } from './sheet-colours.ts';
import type { MapSheet, SheetVariant } from './map-sheet.ts';
import { svgElement, type SvgAttributes, type SvgElement } from './svg-element.ts';
import { closedPath, openPath } from './svg-path.ts';

/** A vein of the sheet with all that it is drawn from. */
export interface SheetVein {
  readonly vein: Vein;
  readonly shape: VeinShape;
  readonly mark: VeinMark;
  readonly frame: ViewFrame;
  readonly variant: SheetVariant;
  readonly colours: CanvasColours;
}

/** The veins that the frames show, in the order given. */
export function sheetVeins(
  sheet: Pick<MapSheet, 'veins' | 'marks' | 'variant'>,
  frames: readonly ViewFrame[],
): readonly SheetVein[] {
  const byId = new Map(sheet.veins.map((vein) => [vein.id, vein]));
  const { variant } = sheet;
  return sheet.veins.flatMap((vein): SheetVein[] => {
    const frame = frames.find(({ view }) => sameView(view, vein));
    if (frame === undefined) return [];
    const feeder = vein.feederId === null ? null : (byId.get(vein.feederId) ?? null);
    const unmarked: VeinMark = vein.carriedOverFrom === null ? MAPPED : { state: 'carried-over' };
    const mark = sheet.marks.get(vein.id) ?? unmarked;
    return [{ vein, shape: shapeOf(vein, feeder), mark, frame, variant, colours: coloursOf(variant) }];
  });
}

const UNTREATED: readonly VeinState[] = ['mapped', 'planned', 'new', 'carried-over'];

/** In black and white a dashed vein is one that was not treated, or that is due again. */
export function isDashed({ variant, mark }: SheetVein): boolean {
  return variant === 'black-and-white' && UNTREATED.includes(mark.state);
}

/** Runs `y` up in millimetres of the leg, as the map has it; widths are those of the sheet divided by the scale. */
export function frameTransform({ x, y, scale }: ViewFrame): string {
  return `matrix(${scale.toFixed(6)} 0 0 ${(-scale).toFixed(6)} ${x.toFixed(3)} ${y.toFixed(3)})`;
}

/** The vein as a group in the millimetres of its view, its label as id. */
export function veinGroup(drawn: SheetVein): SvgElement {
  const { vein, mark } = drawn;
  const label = veinLabel(vein);
  return svgElement(
    'g',
    {
      id: `vein-${label}`,
      stroke: colourOfVein(drawn.colours, vein),
      opacity: mark.dimmed === true ? 0.38 : undefined,
    },
    [svgElement('title', {}, [`${label}: ${veinWordsInFull(vein)}`]), ...veinPaths(drawn)],
  );
}

function veinPaths(drawn: SheetVein): readonly SvgElement[] {
  const { vein, mark, variant } = drawn;
  if (mark.state === 'cleared') return clearedPaths(drawn);
  if (vein.pattern === 'web') return webPaths(drawn);
  if (isDashed(drawn) || (mark.state === 'responding' && variant === 'colour')) return dashedPaths(drawn);
  return vein.kind === 'telangiectasia' ? finePaths(drawn) : trunkPaths(drawn);
}

/** Width of the vessel on the sheet, in millimetres of the leg. */
function widthMm({ vein, frame, variant }: SheetVein): number {
  const px = widthPx(vein.kind, vein.diameterMm, frame.scale);
  const least = { telangiectasia: 0.9, reticular: 2.6, varicose: 4.2 }[vein.kind];
  return (variant === 'colour' ? px : Math.max(px, least)) / frame.scale;
}

function trunkPaths(drawn: SheetVein): readonly SvgElement[] {
  const { vein, shape, mark, frame, variant } = drawn;
  const [width, px] = [widthMm(drawn), 1 / frame.scale];
  const parts = [
    ...shape.branches.map((branch) => ribbon(branch, branchProfile(width * 0.58))),
    ribbon(shape.main, trunkProfile(width, vein.number * 1.7)),
  ];
  const d = parts.map(closedPath).join('');
  const colour = colourOfVein(drawn.colours, vein);
  if (variant === 'black-and-white') {
    // A white core tells a varicose vein from a reticular one where there is no other difference than width.
    const fill = vein.kind === 'varicose' ? drawn.colours.surface : colour;
    return [svgElement('path', { d, fill, 'stroke-width': (vein.kind === 'varicose' ? 1.1 : 0.5) * px })];
  }
  const opacity = mark.state === 'injected' ? 0.75 : undefined;
  return [
    svgElement('path', { d, 'stroke-width': 4 * px, 'stroke-opacity': 0.13 }),
    svgElement('path', { d, fill: colour, 'stroke-width': 0.5 * px, opacity }),
  ];
}

function finePaths(drawn: SheetVein): readonly SvgElement[] {
  const { shape, frame } = drawn;
  const width = widthMm(drawn);
  const twig = Math.max(0.7 / frame.scale, width * 0.65);
  return [
    svgElement('path', { d: openPath(shape.main), 'stroke-width': width }),
    ...branchPath(shape, { 'stroke-width': twig }),
  ];
}

/** Side branches stay whole in black and white: they make the vein recognisable. */
function dashedPaths(drawn: SheetVein): readonly SvgElement[] {
  const { vein, shape, frame, variant } = drawn;
  const [width, px] = [widthMm(drawn), 1 / frame.scale];
  const fine = variant === 'black-and-white' && vein.kind === 'telangiectasia';
  const dashes = dashText(fine ? [4.5, 2.2] : [7, variant === 'colour' ? 4 : 3], px);
  const how = { 'stroke-linecap': 'butt', 'stroke-dasharray': dashes };
  const main = { d: openPath(shape.main), 'stroke-width': Math.max(1.3 * px, width), ...how };
  const branches = variant === 'colour' ? how : {};
  const branchWidth = variant === 'colour' ? Math.max(px, width * 0.5) : Math.max(0.7 * px, width * 0.3);
  return [svgElement('path', main), ...branchPath(shape, { 'stroke-width': branchWidth, ...branches })];
}

function clearedPaths(drawn: SheetVein): readonly SvgElement[] {
  const { vein, shape, frame, colours } = drawn;
  const px = 1 / frame.scale;
  if (vein.pattern === 'web') {
    const how = { stroke: colours.ok, 'stroke-dasharray': dashText([0, 3.2], px) };
    return strandPaths(shape, (share) => 1.1 * px * share, how);
  }
  const dot = Math.min(3.4, Math.max(1, widthPx(vein.kind, vein.diameterMm, frame.scale))) * px;
  const how = { stroke: colours.ok, 'stroke-width': dot, 'stroke-dasharray': dashText([0, 2.1 * dot], 1) };
  return [svgElement('path', { d: openPath(shape.main), ...how }), ...branchPath(shape, how)];
}

function webPaths(drawn: SheetVein): readonly SvgElement[] {
  const { vein, shape, mark, frame, variant, colours } = drawn;
  const px = 1 / frame.scale;
  const hull = (width: number, dashes: string | undefined) =>
    svgElement('path', {
      d: closedPath(shape.main),
      'stroke-width': width * px,
      'stroke-dasharray': dashes,
    });
  if (variant === 'black-and-white') {
    const dashes = isDashed(drawn) ? dashText([4.5, 3], px) : undefined;
    const how = { stroke: colours.ctl };
    return [...strandPaths(shape, (share) => Math.max(0.35 * px, 1.3 * share), how), hull(1.3, dashes)];
  }
  const thin = mark.state === 'responding';
  const width = Math.max(0.95, widthPx(vein.kind, vein.diameterMm, frame.scale)) * (thin ? 0.7 : 1);
  const how = thin ? { opacity: 0.6 } : {};
  const strands = strandPaths(shape, (share) => Math.max(0.65, width * share) * px, how);
  return thin ? [hull(1.3, dashText([5, 3], px)), ...strands] : strands;
}

function branchPath(shape: VeinShape, how: SvgAttributes): readonly SvgElement[] {
  const d = shape.branches.map(openPath).join('');
  return d === '' ? [] : [svgElement('path', { d, ...how })];
}

/** The vessels of a web in three thicknesses, one path each. */
function strandPaths(
  { strands }: VeinShape,
  widthOf: (share: number) => number,
  how: SvgAttributes,
): readonly SvgElement[] {
  const thicknessOf = (share: number) => (share >= 1 ? 1.15 : share >= 0.5 ? 0.85 : 0.62);
  return [1.15, 0.85, 0.62].flatMap((thickness) => {
    const d = strands
      .filter(({ share }) => thicknessOf(share) === thickness)
      .map(({ course }) => openPath(course))
      .join('');
    return d === '' ? [] : [svgElement('path', { d, 'stroke-width': widthOf(thickness), ...how })];
  });
}

/** Dashes of the sheet, in the millimetres of a leg. */
export function dashText(dashes: readonly number[], px: number): string {
  return dashes.map((dash) => (dash * px).toFixed(2)).join(' ');
}
