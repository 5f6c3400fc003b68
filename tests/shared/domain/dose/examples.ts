import fc from 'fast-check';
import { grams, microgramsPerMillilitre, microlitres } from '../../../../shared/kernel/units.ts';
import type { DoseQuestion } from '../../../../shared/domain/dose/assess-dose.ts';
import type { LabelProfile } from '../../../../shared/domain/dose/label-profile.ts';
import type { Dose, DosePatient, LedgerEntry, Preparation } from '../../../../shared/domain/dose/ledger.ts';
import { profileById, SHIPPED_PROFILES } from '../../../../shared/domain/dose/profiles/index.ts';
import { LEGS, VEIN_KINDS } from '../../../../shared/domain/leg-map/vein.ts';

/** 0.25 % is 25: hundredths of a per cent stay whole. */
export function percent(hundredths: number) {
  return microgramsPerMillilitre(hundredths * 100);
}

export function liquid(hundredths: number, volumeUl: number): Dose {
  return { form: 'liquid', strengthUgPerMl: percent(hundredths), volumeUl: microlitres(volumeUl) };
}

export function foam(hundredths: number, gasParts: number, volumeUl: number): Dose {
  return { form: 'foam', strengthUgPerMl: percent(hundredths), gasParts, volumeUl: microlitres(volumeUl) };
}

export function into(
  dose: Dose,
  veinKind: LedgerEntry['veinKind'] = 'reticular',
  leg: LedgerEntry['leg'] = 'left',
): LedgerEntry {
  return { ...dose, leg, veinKind };
}

export function shipped(id: string): LabelProfile {
  const profile = profileById(id);
  if (!profile) throw new Error(`no profile ${id}`);
  return profile;
}

export function patientOf(weightKg: number, more: Partial<DosePatient> = {}): DosePatient {
  return {
    weightG: grams(weightKg * 1_000),
    proneToHypersensitivity: false,
    isFirstSession: false,
    ...more,
  };
}

export function questionOf(
  profileId: string,
  weightKg: number,
  more: Partial<DoseQuestion> = {},
): DoseQuestion {
  return {
    ledger: { session: [], earlierIn24h: [] },
    limits: shipped(profileId).limits,
    patient: patientOf(weightKg),
    syringe: null,
    candidate: null,
    ...more,
  };
}

export const anyPreparation: fc.Arbitrary<Preparation> = fc
  .record({ strength: fc.integer({ min: 1_000, max: 50_000 }), gasParts: fc.integer({ min: 0, max: 9 }) })
  .map(({ strength, gasParts }) => {
    const strengthUgPerMl = microgramsPerMillilitre(strength);
    return gasParts === 0 ? { form: 'liquid', strengthUgPerMl } : { form: 'foam', strengthUgPerMl, gasParts };
  });

const anyVolume = fc.integer({ min: 1, max: 20_000 }).map(microlitres);

export const anyDose: fc.Arbitrary<Dose> = fc
  .tuple(anyPreparation, anyVolume)
  .map(([preparation, volumeUl]) => ({ ...preparation, volumeUl }));

export const anyEntry: fc.Arbitrary<LedgerEntry> = fc
  .tuple(anyDose, fc.constantFrom(...LEGS), fc.constantFrom(...VEIN_KINDS, null))
  .map(([dose, leg, veinKind]) => ({ ...dose, leg, veinKind }));

/** Few and small, so that caps are passed now and then and not always. */
const someEntries = fc.array(
  anyEntry.map((entry) => ({ ...entry, volumeUl: microlitres(1 + (entry.volumeUl % 1_500)) })),
  { maxLength: 8 },
);

export const anyPatient: fc.Arbitrary<DosePatient> = fc.record({
  weightG: fc.integer({ min: 20_000, max: 150_000 }).map(grams),
  proneToHypersensitivity: fc.boolean(),
  isFirstSession: fc.boolean(),
});

/** Limits of the shipped profiles, and one on each leg that none of them has. */
const anyLimits = fc.constantFrom(...SHIPPED_PROFILES).map(({ limits }) => [
  ...limits,
  {
    id: 'leg-volume',
    quantity: 'total-volume',
    window: 'leg-in-session',
    cap: { per: 'person', amount: 5_000 },
    scope: {},
    severity: 'soft',
    source: { text: "The surgeon's own for this session", mark: 'clinic' },
  } as const,
]);

export const anyQuestion: fc.Arbitrary<DoseQuestion> = fc.record({
  ledger: fc.record({ session: someEntries, earlierIn24h: someEntries }),
  limits: anyLimits,
  patient: anyPatient,
  syringe: fc.option(anyPreparation, { nil: null }),
  candidate: fc.option(anyEntry, { nil: null }),
});
