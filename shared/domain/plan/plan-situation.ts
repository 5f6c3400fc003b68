import type { VeinId } from '../../kernel/ids.ts';
import type { CalendarDate } from '../../kernel/time.ts';
import { grams, type Grams } from '../../kernel/units.ts';
import type { LabelProfile, Limit } from '../dose/label-profile.ts';
import type { DosePatient } from '../dose/ledger.ts';
import type { Vein } from '../leg-map/vein.ts';
import type { SessionState } from '../session/session.ts';
import type { ClearedVein } from './cleared-veins.ts';
import type { PlanItem, PlannedSession } from './plan.ts';
import type { PlannerOptions } from './planner-input.ts';
import type { GivenInSession } from './plan-totals.ts';

/** What the surgeon edits: sessions and what goes into them. A value; every change is a new one. */
export interface PlanDraft {
  readonly sessions: readonly PlannedSession[];
  readonly items: readonly PlanItem[];
}

/** A session that took place or is open. Nothing of it can be planned any more. */
export interface HeldSession {
  readonly number: number;
  readonly onDate: CalendarDate;
  readonly state: SessionState;
}

/** What was planned at the moment in which the last session was opened: what it did is told by comparing with that. */
export interface LastOpening {
  readonly sessionNumber: number;
  readonly items: readonly PlanItem[];
}

/** What is known of a case when it is planned, or planned anew. */
export interface PlanSituation {
  /** As they are mapped now. */
  readonly veins: readonly Vein[];
  readonly heightScale: number;
  readonly profile: LabelProfile;
  /** Null: never weighed; limits per kilogram cannot be told then. */
  readonly weightG: Grams | null;
  readonly proneToHypersensitivity: boolean;
  /** Whether the patient has been treated before, in any case. */
  readonly treatedBefore: boolean;
  readonly held: readonly HeldSession[];
  readonly given: readonly GivenInSession[];
  /** The plan as it stood when the last session was opened; null when none has been held. */
  readonly lastOpening: LastOpening | null;
  /** Veins that the last review to see them found cleared, and that were not injected since. */
  readonly cleared: readonly ClearedVein[];
  /** Veins that the last review to rate them sent to a further session, and that were not injected since. */
  readonly further: readonly VeinId[];
  /** The last day on which the patient had a session in another case; null: none. */
  readonly lastTreatedElsewhereOn: CalendarDate | null;
}

/** What the surgeon asks of the proposal. */
export interface PlanningOptions extends PlannerOptions {
  /** No session before this day; null: from today. */
  readonly earliestDate: CalendarDate | null;
}

/** Stands in where there is no weight; the limits per kilogram are left out then. */
const NO_WEIGHT = grams(0);

/** Without a weight, limits per kilogram are left out; the page says so. */
export function usableLimits({
  profile,
  weightG,
}: Pick<PlanSituation, 'weightG'> & { readonly profile: Pick<LabelProfile, 'limits'> }): readonly Limit[] {
  return weightG === null ? profile.limits.filter(({ cap }) => cap.per === 'person') : profile.limits;
}

/** Who the limits are for. */
export function dosePatientOf(
  { weightG, proneToHypersensitivity }: Pick<PlanSituation, 'weightG' | 'proneToHypersensitivity'>,
  isFirstSession: boolean,
): DosePatient {
  return { weightG: weightG ?? NO_WEIGHT, proneToHypersensitivity, isFirstSession };
}

/** The numbers of sessions that took place or are open. */
export function heldNumbers({ held }: Pick<PlanSituation, 'held'>): ReadonlySet<number> {
  return new Set(held.map(({ number }) => number));
}
