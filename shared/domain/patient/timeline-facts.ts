import type { CaseId, InjectionId, ReviewId, SessionId } from '../../kernel/ids.ts';
import type { CalendarDate, Instant } from '../../kernel/time.ts';
import type { Limit } from '../dose/label-profile.ts';
import type { Leg } from '../leg-map/vein.ts';
import type { ComplicationGrade, ComplicationKind, ComplicationState } from '../outcome/complication.ts';
import type { Response } from '../outcome/review.ts';
import type { ReactionGrade, ReactionKind } from '../session/reaction.ts';
import type { SigningRole } from '../session/session.ts';
import type { AllergyStatement } from './patient.ts';

/** When something was put on record, and by whom. */
interface Recorded {
  readonly at: Instant;
  /** A name. */
  readonly by: string;
}

export interface CaseFact extends Recorded {
  readonly caseId: CaseId;
  readonly onDate: CalendarDate;
  readonly reason: string;
}

export interface AssessmentFact extends Recorded {
  readonly caseId: CaseId;
}

export interface ConsentFact extends Recorded {
  readonly caseId: CaseId;
  readonly onDate: CalendarDate;
  readonly formName: string;
}

/** What became of the veins of a map within a day. */
export interface MapDayFact extends Recorded {
  readonly caseId: CaseId;
  readonly onDate: CalendarDate;
  readonly mapped: number;
  readonly carriedOver: number;
  readonly confirmed: number;
  readonly changed: number;
  readonly erased: number;
}

/** A version of a plan. */
export interface PlanFact extends Recorded {
  readonly caseId: CaseId;
  readonly version: number;
  readonly sessions: number;
}

export interface SessionFact extends Recorded {
  readonly sessionId: SessionId;
  readonly caseId: CaseId;
  readonly number: number;
  readonly onDate: CalendarDate;
  readonly legs: readonly Leg[];
  readonly injections: number;
  readonly struckOut: number;
  readonly liquidUl: number;
  readonly foamUl: number;
  readonly massUg: number;
  /** Null: still open. */
  readonly closed: Recorded | null;
}

export interface SignatureFact extends Recorded {
  readonly sessionId: SessionId;
  readonly role: SigningRole;
}

/** A change to a record that had been closed or signed. */
export interface AmendmentFact extends Recorded {
  readonly id: string;
  readonly sessionId: SessionId;
  readonly reason: string;
}

export interface ReviewFact extends Recorded {
  readonly reviewId: ReviewId;
  readonly caseId: CaseId;
  readonly onDate: CalendarDate;
  readonly improvementPercent: number | null;
  readonly counts: Readonly<Record<Response, number>>;
}

export interface ReactionFact extends Recorded {
  readonly id: string;
  readonly sessionId: SessionId;
  readonly reaction: ReactionKind;
  readonly grade: ReactionGrade;
  /** `L5`; null: none is named. */
  readonly veinLabel: string | null;
  readonly isStruckOut: boolean;
}

/** How a complication stood on a day. */
export interface ComplicationFact extends Recorded {
  /** Of the entry in its course. */
  readonly id: string;
  readonly caseId: CaseId;
  readonly onDate: CalendarDate;
  readonly onsetOn: CalendarDate;
  readonly complication: ComplicationKind;
  readonly state: ComplicationState;
  /** Null: not judged that day. */
  readonly grade: ComplicationGrade | null;
  readonly isSerious: boolean;
}

/** An injection past a hard limit that a surgeon allowed. */
export interface OverrideFact extends Recorded {
  readonly injectionId: InjectionId;
  readonly sessionId: SessionId;
  /** Counts up within the session. */
  readonly injectionNumber: number;
  readonly limits: readonly Limit[];
  readonly surgeon: string;
  readonly reason: string;
  readonly isStruckOut: boolean;
}

export interface MeasurementFact extends Recorded {
  readonly seq: number;
  readonly onDate: CalendarDate;
  readonly weightG: number | null;
  readonly heightMm: number | null;
}

export interface AllergyFact
  extends Recorded, Pick<AllergyStatement, 'substances' | 'polidocanol' | 'proneToHypersensitivity'> {
  readonly seq: number;
}

/** Everything dated that is on record of a patient, each kind in any order. */
export interface PatientFacts {
  readonly cases: readonly CaseFact[];
  readonly assessments: readonly AssessmentFact[];
  readonly consents: readonly ConsentFact[];
  readonly mapDays: readonly MapDayFact[];
  readonly plans: readonly PlanFact[];
  readonly sessions: readonly SessionFact[];
  readonly signatures: readonly SignatureFact[];
  readonly amendments: readonly AmendmentFact[];
  readonly reviews: readonly ReviewFact[];
  readonly reactions: readonly ReactionFact[];
  readonly complications: readonly ComplicationFact[];
  readonly overrides: readonly OverrideFact[];
  readonly measurements: readonly MeasurementFact[];
  readonly allergies: readonly AllergyFact[];
}
