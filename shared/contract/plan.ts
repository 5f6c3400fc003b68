import { z } from 'zod';
import type { CalendarDate } from '../kernel/time.ts';
import type { Plan } from '../domain/plan/plan.ts';
import type { ClearedVein } from '../domain/plan/cleared-veins.ts';
import type { LastOpening } from '../domain/plan/plan-situation.ts';
import type { TighterCapSet } from '../domain/dose/tighter-caps.ts';
import type { SessionState } from '../domain/session/session.ts';
import type { LabelProfile } from '../domain/dose/label-profile.ts';
import type { VeinId } from '../kernel/ids.ts';
import type { Micrograms, Microlitres } from '../kernel/units.ts';
import { capAmount, date, id, preparation, requiredLine, timeOfDay, volumeUl } from './primitives.ts';

const sessionNumber = z.int().min(1).max(99);
const tighterCap = z.strictObject({ limitId: requiredLine(60), amount: capAmount });

export const SavePlan = z.strictObject({
  caseId: id('case'),
  /** The version that was changed; 0 for the first. */
  baseVersion: z.int().min(0).max(10_000_000),
  sessions: z
    .array(
      z.strictObject({
        number: sessionNumber,
        onDate: date,
        atTime: timeOfDay.nullable(),
        /** Each in the unit of its limit; never wider than the profile's for this patient. */
        tighterCaps: z.array(tighterCap).max(100).readonly(),
      }),
    )
    .max(99),
  items: z
    .array(
      z.strictObject({
        veinId: id('vein'),
        sessionNumber: sessionNumber.nullable(),
        preparation,
        punctures: z.int().min(1).max(99),
        volumePerPunctureUl: volumeUl,
        locked: z.boolean(),
      }),
    )
    .max(5000),
});
export type SavePlan = z.output<typeof SavePlan>;

/** What a session that took place gave to a vein. */
export interface GivenToVein {
  readonly veinId: VeinId;
  readonly sessionNumber: number;
  readonly injections: number;
  readonly volumeUl: Microlitres;
  readonly massUg: Micrograms;
}

/** A vein that somebody left for later in a session. */
export interface LeftInSession {
  readonly sessionNumber: number;
  readonly veinId: VeinId;
  /** Empty where none was given. */
  readonly reason: string;
}

/** What the plan page of a case shows. */
export interface PlanView {
  /** Null: nothing planned yet. */
  readonly plan: Plan | null;
  /** Sessions that took place or are open; their columns cannot be changed. */
  readonly held: readonly {
    readonly number: number;
    readonly onDate: CalendarDate;
    readonly state: SessionState;
  }[];
  readonly given: readonly GivenToVein[];
  readonly leftForLater: readonly LeftInSession[];
  /** The plan as it stood when the last session was opened; null when there was none. */
  readonly lastOpening: LastOpening | null;
  /** Veins that the last review to see them found cleared, and that were not injected since. */
  readonly cleared: readonly ClearedVein[];
  /** Veins that the last review to rate them sent to a further session, and that were not injected since. */
  readonly further: readonly VeinId[];
  /** Who set which tighter cap in the plan as it is saved. */
  readonly capsSet: readonly (TighterCapSet & { readonly sessionNumber: number })[];
  readonly profile: LabelProfile;
  readonly profileApproved: boolean;
}
