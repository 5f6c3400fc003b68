import type { Point } from '../../geometry/point.ts';
import { LANDMARKS_MM } from './leg-reference.ts';
import type { Aspect, LegView } from './vein.ts';

export const LEVELS = [
  'upper-thigh',
  'mid-thigh',
  'lower-thigh',
  'upper-leg',
  'mid-leg',
  'lower-leg',
  'foot',
] as const;
/** A seventh of the leg by height: thirds of the thigh, thirds of the lower leg, and the foot. */
export type Level = (typeof LEVELS)[number];

const THIGH_THIRD_MM = (LANDMARKS_MM.groin - LANDMARKS_MM.kneeJoint) / 3;
const LEG_THIRD_MM = (LANDMARKS_MM.kneeJoint - LANDMARKS_MM.ankleJoint) / 3;

/** Where each level begins, going down: it reaches from here to the floor of the level above. */
export const LEVEL_FLOORS_MM: Readonly<Record<Level, number>> = {
  'upper-thigh': LANDMARKS_MM.kneeJoint + 2 * THIGH_THIRD_MM,
  'mid-thigh': LANDMARKS_MM.kneeJoint + THIGH_THIRD_MM,
  'lower-thigh': LANDMARKS_MM.kneeJoint,
  'upper-leg': LANDMARKS_MM.ankleJoint + 2 * LEG_THIRD_MM,
  'mid-leg': LANDMARKS_MM.ankleJoint + LEG_THIRD_MM,
  'lower-leg': LANDMARKS_MM.ankleJoint,
  foot: -Infinity,
};

/** The heights between the levels and at their ends, from the groin down to the ankle, in millimetres. */
export const LEVEL_LINES_MM: readonly number[] = [
  LANDMARKS_MM.groin,
  ...LEVELS.filter((level) => level !== 'foot').map((level) => LEVEL_FLOORS_MM[level]),
];

/** The level at a height above the sole, in millimetres of the reference leg. A floor belongs to the level above it. */
export function levelOf(y: number): Level {
  return LEVELS.find((level) => y >= LEVEL_FLOORS_MM[level]) ?? 'foot';
}

export const REGIONS = [
  'groin',
  'buttock',
  'hip',
  'thigh-anterior',
  'thigh-medial',
  'thigh-posterior',
  'thigh-lateral',
  'knee-anterior',
  'knee-medial',
  'popliteal-fossa',
  'knee-lateral',
  'leg-anterior',
  'leg-medial',
  'calf-posterior',
  'leg-lateral',
  'ankle-anterior',
  'medial-malleolus',
  'ankle-posterior',
  'lateral-malleolus',
  'foot-dorsum',
  'foot-medial',
  'heel',
  'foot-lateral',
] as const;
/** A place on the leg by its accepted name. The word "leg" here is the part between knee and ankle. */
export type Region = (typeof REGIONS)[number];

type Part = 'hip' | 'thigh' | 'knee' | 'leg' | 'ankle' | 'foot';

/** Where the thigh ends, going up: behind at the fold below the buttock, elsewhere at the groin. */
const HIP_FLOORS_MM: Readonly<Record<Aspect, number>> = {
  anterior: LANDMARKS_MM.groin,
  medial: LANDMARKS_MM.groin,
  posterior: LANDMARKS_MM.groin - 25,
  lateral: LANDMARKS_MM.groin,
};

/** Floors of the parts below in millimetres: the knee reaches 55 mm above and below its joint, the ankle 51 above and 34 below. */
const PART_FLOORS_MM: readonly (readonly [Part, floorMm: number])[] = [
  ['thigh', LANDMARKS_MM.kneeJoint + 55],
  ['knee', LANDMARKS_MM.kneeJoint - 55],
  ['leg', LANDMARKS_MM.ankleJoint + 51],
  ['ankle', LANDMARKS_MM.ankleJoint - 34],
];

/** In side views the ankle ends this far towards the toes; what lies beyond is foot, however high. */
const ANKLE_FRONT_MM = 40;

const REGION_OF: Readonly<Record<Part, Readonly<Record<Aspect, Region>>>> = {
  hip: { anterior: 'groin', medial: 'groin', posterior: 'buttock', lateral: 'hip' },
  thigh: {
    anterior: 'thigh-anterior',
    medial: 'thigh-medial',
    posterior: 'thigh-posterior',
    lateral: 'thigh-lateral',
  },
  knee: {
    anterior: 'knee-anterior',
    medial: 'knee-medial',
    posterior: 'popliteal-fossa',
    lateral: 'knee-lateral',
  },
  leg: {
    anterior: 'leg-anterior',
    medial: 'leg-medial',
    posterior: 'calf-posterior',
    lateral: 'leg-lateral',
  },
  ankle: {
    anterior: 'ankle-anterior',
    medial: 'medial-malleolus',
    posterior: 'ankle-posterior',
    lateral: 'lateral-malleolus',
  },
  foot: { anterior: 'foot-dorsum', medial: 'foot-medial', posterior: 'heel', lateral: 'foot-lateral' },
};

/** The region of a point on a view of the reference leg. Every point has exactly one. */
export function regionOf(point: Point, view: LegView): Region {
  return REGION_OF[partOf(point, view)][view.aspect];
}

function partOf([x, y]: Point, view: LegView): Part {
  if (y >= HIP_FLOORS_MM[view.aspect]) return 'hip';
  const part = PART_FLOORS_MM.find(([, floorMm]) => y >= floorMm)?.[0] ?? 'foot';
  return part === 'ankle' && towardsToes(x, view) > ANKLE_FRONT_MM ? 'foot' : part;
}

/** How far a point of a side view lies towards the toes; 0 in front and back views. */
function towardsToes(x: number, view: LegView): number {
  if (view.aspect === 'anterior' || view.aspect === 'posterior') return 0;
  const toesAtLeft = (view.aspect === 'lateral') === (view.leg === 'left');
  return toesAtLeft ? -x : x;
}
