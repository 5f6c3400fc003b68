import type { VeinId } from '../../kernel/ids.ts';
import type { CalendarDate } from '../../kernel/time.ts';

export const LEGS = ['right', 'left'] as const;
export type Leg = (typeof LEGS)[number];

export const ASPECTS = ['anterior', 'medial', 'posterior', 'lateral'] as const;
/** The side from which a view looks at the leg. */
export type Aspect = (typeof ASPECTS)[number];

/** One of the eight pictures: a leg seen from a side. */
export interface LegView {
  readonly leg: Leg;
  readonly aspect: Aspect;
}

/**
 * A point on a view of the reference leg, in millimetres: `x` grows to the right of the picture as the viewer sees it
 * (0 is the ankle joint in front and back views, the knee joint in side views), `y` is the height above the sole.
 * The right leg's views are the mirror images of the left's. Kept to a hundredth of a millimetre.
 */
export type PointMm = readonly [x: number, y: number];

export const VEIN_KINDS = ['telangiectasia', 'reticular', 'varicose'] as const;
/** Telangiectasia: intradermal, up to 1 mm. Reticular: subdermal, up to 3 mm. Varicose: larger. */
export type VeinKind = (typeof VEIN_KINDS)[number];

export const VEIN_PATTERNS = ['line', 'web'] as const;
/** A line has a path along the vessel; a web has a path around the area. */
export type VeinPattern = (typeof VEIN_PATTERNS)[number];

export const VEIN_COLOURS = ['red', 'purple', 'blue', 'blue-green'] as const;
export type VeinColour = (typeof VEIN_COLOURS)[number];

export const VEIN_DEPTHS = ['intradermal', 'subdermal', 'subcutaneous'] as const;
export type VeinDepth = (typeof VEIN_DEPTHS)[number];

/** A vein as it is mapped. Its length, level and region are not stored: they follow from the geometry. */
export interface Vein {
  readonly id: VeinId;
  readonly leg: Leg;
  readonly aspect: Aspect;
  /** Counts up within a leg of a case and is never used again: with the leg it makes the label, `L1`. */
  readonly number: number;
  readonly kind: VeinKind;
  readonly pattern: VeinPattern;
  readonly colour: VeinColour;
  /** 0.1 to 20 mm, in tenths. */
  readonly diameterMm: number;
  readonly depth: VeinDepth;
  /** Line: from its origin along the vessel, at least two points. Web: the outline of its area, at least three, not closed. */
  readonly path: readonly PointMm[];
  /** Side branches of a line that are treated with it, each from the vein outwards. */
  readonly branches: readonly (readonly PointMm[])[];
  readonly feederId: VeinId | null;
  readonly note: string;
  /** The day of the older map that this vein was taken from, until somebody has seen it again; null once confirmed. */
  readonly carriedOverFrom: CalendarDate | null;
}

/** `L1`, `R12`: how a vein is called everywhere. */
export function veinLabel(vein: Pick<Vein, 'leg' | 'number'>): string {
  return `${vein.leg === 'left' ? 'L' : 'R'}${String(vein.number)}`;
}
