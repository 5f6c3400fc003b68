import { z } from 'zod';
import type { Leg } from '../domain/leg-map/vein.ts';
import type { PatientIdentity } from '../domain/patient/patient.ts';
import type { Reaction } from '../domain/session/reaction.ts';
import type { CaseId, PersonId, SessionId } from '../kernel/ids.ts';
import type { CalendarDate, Instant } from '../kernel/time.ts';
import { date, id, note } from './primitives.ts';
import type { RegisterLine } from './complications.ts';
import type { Lot } from './session.ts';

/** Says that a patient was told of the recall of a lot, or (`told: false`) that this was noted by mistake. */
export const NoteTold = z.strictObject({
  lotId: id('lot'),
  patientId: id('patient'),
  told: z.boolean(),
  onDate: date,
  /** How, or by whom; may be empty. */
  note,
});
export type NoteTold = z.output<typeof NoteTold>;

/** A lot to choose. */
export interface UsedLot extends Lot {
  /** The last day on which it was opened in a session; null: never. */
  readonly lastUsedOn: CalendarDate | null;
  readonly sessions: number;
}

/** Where a vein was that got it; a free site has no number. */
export interface RecallSite {
  readonly leg: Leg;
  readonly number: number | null;
}

/** What a patient got of a lot in one session. */
export interface RecallSession {
  readonly sessionId: SessionId;
  readonly caseId: CaseId;
  readonly number: number;
  readonly onDate: CalendarDate;
  readonly injections: number;
  readonly liquidUl: number;
  readonly foamUl: number;
  readonly massUg: number;
  readonly sites: readonly RecallSite[];
  /** Recorded, and then struck out: these may or may not have been given. */
  readonly struckOut: {
    readonly injections: number;
    readonly volumeUl: number;
    readonly massUg: number;
    readonly reasons: readonly string[];
  };
}

/** Whether somebody told a patient of the recall; the last word counts, all are kept. */
export interface RecallNotice {
  readonly told: boolean;
  readonly onDate: CalendarDate;
  readonly note: string;
  readonly recordedAt: Instant;
  readonly recordedBy: PersonId;
}

/** How surely a patient got a lot: injected; recorded and struck out; or only opened in a session of theirs. */
export type RecallCertainty = 'given' | 'struck-out' | 'opened';

export interface RecallPatient {
  readonly patient: PatientIdentity;
  readonly certainty: RecallCertainty;
  /** The newest first. */
  readonly sessions: readonly RecallSession[];
  readonly reactions: readonly Reaction[];
  readonly complications: readonly RegisterLine[];
  /** The oldest first. */
  readonly notices: readonly RecallNotice[];
}

/** Everybody a lot went to. */
export interface RecallView {
  readonly lot: Lot;
  readonly recall: { readonly at: Instant; readonly by: PersonId; readonly reason: string } | null;
  /** By name. */
  readonly patients: readonly RecallPatient[];
  readonly names: Readonly<Record<string, string>>;
}
