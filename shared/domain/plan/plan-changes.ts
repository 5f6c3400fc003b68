import type { VeinId } from '../../kernel/ids.ts';
import type { Leg } from '../leg-map/vein.ts';
import type { Region } from '../leg-map/region.ts';

/** Why the planner would have something elsewhere than the plan has it now. */
export type MoveReason =
  /** It is in no session yet: mapped since, or not planned. */
  | { readonly code: 'new' }
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
  | { readonly code: 'session-gone' };

/** One vein, or one share of it, that the proposal has elsewhere than the plan. */
export interface PlanMove {
  readonly veinId: VeinId;
  /** Null: in no session. */
  readonly from: number | null;
  readonly to: number | null;
  readonly because: MoveReason;
}
