import type { VeinId } from '../../kernel/ids.ts';
import type { CalendarDate } from '../../kernel/time.ts';
import type { CourseEvent, PlanMove } from './plan-changes.ts';
import type { PlanDraft } from './plan-situation.ts';
import type { PlannedDose } from './propose-dose.ts';
import type { NotPlacedReason } from './planner.ts';

/** Where the proposal has a share of a vein, in the order of the sessions; several where it is split. */
export interface SharePart {
  readonly sessionNumber: number;
  readonly punctures: number;
}

/** A vein's share that is still to be given, and where the proposal has it. */
export interface ProposedShare {
  /** Stays the same for the same draft; what a move calls it. */
  readonly key: string;
  readonly veinId: VeinId;
  /** Its place among the items of the draft; null: it has none yet. */
  readonly index: number | null;
  readonly dose: PlannedDose;
  /** Where the draft has it; null: in no session. */
  readonly now: number | null;
  /** Empty: it found no place, or is not needed any more (`isDropped`). */
  readonly parts: readonly SharePart[];
  /** It was given already, or has cleared. */
  readonly isDropped: boolean;
}

/** Why something could not be proposed a session. */
export interface WithoutPlace {
  readonly veinId: VeinId;
  /** `no-dose`: the label has no dose for such a vein, and nobody has chosen one. */
  readonly because: NotPlacedReason | 'no-dose';
  readonly limitIds: readonly string[];
}

/** A session of the plan that the proposal has on another day: the one it is on has passed, or lies too near to the one before. */
export interface DateChange {
  readonly sessionNumber: number;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** What the planner proposes for all that has not been held, beside the plan as it is. */
export interface CourseProposal {
  /** The plan that comes of it if all is taken: sessions held as they are, dates included. */
  readonly draft: PlanDraft;
  readonly shares: readonly ProposedShare[];
  /** What would be elsewhere, with the reason. */
  readonly moves: readonly PlanMove[];
  /** Sessions that would be on another day; they come with the whole proposal, not with single moves. */
  readonly dateChanges: readonly DateChange[];
  /** What came otherwise than planned, or was found since. */
  readonly events: readonly CourseEvent[];
  /** Sessions still to come. */
  readonly sessions: number;
  readonly proof: 'proven' | 'found';
  /** The number of sessions still to come below which no plan can stay. */
  readonly lowerBound: number;
  readonly notPlaced: readonly WithoutPlace[];
}
