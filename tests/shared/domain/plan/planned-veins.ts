import fc from 'fast-check';
import { idOf, type VeinId } from '../../../../shared/kernel/ids.ts';
import { grams, microlitres } from '../../../../shared/kernel/units.ts';
import { massOf } from '../../../../shared/domain/dose/arithmetic.ts';
import { LEGS, VEIN_KINDS } from '../../../../shared/domain/leg-map/vein.ts';
import {
  proposeSessions,
  type PlannerInput,
  type PlannerVein,
  type PlanProposal,
} from '../../../../shared/domain/plan/planner.ts';
import { patientOf, percent, shipped } from '../dose/examples.ts';

export function veinId(text: string): VeinId {
  return idOf<'vein'>(text);
}

/** A reticular vein of the left leg: 1 mL of 1 % in 4 punctures, if nothing else is said. */
export function planned(id: string, more: Partial<PlannerVein> = {}): PlannerVein {
  return {
    id: veinId(id),
    leg: 'left',
    kind: 'reticular',
    preparation: { form: 'liquid', strengthUgPerMl: percent(100) },
    volumeUl: microlitres(1_000),
    punctures: 4,
    feederId: null,
    region: null,
    lockedTo: null,
    now: null,
    ...more,
  };
}

/** 10 mL a session and 2 mg/kg, for 60 kg: the volume binds at 1 %. */
export function inputOf(veins: readonly PlannerVein[], more: Partial<PlannerInput> = {}): PlannerInput {
  return {
    veins,
    limits: shipped('strictest').limits,
    patient: patientOf(60),
    options: { oneLegPerSession: false, order: 'fewest', time: null },
    ...more,
  };
}

export function plan(
  veins: readonly PlannerVein[],
  options: Partial<PlannerInput['options']> = {},
): PlanProposal {
  return proposeSessions(
    inputOf(veins, { options: { oneLegPerSession: false, order: 'fewest', time: null, ...options } }),
  );
}

export function sessionsOf(proposal: PlanProposal): readonly (readonly string[])[] {
  return proposal.sessions.map(({ veinIds }) => [...veinIds]);
}

const drawnVein = fc.record({
  leg: fc.constantFrom(...LEGS),
  kind: fc.constantFrom(...VEIN_KINDS),
  hundredths: fc.constantFrom(25, 50, 100, 200, 300),
  gasParts: fc.constantFrom(0, 0, 0, 3, 4),
  steps: fc.integer({ min: 2, max: 110 }),
  punctures: fc.integer({ min: 1, max: 6 }),
  /** Which vein feeds it, by place; most have none. Circles happen. */
  feeder: fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, fc.nat(20)),
  lockedTo: fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, fc.integer({ min: 1, max: 3 })),
});

function veinsFrom(drawn: readonly (typeof drawnVein extends fc.Arbitrary<infer T> ? T : never)[]) {
  return drawn.map((vein, index): PlannerVein => {
    const strengthUgPerMl = percent(vein.hundredths);
    const feeder = vein.feeder === null ? null : vein.feeder % drawn.length;
    return {
      id: veinId(`v${String(index)}`),
      leg: vein.leg,
      kind: vein.kind,
      preparation:
        vein.gasParts === 0
          ? { form: 'liquid', strengthUgPerMl }
          : { form: 'foam', strengthUgPerMl, gasParts: vein.gasParts },
      volumeUl: microlitres(vein.steps * 50),
      punctures: vein.punctures,
      feederId: feeder === null || feeder === index ? null : veinId(`v${String(feeder)}`),
      region: null,
      lockedTo: vein.lockedTo,
      now: null,
    };
  });
}

/** Any problem of so many veins; light and heavy patients, all options. */
export function anyInput({ most, locks }: { most: number; locks: boolean }): fc.Arbitrary<PlannerInput> {
  return fc
    .record({
      drawn: fc.array(drawnVein, { minLength: 1, maxLength: most }),
      profile: fc.constantFrom('strictest', 'us-asclera', 'de-aethoxysklerol'),
      weightHalfKg: fc.integer({ min: 80, max: 190 }),
      isProneAtFirst: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, fc.constant(true)),
      oneLegPerSession: fc.boolean(),
      order: fc.constantFrom('fewest', 'balanced', 'feeders-first'),
    })
    .map(({ drawn, profile, weightHalfKg, isProneAtFirst, oneLegPerSession, order }) => ({
      veins: veinsFrom(drawn).map((vein) => (locks ? vein : { ...vein, lockedTo: null })),
      limits: shipped(profile).limits,
      patient: {
        weightG: grams(weightHalfKg * 500),
        proneToHypersensitivity: isProneAtFirst,
        isFirstSession: isProneAtFirst,
      },
      options: { oneLegPerSession, order, time: null },
    }));
}

/** What a set of veins gives in one session, worked out without the planner. */
export function dosesOf(veins: readonly PlannerVein[]) {
  const sum = { massUg: 0, totalUl: 0, foamUl: 0, injections: 0 };
  for (const { preparation, volumeUl, punctures } of veins) {
    for (let puncture = 0; puncture < punctures; puncture += 1) {
      const more = puncture < volumeUl % punctures ? 1 : 0;
      const dose = { ...preparation, volumeUl: microlitres(Math.floor(volumeUl / punctures) + more) };
      sum.massUg += massOf(dose);
      sum.totalUl += dose.volumeUl;
      sum.foamUl += dose.form === 'foam' ? dose.volumeUl : 0;
      sum.injections += 1;
    }
  }
  return sum;
}

/** Whether veins may be given together, by the labels' own figures. `session` counts from 0. */
export function mayBeTogether(input: PlannerInput, veins: readonly PlannerVein[], session: number): boolean {
  const { massUg, totalUl, foamUl, injections } = dosesOf(veins);
  const has = (id: string) => input.limits.some((limit) => limit.id === id);
  const { weightG, proneToHypersensitivity, isFirstSession } = input.patient;
  const isProneFirst = proneToHypersensitivity && isFirstSession && session === 0;
  return (
    !(has('mass-24h') && massUg * 1_000 > 2_000 * weightG) &&
    !(has('session-volume') && totalUl > 10_000) &&
    !(has('foam-24h') && foamUl > 10_000) &&
    !(has('first-session-prone') && isProneFirst && injections > 1) &&
    !(input.options.oneLegPerSession && new Set(veins.map(({ leg }) => leg)).size > 1)
  );
}
