import { z } from 'zod';
import {
  COMPLICATION_GRADES,
  COMPLICATION_KINDS,
  COMPLICATION_STATES,
  type Complication,
  type ComplicationGrade,
  type ComplicationKind,
  type ComplicationOrigin,
  type ComplicationState,
} from '../domain/outcome/complication.ts';
import type { FindingOnDate } from '../domain/outcome/review-findings.ts';
import { SIDE_EFFECTS } from '../domain/outcome/review.ts';
import type { Leg } from '../domain/leg-map/vein.ts';
import type { PatientIdentity } from '../domain/patient/patient.ts';
import type { Reaction } from '../domain/session/reaction.ts';
import type { CaseId, LotId, SessionId, VeinId } from '../kernel/ids.ts';
import type { CalendarDate } from '../kernel/time.ts';
import { date, id, note, reason } from './primitives.ts';

const entry = {
  onDate: date,
  state: z.enum(COMPLICATION_STATES),
  /** Needed while it is ongoing. */
  grade: z.enum(COMPLICATION_GRADES).nullable(),
  serious: z.boolean(),
  treatment: note,
  note,
};

/** Records a complication with its first entry. Sent again with the same `complicationId`, it counts once. */
export const RecordComplication = z.strictObject({
  complicationId: id('complication'),
  caseId: id('case'),
  kind: z.enum(COMPLICATION_KINDS),
  onsetOn: date,
  veinIds: z.array(id('vein')).max(100),
  sessionId: id('session').nullable(),
  lotId: id('lot').nullable(),
  /** Needed for the kind `other`. */
  description: note,
  origin: z
    .discriminatedUnion('from', [
      z.strictObject({ from: z.literal('reaction'), reactionId: id('reaction') }),
      z.strictObject({ from: z.literal('review'), reviewId: id('review'), finding: z.enum(SIDE_EFFECTS) }),
    ])
    .nullable(),
  first: z.strictObject({ entryId: id('course-entry'), ...entry }),
});
export type RecordComplication = z.output<typeof RecordComplication>;

/** Adds how it stands. Sent again with the same `entryId`, it counts once. */
export const AddCourseEntry = z.strictObject({
  complicationId: id('complication'),
  entryId: id('course-entry'),
  ...entry,
});
export type AddCourseEntry = z.output<typeof AddCourseEntry>;

/** Strikes out a complication, or (with `entryId`) one entry of its course. */
export const StrikeOutComplication = z.strictObject({
  complicationId: id('complication'),
  entryId: id('course-entry').nullable(),
  reason,
});
export type StrikeOutComplication = z.output<typeof StrikeOutComplication>;

/** Which part of the register is asked for: by the day of the onset (null: from the beginning) and by lot. */
export const ReadRegister = z.strictObject({ from: date.nullable(), to: date, lotId: id('lot').nullable() });
export type ReadRegister = z.output<typeof ReadRegister>;

/** Where a line of the register comes from, and what it says there. */
export type RegisterSource =
  | { readonly from: 'complication'; readonly complication: Complication }
  | { readonly from: 'reaction'; readonly reaction: Reaction }
  | {
      readonly from: 'review';
      readonly origin: Extract<ComplicationOrigin, { from: 'review' }>;
      readonly course: readonly FindingOnDate[];
    };

export interface RegisterVein {
  readonly id: VeinId;
  readonly leg: Leg;
  readonly number: number;
}

export interface RegisterSession {
  readonly id: SessionId;
  readonly number: number;
  readonly onDate: CalendarDate;
}

export interface RegisterLot {
  readonly id: LotId;
  readonly lotNumber: string;
}

/** A line of the register of complications. */
export interface RegisterLine {
  /** The same at every look. */
  readonly key: string;
  readonly source: RegisterSource;
  readonly patient: PatientIdentity;
  readonly caseId: CaseId;
  readonly kind: ComplicationKind;
  /** The gravest that it ever had; null: not judged. */
  readonly grade: ComplicationGrade | null;
  /** Null: nobody said. */
  readonly serious: boolean | null;
  readonly onsetOn: CalendarDate;
  readonly veins: readonly RegisterVein[];
  /** The session it is put down to; of a finding the last one before it in which one of its veins was treated. */
  readonly session: RegisterSession | null;
  /** Of a finding every lot that went into its veins until then. */
  readonly lots: readonly RegisterLot[];
  /** Null: a reaction during a session, which nobody follows. */
  readonly state: ComplicationState | null;
  readonly lookedAtOn: CalendarDate;
  readonly struckOut: boolean;
}

export interface RegisterView {
  /** The latest onset first. Recorded ones that still go on are among them, whenever they began. */
  readonly lines: readonly RegisterLine[];
  /** Sessions held in that time (with that lot, where one is chosen). */
  readonly sessions: number;
  /** Everything that may have been given, to choose from. */
  readonly lots: readonly RegisterLot[];
  readonly names: Readonly<Record<string, string>>;
}

/** What a complication of a patient can be put down to. */
export interface ComplicationChoices {
  readonly patient: PatientIdentity;
  /** The newest first. */
  readonly cases: readonly {
    readonly id: CaseId;
    readonly openedOn: CalendarDate;
    readonly reason: string;
    readonly veins: readonly RegisterVein[];
    /** The newest first, with what was opened in each. */
    readonly sessions: readonly (RegisterSession & { readonly lots: readonly RegisterLot[] })[];
  }[];
}
