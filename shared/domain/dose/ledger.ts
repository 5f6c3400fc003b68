import type { Grams, Micrograms, MicrogramsPerMillilitre, Microlitres } from '../../kernel/units.ts';
import type { Leg, VeinKind } from '../leg-map/vein.ts';

/** What is in a syringe: liquid, or foam made of one part of liquid and `gasParts` parts of gas ("1 + 4"). */
export type Preparation =
  | { readonly form: 'liquid'; readonly strengthUgPerMl: MicrogramsPerMillilitre }
  | {
      readonly form: 'foam';
      /** The strength of the liquid that the foam was made from. */
      readonly strengthUgPerMl: MicrogramsPerMillilitre;
      /** 1 to 9. */
      readonly gasParts: number;
    };

/** Whether two preparations are the same agent in the same form. */
export function samePreparation(a: Preparation, b: Preparation): boolean {
  if (a.strengthUgPerMl !== b.strengthUgPerMl || a.form !== b.form) return false;
  return a.form !== 'foam' || b.form !== 'foam' || a.gasParts === b.gasParts;
}

export const FORMS = ['liquid', 'foam'] as const;
export type Form = Preparation['form'];

/** One injection, or one that is about to be given; of foam the volume is the foam's. */
export type Dose = Preparation & { readonly volumeUl: Microlitres };

/** A dose and where it went, as far as the limits ask. */
export type LedgerEntry = Dose & {
  readonly leg: Leg;
  /** Null: a free site. */
  readonly veinKind: VeinKind | null;
  /** Absent or null: not known; then it counts under the limits for vessels of every width. */
  readonly diameterMm?: number | null;
};

/** All that counts towards the limits: what this session gave, and what earlier sessions gave within 24 hours. Struck-out injections are in neither. */
export interface DoseLedger {
  readonly session: readonly LedgerEntry[];
  readonly earlierIn24h: readonly LedgerEntry[];
}

/** What the limits need to know of the patient. */
export interface DosePatient {
  readonly weightG: Grams;
  /** Prone to hypersensitivity: some labels allow one injection only in the first session. */
  readonly proneToHypersensitivity: boolean;
  readonly isFirstSession: boolean;
}

/** Sums over a ledger. */
export interface DoseTotals {
  readonly massUg: Micrograms;
  readonly liquidUl: Microlitres;
  readonly foamUl: Microlitres;
  readonly injections: number;
}
