import type { LegView, PointMm, Vein } from '../../../shared/domain/leg-map/vein.ts';
import { idOf } from '../../../shared/kernel/ids.ts';

/** A stroke in a region of 600 × 1000 units, `y` down. */
export interface Stroke {
  readonly points: readonly (readonly [x: number, y: number])[];
  /** `#rrggbb`. */
  readonly color: string;
  /** In units of the region. */
  readonly width: number;
}

/** The view that the region lies on, and where: all of it within the thigh, so that every stroke lies on the leg. */
export const REGION_VIEW: LegView = { leg: 'left', aspect: 'anterior' };
const MM_PER_UNIT = 0.14;
const CORNER_MM: PointMm = [-46, 695];

export const REGION = { mmPerUnit: MM_PER_UNIT, corner: CORNER_MM } as const;

/** A point of the region in millimetres of the view. */
export function toLeg([x, y]: readonly [number, number]): PointMm {
  return [CORNER_MM[0] + x * MM_PER_UNIT, CORNER_MM[1] - y * MM_PER_UNIT];
}

/** Strokes as the veins that they would be on the map. Their numbers begin where nobody draws. */
export function veinsOfStrokes(strokes: readonly Stroke[]): readonly Vein[] {
  return strokes.map(({ points, color, width }, index): Vein => {
    const diameterMm = Math.min(20, Math.max(0.1, Math.round(width * MM_PER_UNIT * 10) / 10));
    return {
      ...REGION_VIEW,
      id: idOf<'vein'>(crypto.randomUUID()),
      number: 1_001 + index,
      kind: diameterMm <= 1 ? 'telangiectasia' : diameterMm <= 3 ? 'reticular' : 'varicose',
      pattern: 'line',
      colour: colourNear(color),
      diameterMm,
      depth: 'intradermal',
      path: points.map(toLeg),
      branches: [],
      feederId: null,
      note: '',
      carriedOverFrom: null,
    };
  });
}

function colourNear(hex: string): Vein['colour'] {
  const value = Number.parseInt(hex.slice(1), 16);
  const [red, green, blue] = [(value >> 16) & 255, (value >> 8) & 255, value & 255];
  if (red > blue * 1.5) return 'red';
  if (red > green * 1.2) return 'purple';
  return green > red * 1.5 ? 'blue-green' : 'blue';
}
