import type { CaseId, PersonId, ReviewId, VeinId } from '../../kernel/ids.ts';
import type { CalendarDate, Instant } from '../../kernel/time.ts';

export const RESPONSES = ['cleared', 'better', 'same', 'worse', 'not-seen'] as const;
export type Response = (typeof RESPONSES)[number];

export const SATISFACTIONS = ['dissatisfied', 'neither', 'satisfied', 'very-satisfied'] as const;
export type Satisfaction = (typeof SATISFACTIONS)[number];

/** 0 none, 1 mild, 2 moderate, 3 severe. */
export type SideEffectGrade = 0 | 1 | 2 | 3;

/** How one vein looked on the day of a review. */
export interface VeinResponse {
  readonly veinId: VeinId;
  readonly response: Response;
  readonly matting: SideEffectGrade;
  readonly pigmentation: SideEffectGrade;
}

/** A review of the response. Only added. */
export interface Review {
  readonly id: ReviewId;
  readonly caseId: CaseId;
  readonly onDate: CalendarDate;
  readonly responses: readonly VeinResponse[];
  /** Overall improvement as the clinician judges it, 0 to 100 %. */
  readonly improvementPercent: number | null;
  readonly satisfaction: Satisfaction | null;
  readonly note: string;
  readonly recordedAt: Instant;
  readonly recordedBy: PersonId;
}
