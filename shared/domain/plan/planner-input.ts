import type { VeinId } from '../../kernel/ids.ts';
import type { Microlitres } from '../../kernel/units.ts';
import type { Limit } from '../dose/label-profile.ts';
import type { DosePatient, Preparation } from '../dose/ledger.ts';
import type { Region } from '../leg-map/region.ts';
import type { Leg, VeinKind } from '../leg-map/vein.ts';

/** A vein that is to be put into a session; over several only if it is too large for one. */
export interface PlannerVein {
  readonly id: VeinId;
  readonly leg: Leg;
  readonly kind: VeinKind;
  /** Absent or null: not known; then it counts under the limits for vessels of every width. */
  readonly diameterMm?: number | null;
  readonly preparation: Preparation;
  /** Of all its punctures together; of foam the foam's. */
  readonly volumeUl: Microlitres;
  /** 1 or more. */
  readonly punctures: number;
  readonly feederId: VeinId | null;
  /** Where most of it lies; neighbours are kept together where that costs no session. Null: not known. */
  readonly region: Region | null;
  /** The session of the proposal, counted from 1, in which the vein must stay; null: the planner chooses. */
  readonly lockedTo: number | null;
  /** The session of the proposal, counted from 1, in which it stands at present; among equal plans it stays there. Null: in none. */
  readonly now: number | null;
}

/** What a plan should be like among those with the fewest sessions: full ones first, all alike, or feeders and large vessels first. */
export type PlanOrder = 'fewest' | 'balanced' | 'feeders-first';

export interface PlannerOptions {
  readonly oneLegPerSession: boolean;
  /** What to strive for among plans with the fewest sessions. */
  readonly order: PlanOrder;
  /** How long a session may last, and how long one puncture takes; null: time is not counted. */
  readonly time: { readonly minutesPerSession: number; readonly secondsPerPuncture: number } | null;
  /** Whether veins may move from where they are now as if they stood nowhere; absent: they may not without need. */
  readonly ignoreNow?: boolean;
}

/** Caps of one session that are tighter than the limits', by the id of the limit, in the unit of its quantity. Wider ones count for nothing. */
export type TighterCapsOfSession = ReadonlyMap<string, number>;

export interface PlannerInput {
  readonly veins: readonly PlannerVein[];
  readonly limits: readonly Limit[];
  /** `isFirstSession`: whether the first session of the proposal is the patient's first. */
  readonly patient: DosePatient;
  readonly options: PlannerOptions;
  /** Of the first session of the proposal, the second, …; what is absent is not tightened. */
  readonly sessionCaps?: readonly TighterCapsOfSession[];
}
