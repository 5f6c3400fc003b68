import { z } from 'zod';
import type { LotId, PatientId, ProductId } from '../kernel/ids.ts';
import type { CalendarDate, Instant } from '../kernel/time.ts';
import type { Microlitres, MicrogramsPerMillilitre } from '../kernel/units.ts';
import type { LabelProfile } from '../domain/dose/label-profile.ts';
import type { TighterCapSet } from '../domain/dose/tighter-caps.ts';
import type { DosePatient, LedgerEntry } from '../domain/dose/ledger.ts';
import { ASPECTS, LEGS, type Vein } from '../domain/leg-map/vein.ts';
import type { PlanItem, PlannedSession } from '../domain/plan/plan.ts';
import type { Amendment } from '../domain/session/amendment.ts';
import type { SessionWalk } from '../domain/session/walk.ts';
import type { Reaction, SessionPause } from '../domain/session/reaction.ts';
import type { LeftForLater } from '../domain/session/vein-tasks.ts';
import {
  NEEDLES,
  SIGNING_ROLES,
  WAIVABLE_CHECKS,
  type Injection,
  type SessionClosing,
  type SessionOpening,
  type SessionSignature,
  type SessionState,
} from '../domain/session/session.ts';
import { capAmount, id, pin, preparation, reason, requiredLine, volumeUl, weightG } from './primitives.ts';
import { pointMm } from './map.ts';
import { AllergyInput } from './patient.ts';

export const OpenSession = z.strictObject({
  caseId: id('case'),
  /** The number of the planned session. */
  number: z.int().min(1).max(99),
  identityConfirmed: z.boolean(),
  legs: z.array(z.enum(LEGS)).min(1).max(2),
  weightG: weightG.nullable(),
  /** Whether somebody has looked again at a weight that `weightDoubt` finds doubtful, and said that it is right. */
  weightConfirmed: z.boolean(),
  /** What was said about allergies today, as it stands on record; null: not asked today. */
  allergies: AllergyInput.nullable(),
  /** The answers to the questions that are asked again at each session. */
  answers: z.array(z.strictObject({ contraindicationId: requiredLine(60), present: z.boolean() })).max(100),
  /** A surgeon's acceptance, with PIN, of each relative contraindication that is present. */
  acceptances: z
    .array(z.strictObject({ contraindicationId: requiredLine(60), surgeonId: id('person'), pin, reason }))
    .max(100),
  /** A surgeon's word, with PIN, that these veins are injected although duplex or a feeder should come first. */
  waivers: z
    .array(
      z.strictObject({
        check: z.enum(WAIVABLE_CHECKS),
        veinIds: z.array(id('vein')).min(1).max(500),
        surgeonId: id('person'),
        pin,
        reason,
      }),
    )
    .max(10),
});
export type OpenSession = z.output<typeof OpenSession>;

/** Takes a box into the session: from now on its ampoules can be drawn. */
export const OpenBox = z.strictObject({ sessionId: id('session'), lotId: id('lot') });
export type OpenBox = z.output<typeof OpenBox>;

/** Records one injection. Sent again with the same `injectionId`, it counts once. */
export const RecordInjection = z.strictObject({
  injectionId: id('injection'),
  sessionId: id('session'),
  veinId: id('vein').nullable(),
  site: z.strictObject({ leg: z.enum(LEGS), aspect: z.enum(ASPECTS), point: pointMm.nullable() }),
  lotId: id('lot'),
  preparation,
  volumeUl,
  needle: z.enum(NEEDLES),
  /** Whether somebody has looked at the volume again and said that it is right, where it looks like a ten-fold slip. */
  volumeConfirmed: z.boolean(),
  /**
   * How many injections of this session into that vein (or, without one, into free sites of that side of the leg) the sender had seen,
   * struck-out ones among them: with more of them on record it has to be looked at again. Absent: nobody looked, nothing is held
   * against it.
   */
  seenInjections: z.int().min(0).optional(),
  /** Needed where a soft limit is passed. */
  reason: reason.nullable(),
  /** Needed where a hard limit is passed: a surgeon's own PIN. */
  override: z.strictObject({ surgeonId: id('person'), pin, reason }).nullable(),
});
export type RecordInjection = z.output<typeof RecordInjection>;

/** Sets a tighter cap for a session that is open, or (null) the profile's own again: with a surgeon's own PIN. */
export const SetSessionCap = z.strictObject({
  sessionId: id('session'),
  limitId: requiredLine(60),
  amount: capAmount.nullable(),
  surgeonId: id('person'),
  pin,
  reason,
});
export type SetSessionCap = z.output<typeof SetSessionCap>;

export const StrikeOutInjection = z.strictObject({ injectionId: id('injection'), reason });
export type StrikeOutInjection = z.output<typeof StrikeOutInjection>;

export const SignSession = z.strictObject({ sessionId: id('session'), role: z.enum(SIGNING_ROLES), pin });
export type SignSession = z.output<typeof SignSession>;

/** An agent as it comes. */
export interface Product {
  readonly id: ProductId;
  readonly name: string;
  readonly strengthUgPerMl: MicrogramsPerMillilitre;
  readonly ampouleUl: Microlitres;
}

export interface Lot {
  readonly id: LotId;
  readonly product: Product;
  readonly lotNumber: string;
  readonly expiresOn: CalendarDate;
  readonly recalledBecause: string | null;
}

/** Everything the nurse's screen needs. */
export interface SessionView {
  readonly opening: SessionOpening;
  readonly patientId: PatientId;
  readonly state: SessionState;
  readonly ofSessions: number;
  readonly profile: LabelProfile;
  readonly profileApproved: boolean;
  /** Caps of this session that are tighter than the profile's, and who set them: `withTighterCaps` gives the limits that hold. */
  readonly tighterCaps: readonly TighterCapSet[];
  /** Boxes opened in this session. */
  readonly boxes: readonly (Lot & { readonly openedAt: Instant })[];
  /** The oldest first, struck-out ones among them. */
  readonly injections: readonly Injection[];
  /** In the order in which they were recorded, struck-out ones among them. */
  readonly reactions: readonly Reaction[];
  /** The pause that holds now: nothing can be recorded. Null while the session goes on. */
  readonly pause: SessionPause | null;
  /** Every pause, the first one first. */
  readonly pauses: readonly SessionPause[];
  /** Veins that somebody has left for another session. */
  readonly leftForLater: readonly LeftForLater[];
  /** As it holds now; what it was before an amendment is with the amendment. */
  readonly closing: SessionClosing | null;
  /** The oldest first. */
  readonly amendments: readonly Amendment[];
  /** The observed walks, the first one first; the last one counts. */
  readonly walks: readonly SessionWalk[];
  /** Sessions of the plan that have not been opened yet, by number. */
  readonly upcoming: readonly PlannedSession[];
  readonly signatures: readonly SessionSignature[];
  /** What the plan holds for this session. */
  readonly due: readonly PlanItem[];
  /** All veins of the case, as they are mapped now. */
  readonly veins: readonly Vein[];
  readonly heightScale: number;
  readonly earlierIn24h: readonly LedgerEntry[];
  readonly dosePatient: DosePatient;
  /** Names of the people in this record, by id. */
  readonly names: Readonly<Record<string, string>>;
}
