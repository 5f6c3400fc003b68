import fc from 'fast-check';
import type { Limit } from '../../../../../shared/domain/dose/label-profile.ts';
import { LEGS, VEIN_KINDS } from '../../../../../shared/domain/leg-map/vein.ts';
import type { PlannerInput, PlannerVein } from '../../../../../shared/domain/plan/planner.ts';
import { grams, microlitres } from '../../../../../shared/kernel/units.ts';
import { percent, shipped } from '../../dose/examples.ts';
import { planned, veinId } from '../planned-veins.ts';

const SHAPES = ['none', 'chain', 'tree', 'stars'] as const;
type Shape = (typeof SHAPES)[number];

/** How large the doses are, in steps of 50 µL for all punctures of a vein together. */
const SIZES = {
  small: { min: 2, max: 60 },
  large: { min: 24, max: 98 },
  'a third to a half': { min: 64, max: 104 },
  'too large': { min: 60, max: 330 },
} as const;

const own = (id: string, more: Partial<Limit>): Limit => ({
  id,
  quantity: 'total-volume',
  window: 'session',
  cap: { per: 'person', amount: 4_000 },
  scope: {},
  severity: 'hard',
  source: { text: 'A clinic of its own', mark: 'clinic' },
  ...more,
});

/** Limits that a clinic may add to a label. */
const OWN_LIMITS: readonly (readonly Limit[])[] = [
  [],
  [],
  [own('own-volume', { cap: { per: 'person', amount: 4_000 }, severity: 'soft' })],
  [own('own-leg', { window: 'leg-in-session', cap: { per: 'person', amount: 6_000 } })],
  [own('own-injections', { quantity: 'injections', cap: { per: 'person', amount: 12 } })],
  [own('own-mass', { quantity: 'mass', cap: { per: 'kilogram', amount: 1_000 }, scope: { form: 'liquid' } })],
  [own('own-spider', { quantity: 'liquid-volume', scope: { veinKinds: ['telangiectasia'] } })],
  [own('own-caution', { cap: { per: 'person', amount: 500 }, severity: 'caution' })],
];

const anyVein = (size: keyof typeof SIZES) =>
  fc.record({
    leg: fc.constantFrom(...LEGS),
    kind: fc.constantFrom(...VEIN_KINDS),
    diameterMm: fc.constantFrom(null, 0.6, 2.5, 3, 3.5, 7),
    hundredths: fc.constantFrom(25, 50, 100, 200, 300),
    gasParts: fc.constantFrom(0, 0, 0, 3, 4, 5),
    steps: fc.integer(SIZES[size]),
    /** Some microlitres off the step, so that punctures differ and masses have to be rounded. */
    odd: fc.constantFrom(0, 0, 0, 1, 7),
    punctures: fc.integer({ min: 1, max: 8 }),
    feeder: fc.nat(1_000),
    lockedTo: fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, fc.integer({ min: 1, max: 3 })),
  });

type DrawnVein = ReturnType<typeof anyVein> extends fc.Arbitrary<infer T> ? T : never;

/** Feeders always lie before what they feed, so that there is no circle. */
function feederOf(shape: Shape, index: number, drawn: number): number | null {
  if (shape === 'none' || index === 0) return null;
  if (shape === 'chain') return index % 5 === 0 ? null : index - 1;
  if (shape === 'stars') return index % 4 === 0 ? null : index - (index % 4);
  return drawn % 3 === 0 ? null : drawn % index;
}

function veinOf(drawn: DrawnVein, index: number, shape: Shape, locks: boolean): PlannerVein {
  const feeder = feederOf(shape, index, drawn.feeder);
  const strengthUgPerMl = percent(drawn.hundredths);
  const { leg, kind, diameterMm, punctures, gasParts } = drawn;
  return planned(`v${String(index)}`, {
    leg,
    kind,
    diameterMm,
    punctures,
    preparation:
      gasParts === 0 ? { form: 'liquid', strengthUgPerMl } : { form: 'foam', strengthUgPerMl, gasParts },
    volumeUl: microlitres(drawn.steps * 50 + drawn.odd),
    feederId: feeder === null ? null : veinId(`v${String(feeder)}`),
    lockedTo: locks ? drawn.lockedTo : null,
  });
}

export interface Kind {
  readonly veins: { readonly least: number; readonly most: number };
  readonly sizes: readonly (keyof typeof SIZES)[];
  readonly locks?: boolean;
  /** Caps of single sessions that are tighter than the limits. */
  readonly tighterCaps?: boolean;
  /** Sessions of limited minutes. */
  readonly minutes?: boolean;
}

/** A patient with so many veins to be planned, under a label and perhaps limits of the clinic's own. */
export function anyCase({ veins, sizes, locks = false, ...more }: Kind): fc.Arbitrary<PlannerInput> {
  return fc
    .record({
      drawn: fc
        .constantFrom(...sizes)
        .chain((size) => fc.array(anyVein(size), { minLength: veins.least, maxLength: veins.most })),
      shape: fc.constantFrom(...SHAPES),
      profile: fc.constantFrom('strictest', 'us-asclera', 'de-aethoxysklerol', 'ch-aethoxysklerol'),
      limits: fc.constantFrom(...OWN_LIMITS),
      weightHalfKg: fc.integer({ min: 80, max: 190 }),
      proneToHypersensitivity: fc.nat(3).map((drawn) => drawn === 0),
      isFirstSession: fc.boolean(),
      oneLegPerSession: fc.boolean(),
      order: fc.constantFrom('fewest', 'balanced', 'feeders-first'),
      minutes: fc.constantFrom(null, 10, 20, 30),
      caps: fc.array(fc.option(fc.integer({ min: 5, max: 100 }), { nil: null }), { maxLength: 3 }),
    })
    .map((drawn): PlannerInput => {
      const { profile, limits, weightHalfKg, proneToHypersensitivity, isFirstSession } = drawn;
      const all = [...shipped(profile).limits, ...limits];
      return {
        veins: drawn.drawn.map((vein, index) => veinOf(vein, index, drawn.shape, locks)),
        limits: all,
        patient: { weightG: grams(weightHalfKg * 500), proneToHypersensitivity, isFirstSession },
        options: {
          oneLegPerSession: drawn.oneLegPerSession,
          order: drawn.order,
          time:
            more.minutes === true && drawn.minutes !== null
              ? { minutesPerSession: drawn.minutes, secondsPerPuncture: 60 }
              : null,
        },
        ...(more.tighterCaps === true
          ? { sessionCaps: drawn.caps.map((tenths) => tighter(all, tenths)) }
          : {}),
      };
    });
}

/** The surgeon's tighter volume of one session, in tenths of a mL; null: none. */
function tighter(limits: readonly Limit[], tenths: number | null): ReadonlyMap<string, number> {
  const limit = limits.find(({ id }) => ['session-volume', 'foam-session'].includes(id));
  return new Map(limit && tenths !== null ? [[limit.id, tenths * 100]] : []);
}
