import type { CaseId, PersonId, PlanId, VeinId } from '../../kernel/ids.ts';
import type { CalendarDate, Instant } from '../../kernel/time.ts';
import type { Microlitres } from '../../kernel/units.ts';
import type { Preparation } from '../dose/ledger.ts';
import type { TighterCap } from '../dose/tighter-caps.ts';

/** What is meant to be given into one vein, in one session or not yet in any. A vein too large for one session has several. */
export interface PlanItem {
  readonly veinId: VeinId;
  /** The number of a planned session; null: not planned yet. */
  readonly sessionNumber: number | null;
  readonly preparation: Preparation;
  /** 1 to 99. */
  readonly punctures: number;
  readonly volumePerPunctureUl: Microlitres;
  /** Locked items are left where they are by the planner. */
  readonly locked: boolean;
}

/** A session that is meant to take place. */
export interface PlannedSession {
  /** Counts up from 1 within a case. */
  readonly number: number;
  readonly onDate: CalendarDate;
  /** `HH:MM`, or null while it has no time. */
  readonly atTime: string | null;
  /** Caps of this session alone that a surgeon set tighter than the profile's; at most one for a limit. */
  readonly tighterCaps: readonly TighterCap[];
}

/** The plan of a case. Every change is a new version; older ones stay. */
export interface Plan {
  readonly id: PlanId;
  readonly caseId: CaseId;
  /** Counts up from 1; 0 stands for "no plan yet". */
  readonly version: number;
  readonly sessions: readonly PlannedSession[];
  readonly items: readonly PlanItem[];
  readonly savedAt: Instant;
  readonly savedBy: PersonId;
}
