import type { MicrogramsPerMillilitre } from '../../kernel/units.ts';
import type { VeinKind, VeinPattern } from '../leg-map/vein.ts';
import type { Form } from './ledger.ts';

/** How well a figure is supported; figures from memory are never hard rules. */
export const SOURCE_MARKS = ['confirmed', 'second-hand', 'derived', 'clinic', 'from-memory'] as const;
export type SourceMark = (typeof SOURCE_MARKS)[number];

/** Where a figure comes from, in words that stand beside it on the screen. */
export interface Source {
  readonly text: string;
  readonly mark: SourceMark;
}

export const SEVERITIES = ['caution', 'soft', 'hard'] as const;
/** Caution informs; soft needs a reason; hard needs a reason and a surgeon's own PIN. */
export type Severity = (typeof SEVERITIES)[number];

export const QUANTITIES = ['mass', 'liquid-volume', 'foam-volume', 'total-volume', 'injections'] as const;
/** Counted in µg (mass), µL (volumes) or pieces (injections). */
export type Quantity = (typeof QUANTITIES)[number];

export const WINDOWS = ['injection', 'session', 'leg-in-session', '24-hours'] as const;
/** The stretch over which a limit counts; 24 hours are rolling and reach across sessions. */
export type LimitWindow = (typeof WINDOWS)[number];

/** A cap in the unit of its quantity; per kilogram it is multiplied by the weight and rounded down. */
export type Cap =
  { readonly per: 'person'; readonly amount: number } | { readonly per: 'kilogram'; readonly amount: number };

/** When a limit holds; what is absent does not restrict it. */
export interface LimitScope {
  readonly veinKinds?: readonly VeinKind[];
  /** Only vessels of this width; one of unknown width, a free site say, counts as well. */
  readonly diameterMm?: DiameterRange;
  readonly form?: Form;
  /** Only in the first session of somebody prone to hypersensitivity. */
  readonly firstSessionIfProne?: boolean;
  /** Only in the patient's first session, whoever it is. */
  readonly firstSession?: boolean;
}

/** Vessels wider than `over` mm, up to and with `upTo` mm; null: however wide. */
export interface DiameterRange {
  readonly over: number;
  readonly upTo: number | null;
}

/** Whether a width lies in a range. */
export function isInRange({ over, upTo }: DiameterRange, diameterMm: number): boolean {
  return diameterMm > over && (upTo === null || diameterMm <= upTo);
}

/** One limit of a label or of the clinic. */
export interface Limit {
  /** Stays the same over versions of a profile: `mass-24h`, `session-volume`, `foam-session`, `foam-24h`, … */
  readonly id: string;
  readonly quantity: Quantity;
  readonly window: LimitWindow;
  readonly cap: Cap;
  readonly scope: LimitScope;
  readonly severity: Severity;
  readonly source: Source;
}

/** What may be given into a kind of vein, and what is proposed. */
export interface StrengthRule {
  readonly veinKind: VeinKind;
  readonly pattern: VeinPattern | 'any';
  readonly form: Form;
  /** Absent: of any width. */
  readonly diameterMm?: DiameterRange;
  /** Only for the vein from which others of its kind are fed, the central vein of spider veins. */
  readonly centralVeinOnly?: boolean;
  readonly strengthsUgPerMl: readonly MicrogramsPerMillilitre[];
  readonly proposedUgPerMl: MicrogramsPerMillilitre;
  /** Proposed volume per puncture in µL, and one puncture per so many millimetres of line (or square millimetres of web). */
  readonly proposedVolumeUl: number;
  readonly punctureEvery: number;
  readonly source: Source;
}

export const CONTRAINDICATION_GRADES = ['absolute', 'relative', 'caution'] as const;
/** Absolute: not treated. Relative: a surgeon may accept it with a reason. Caution: said, nothing more. */
export type ContraindicationGrade = (typeof CONTRAINDICATION_GRADES)[number];

/** A question of the eligibility check. */
export interface Contraindication {
  /** `pregnancy`, `breastfeeding`, `contraceptives`, `anticoagulation`, … */
  readonly id: string;
  readonly text: string;
  readonly grade: ContraindicationGrade;
  /** Asked again at every session, because it changes. */
  readonly askEachSession: boolean;
  readonly foamOnly: boolean;
  readonly source: Source;
}

/** Something that a patient is told after a session. */
export interface AftercarePoint {
  /** Stays the same over versions of a profile: what was explained is kept by it. */
  readonly id: string;
  readonly text: string;
  /** For so many days from the session; null: not a matter of days. */
  readonly days: number | null;
  readonly foamOnly: boolean;
}

/** What patients are told after a session, in the order in which it is said. */
export interface Aftercare {
  readonly points: readonly AftercarePoint[];
  readonly source: Source;
}

/** What a course of treatment usually comes to, as the clinic tells its patients. */
export interface CourseExpectation {
  readonly sessions: { readonly from: number; readonly to: number };
  readonly improvementPercent: { readonly from: number; readonly to: number };
  /** By when the result can be judged. */
  readonly monthsToResult: number;
  readonly source: Source;
}

/** How long the work takes, for planning by minutes. */
export interface SessionPace {
  readonly secondsPerPuncture: number;
  /** Minutes of a session: usually, and at most. */
  readonly sessionMinutes: { readonly usual: number; readonly most: number };
  readonly source: Source;
}

/** A set of rules from one label, or a clinic's own. Immutable once used: a change is a new version. */
export interface LabelProfile {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly summary: string;
  /** A clinic's own profile: the shipped one that it was copied from, against which its figures are held. */
  readonly copiedFrom?: { readonly id: string; readonly version: number };
  readonly limits: readonly Limit[];
  readonly strengths: readonly StrengthRule[];
  readonly contraindications: readonly Contraindication[];
  /** Days between sessions: at least, and usually. */
  readonly interval: { readonly minimumDays: number; readonly usualDays: number; readonly source: Source };
  readonly observationMinutes: { readonly value: number; readonly source: Source };
  readonly compressionDays: {
    readonly telangiectasia: number;
    readonly reticular: number;
    readonly source: Source;
  };
  /** How long breastfeeding is interrupted after a dose. Null in versions that do not say. */
  readonly breastfeedingPause: { readonly hours: number; readonly source: Source } | null;
  /** When a weight of the day is looked at twice; absent: as usual (`USUAL_WEIGHING`). */
  readonly weighing?: {
    readonly confirmAfterDays: number;
    readonly confirmChangePercent: number;
    readonly source: Source;
  };
  /** Absent: as usual (`USUAL_AFTERCARE`). */
  readonly aftercare?: Aftercare;
  /** Null in versions that do not say. */
  readonly expectation: CourseExpectation | null;
  /** Null in versions that do not say. */
  readonly pace: SessionPace | null;
}
