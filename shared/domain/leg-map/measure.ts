import { boxAround, distance, type Point } from '../../geometry/point.ts';
import { polygonArea, polygonCentre } from '../../geometry/polygon.ts';
import { pathLength, pointAlong } from '../../geometry/polyline.ts';
import { smoothCurve } from '../../geometry/smooth.ts';
import { REFERENCE_BODY_HEIGHT_MM } from './leg-reference.ts';
import type { ScaleMark } from './map-mark.ts';
import { levelOf, regionOf, type Level, type Region } from './region.ts';
import type { Vein } from './vein.ts';

/** What follows from where a vein was drawn and how tall the patient is. */
export interface VeinMeasures {
  /** Line: along the vessel, its side branches not counted. Web: the longer side of its extent. Whole millimetres. */
  readonly lengthMm: number;
  /** Webs only: whole square millimetres. */
  readonly areaMm2: number | null;
  /** Webs only: the extent, the longer side first, whole millimetres. */
  readonly sizeMm: readonly [number, number] | null;
  readonly region: Region;
  readonly level: Level;
}

/** Body height over that of the measured leg; 1 while the height is unknown. */
export function heightScaleOf(heightMm: number | null): number {
  return heightMm === null ? 1 : heightMm / REFERENCE_BODY_HEIGHT_MM;
}

/** Between these a leg may be smaller or larger than the measured one; what lies beyond is a slip of hand or ruler. */
const PLAUSIBLE_SCALE = { min: 0.6, max: 1.6 } as const;

/** The distance on the skin over the same distance on the reference leg. */
export function scaleOfMark({ from, to, distanceMm }: Pick<ScaleMark, 'from' | 'to' | 'distanceMm'>): number {
  return distanceMm / distance(from, to);
}

/** Whether a measured distance can be that of a leg: its scale lies between 0.6 and 1.6. */
export function isPlausibleScale(mark: Pick<ScaleMark, 'from' | 'to' | 'distanceMm'>): boolean {
  // Where the mark lies must not matter: at the limit the last bit of a coordinate would decide.
  const scale = Math.round(scaleOfMark(mark) * 1_000_000) / 1_000_000;
  return scale >= PLAUSIBLE_SCALE.min && scale <= PLAUSIBLE_SCALE.max;
}

/** Millimetres of the patient per millimetre of the reference leg: by the measured distance, else by body height, else 1. */
export function mapScale({
  heightMm,
  scaleMark,
}: {
  readonly heightMm: number | null;
  readonly scaleMark: ScaleMark | null;
}): number {
  return scaleMark === null ? heightScaleOf(heightMm) : scaleOfMark(scaleMark);
}

/** Spacing of the curve that is measured and drawn. */
const CURVE_STEP_MM = 1;

/** The course of a line, or of one of its branches, as it is drawn: a smooth curve through the kept points. */
export function courseOf(path: readonly Point[]): readonly Point[] {
  return smoothCurve(path, CURVE_STEP_MM);
}

/** The edge of a web as it is drawn. */
export function edgeOf(path: readonly Point[]): readonly Point[] {
  return smoothCurve(path, CURVE_STEP_MM, true);
}

/** Measures a vein on a leg of the given scale (`mapScale`). */
export function measureVein(vein: Vein, heightScale: number): VeinMeasures {
  const anchor = anchorOf(vein);
  const place = { region: regionOf(anchor, vein), level: levelOf(anchor[1]) };
  if (vein.pattern === 'line') {
    const lengthMm = pathLength(courseOf(vein.path)) * heightScale;
    return { lengthMm: Math.round(lengthMm), areaMm2: null, sizeMm: null, ...place };
  }
  const edge = edgeOf(vein.path);
  const box = boxAround(edge);
  const sides = [box.maxX - box.minX, box.maxY - box.minY].map((side) => Math.round(side * heightScale));
  const [long, short] = [Math.max(...sides), Math.min(...sides)];
  const areaMm2 = Math.round(polygonArea(edge) * heightScale ** 2);
  return { lengthMm: long, areaMm2, sizeMm: [long, short], ...place };
}

/** The point that stands for a vein: half-way along a line, the centre of gravity of a web. */
export function anchorOf(vein: Pick<Vein, 'pattern' | 'path'>): Point {
  return vein.pattern === 'line'
    ? pointAlong(vein.path, pathLength(vein.path) / 2)
    : polygonCentre(vein.path);
}
