import type { VeinId } from '../../kernel/ids.ts';
import type { CalendarDate } from '../../kernel/time.ts';
import type { Leg } from '../leg-map/vein.ts';
import type { Region } from '../leg-map/region.ts';

/** Why the planner would have something elsewhere than the plan has it now. */
export type MoveReason =
  /** It is in no session yet: mapped since, or not planned. */
  | { readonly code: 'new' }
  /** A review sent it to a further session. */
  | { readonly code: 'further' }
  /** A session that took place gave less than was planned for it. */
  | { readonly code: 'left-over'; readonly sessionNumber: number }
  /** Where it is now, a limit is passed. */
  | { readonly code: 'over-limit'; readonly limitId: string; readonly sessionNumber: number }
  /** Where it is now, the minutes are passed. */
  | { readonly code: 'over-time'; readonly sessionNumber: number }
  /** What feeds it, or what it feeds, would come too late or too early. */
  | { readonly code: 'feeder'; readonly veinId: VeinId }
  /** Where it is now, the other leg is treated. */
  | { readonly code: 'other-leg'; readonly leg: Leg; readonly sessionNumber: number }
  /** More than one session can give: it is spread. */
  | { readonly code: 'split'; readonly limitIds: readonly string[]; readonly sessions: number }
  /** So that one session less is needed. */
  | { readonly code: 'fewer-sessions' }
  /** Beside others of the same region. */
  | { readonly code: 'neighbours'; readonly region: Region }
  /** So that sessions are alike in length. */
  | { readonly code: 'balance' }
  /** Feeders and large vessels first. */
  | { readonly code: 'feeders-first' }
  /** The session it is in is taken out, or has another number. */
  | { readonly code: 'session-gone' }
  /** Where it is now it would take the room of what comes there. */
  | { readonly code: 'makes-room'; readonly sessionNumber: number }
  /** There is room in an earlier session. */
  | { readonly code: 'earlier' }
  /** It was given already, in a session that it was not planned for. */
  | { readonly code: 'done'; readonly sessionNumber: number }
  /** A review found it cleared: it needs no more. */
  | { readonly code: 'cleared'; readonly onDate: CalendarDate }
  /** Nothing is in its place by itself; it is so in the proposal as a whole. */
  | { readonly code: 'as-a-whole' };

/** One vein, or one share of it, that the proposal has elsewhere than the plan. */
export interface PlanMove {
  /** Names the share of the vein; the parts of one that is split have the same, and are taken together. */
  readonly key: string;
  readonly veinId: VeinId;
  /** Null: in no session. */
  readonly from: number | null;
  /** Null: in no session, or (`done`, `cleared`) no longer in the plan. */
  readonly to: number | null;
  /** How many of its punctures. */
  readonly punctures: number;
  readonly because: MoveReason;
}

/** What came otherwise than planned in sessions that took place, or was found since. */
export type CourseEvent =
  /** Not given in its session, or not all of it: the rest is to be planned. */
  | {
      readonly code: 'left-over';
      readonly veinId: VeinId;
      readonly sessionNumber: number;
      readonly punctures: number;
    }
  /** More was given in that session than planned for it; what is planned later is left as it is. */
  | {
      readonly code: 'more-given';
      readonly veinId: VeinId;
      readonly sessionNumber: number;
      readonly punctures: number;
      readonly laterPunctures: number;
    }
  /** Given in a session that it was not planned for, as much as was planned later. */
  | { readonly code: 'done'; readonly veinId: VeinId; readonly sessionNumber: number }
  /** Cleared at a review, and more is planned. */
  | { readonly code: 'cleared'; readonly veinId: VeinId; readonly onDate: CalendarDate }
  /** Mapped, and not planned. */
  | { readonly code: 'new'; readonly veinId: VeinId }
  /** A review sent it to a further session, and it stands in none to come. */
  | { readonly code: 'further'; readonly veinId: VeinId }
  /** No longer on the map: what was planned for it is gone. */
  | { readonly code: 'erased'; readonly veinId: VeinId };

/** What is wrong with a plan. */
export type PlanProblem =
  | { readonly code: 'over-limit'; readonly sessionNumber: number; readonly limitId: string }
  | { readonly code: 'over-time'; readonly sessionNumber: number }
  | { readonly code: 'both-legs'; readonly sessionNumber: number }
  /** Such a plan cannot be saved. */
  | { readonly code: 'feeder-later'; readonly feederId: VeinId; readonly veinId: VeinId };
