import type { Source } from '../dose/label-profile.ts';

export const AFTERCARE_POINTS = [
  'walk-at-once',
  'compression',
  'no-high-impact-exercise',
  'no-sun',
  'no-heat',
  'no-waxing',
  'ask-before-long-travel',
  'what-is-usual',
  'warning-signs',
  'foam-no-driving',
  'foam-discomfort',
] as const;
/** Something that a patient is told after a session. */
export type AftercarePoint = (typeof AFTERCARE_POINTS)[number];

/** How long a point holds, and when it is said. */
export interface AftercareRule {
  readonly point: AftercarePoint;
  /** Days from the session; null: not a matter of days. */
  readonly days: number | null;
  readonly foamOnly: boolean;
}

/** Where the points come from. */
export const AFTERCARE_SOURCE: Source = { text: "The clinic's patient information", mark: 'clinic' };

const always = (point: AftercarePoint, days: number | null = null): AftercareRule => ({
  point,
  days,
  foamOnly: false,
});
const afterFoam = (point: AftercarePoint): AftercareRule => ({ point, days: null, foamOnly: true });

const RULES: readonly AftercareRule[] = [
  always('walk-at-once'),
  always('compression'),
  always('no-high-impact-exercise', 14),
  always('no-sun', 14),
  always('no-heat', 14),
  always('no-waxing', 28),
  always('ask-before-long-travel', 28),
  always('what-is-usual'),
  always('warning-signs'),
  afterFoam('foam-no-driving'),
  afterFoam('foam-discomfort'),
];

/** What is to be explained after a session, in the order in which it is said; more where foam was given. */
export function aftercareRules(hasFoam: boolean): readonly AftercareRule[] {
  return RULES.filter(({ foamOnly }) => hasFoam || !foamOnly);
}
