import { z } from 'zod';
import type { DoseSlip } from '../domain/dose/dose-slip.ts';
import type { Limit, Source } from '../domain/dose/label-profile.ts';
import type { Preparation } from '../domain/dose/ledger.ts';
import type { PatientIdentity } from '../domain/patient/patient.ts';
import type { CheckWaiver } from '../domain/session/session.ts';
import type { CaseId, InjectionId, PersonId, SessionId } from '../kernel/ids.ts';
import type { CalendarDate, Instant } from '../kernel/time.ts';

/** `YYYY-MM` */
export const month = z.string().regex(/^(19|20)\d{2}-(0[1-9]|1[0-2])$/);
export const ReadOverrides = z.strictObject({ month });
export type ReadOverrides = z.output<typeof ReadOverrides>;

/** What was passed, lifted or set. */
export type OverrideWhat =
  /** Caps and amounts in the unit of the limit, as they stood at that moment. */
  | {
      readonly kind: 'hard-limit' | 'soft-limit';
      readonly limit: Limit;
      readonly cap: number;
      readonly projected: number;
    }
  | { readonly kind: 'slip'; readonly slip: DoseSlip }
  /** A reason that no limit asked for: another strength or form than the plan means. */
  | { readonly kind: 'other-strength'; readonly preparation: Preparation }
  | {
      readonly kind: 'contraindication';
      readonly contraindicationId: string;
      /** Null where the profile of then does not have it any more. */
      readonly said: { readonly text: string; readonly source: Source } | null;
      readonly at: 'assessment' | 'session';
    }
  | { readonly kind: 'waiver'; readonly check: CheckWaiver['check']; readonly veins: number }
  /** `amount` null: the profile's own again. */
  | {
      readonly kind: 'tighter-cap';
      readonly limitId: string;
      readonly limit: Limit | null;
      readonly amount: number | null;
    };

export type OverrideKind = OverrideWhat['kind'];

/** One limit passed, one slip confirmed, one check lifted: a line of the monthly list. */
export interface OverrideLine {
  readonly key: string;
  readonly at: Instant;
  readonly onDate: CalendarDate;
  readonly what: OverrideWhat;
  readonly patient: PatientIdentity;
  readonly caseId: CaseId;
  /** Null: at the assessment. */
  readonly session: { readonly id: SessionId; readonly number: number } | null;
  readonly injection: {
    readonly id: InjectionId;
    readonly number: number;
    readonly struckOut: boolean;
  } | null;
  /** Who did it: gave the injection, opened the session, saved the assessment. */
  readonly by: PersonId;
  /** The surgeon whose word it was; null where none was needed. */
  readonly surgeonId: PersonId | null;
  /** Null where none was asked for. */
  readonly reason: string | null;
}

/** What was done in a month, to hold the overrides against. */
export interface MonthOfWork {
  readonly month: string;
  readonly sessions: number;
  /** Struck-out ones are left out. */
  readonly injections: number;
  /** The latest first. */
  readonly lines: readonly OverrideLine[];
}

export interface OverridesView {
  readonly chosen: MonthOfWork;
  readonly before: MonthOfWork;
  readonly names: Readonly<Record<string, string>>;
}
