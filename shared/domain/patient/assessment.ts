import type { AssessmentId, CaseId, PersonId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Leg } from '../leg-map/vein.ts';

export const CEAP_CLASSES = ['C0', 'C1', 'C2', 'C2r', 'C3', 'C4a', 'C4b', 'C4c', 'C5', 'C6', 'C6r'] as const;
/** Clinical class of CEAP, 2020 revision. */
export type CeapClass = (typeof CEAP_CLASSES)[number];

export const VCSS_ITEMS = [
  'pain',
  'varicose-veins',
  'oedema',
  'pigmentation',
  'inflammation',
  'induration',
  'ulcer-count',
  'ulcer-duration',
  'ulcer-size',
  'compression',
] as const;
/** The ten items of the revised Venous Clinical Severity Score, 0 to 3 each. */
export type VcssItem = (typeof VCSS_ITEMS)[number];
export type VcssScore = Readonly<Record<VcssItem, 0 | 1 | 2 | 3>>;

export const FITZPATRICK_TYPES = ['I', 'II', 'III', 'IV', 'V', 'VI'] as const;
export type FitzpatrickType = (typeof FITZPATRICK_TYPES)[number];

/** One answer of the eligibility check. */
export interface EligibilityAnswer {
  readonly contraindicationId: string;
  readonly present: boolean;
  /** Why a surgeon treats all the same; only where the contraindication is relative. */
  readonly acceptedBecause: string | null;
}

/** What was found on one leg. Null: not examined, which is not the same as normal. */
export interface LegFindings {
  readonly ceap: CeapClass | null;
  readonly symptomatic: boolean | null;
  readonly vcss: VcssScore | null;
}

/** The findings of a case as of a day. A change is a new assessment; older ones stay. */
export interface Assessment {
  readonly id: AssessmentId;
  readonly caseId: CaseId;
  readonly legs: Readonly<Record<Leg, LegFindings>>;
  readonly fitzpatrick: FitzpatrickType | null;
  readonly earlierTreatment: string;
  /** Null: not done. */
  readonly duplexFindings: string | null;
  readonly eligibility: readonly EligibilityAnswer[];
  readonly recordedAt: Instant;
  readonly recordedBy: PersonId;
}

/** The sum of the ten items, 0 to 30. */
export function vcssTotal(score: VcssScore): number {
  return VCSS_ITEMS.reduce((sum, item) => sum + score[item], 0);
}
