import type { Microlitres } from '../../kernel/units.ts';
import type { Dose, DoseLedger, DosePatient, LedgerEntry, Preparation } from './ledger.ts';
import type { Limit, Severity } from './label-profile.ts';

/** `near` from over 80 % of the cap, `over` past it. */
export type GaugeState = 'ok' | 'near' | 'over';

/** One limit, filled. All amounts are whole numbers in the unit of the limit's quantity. */
export interface Gauge {
  readonly limit: Limit;
  /** The cap for this patient, rounded down. */
  readonly cap: number;
  readonly used: number;
  /** With the candidate; equals `used` without one. */
  readonly projected: number;
  /** Of the cap before the candidate, never below 0. */
  readonly left: number;
  /** How much more of the syringe in hand fits under this limit, rounded down; null if the limit does not count it. */
  readonly leftOfSyringeUl: Microlitres | null;
  readonly usedState: GaugeState;
  readonly projectedState: GaugeState;
}

/** What `assessDose` answers. */
export interface DoseAssessment {
  /** Every limit that applies, in the profile's order. */
  readonly gauges: readonly Gauge[];
  /** The id of the limit that leaves least of the syringe in hand, the first in order on a tie; null with no syringe or no limit. */
  readonly bindingLimitId: string | null;
  /** What may still be given of the syringe in hand under all hard limits, rounded down; null with no syringe. */
  readonly leftOfSyringeUl: Microlitres | null;
  /** Limits the candidate would pass, by severity. */
  readonly passed: Readonly<Record<Severity, readonly string[]>>;
  /** The gravest of what is passed. */
  readonly verdict: 'clear' | Severity;
}

export interface DoseQuestion {
  readonly ledger: DoseLedger;
  readonly limits: readonly Limit[];
  readonly patient: DosePatient;
  /** The syringe in hand, if there is one. */
  readonly syringe: Preparation | null;
  /** The injection about to be given, if a volume has been chosen. */
  readonly candidate: LedgerEntry | null;
}

export type { Dose };
