import type { SessionId } from '../kernel/ids.ts';
import type { CalendarDate, Instant } from '../kernel/time.ts';
import type { DoseSlip } from '../domain/dose/dose-slip.ts';
import type { Limit } from '../domain/dose/label-profile.ts';
import type { Preparation } from '../domain/dose/ledger.ts';
import type { DoseAssessment } from '../domain/dose/assess-dose.ts';
import type { CheckWaiver } from '../domain/session/session.ts';
import type { Role } from '../domain/staff/roles.ts';

/** A field of the input that does not fit, and which rule it breaks. */
export interface InputIssue {
  /** `dose.volumeUl`; empty for the whole input. */
  readonly path: string;
  /** zod's name of the rule: `invalid_type`, `too_big`, … or a rule of the service. */
  readonly rule: string;
}

/** Every way in which a request can fail that is not a bug. No wording: that is made where it is shown. */
export type Failure =
  | { readonly code: 'invalid-input'; readonly issues: readonly InputIssue[] }
  | { readonly code: 'not-found'; readonly what: string }
  | { readonly code: 'not-signed-in' }
  | { readonly code: 'forbidden'; readonly needs: readonly Role[] }
  | {
      readonly code: 'conflict';
      readonly what: 'map' | 'plan' | 'patient' | 'profile';
      readonly currentVersion: number;
    }
  /** `inARow`: wrong PINs of this person since the last right one. */
  | { readonly code: 'auth/wrong-pin'; readonly waitSeconds: number; readonly inARow: number }
  | { readonly code: 'auth/wait'; readonly waitSeconds: number; readonly inARow: number }
  | { readonly code: 'clinic/already-set-up' }
  | { readonly code: 'clinic/not-set-up' }
  | { readonly code: 'staff/last-administrator' }
  | { readonly code: 'staff/name-taken' }
  | { readonly code: 'room/name-taken' }
  | { readonly code: 'patient/record-number-taken' }
  | { readonly code: 'vein/has-injections'; readonly labels: readonly string[] }
  | { readonly code: 'plan/unknown-vein' }
  | { readonly code: 'plan/session-done'; readonly number: number }
  | { readonly code: 'plan/feeder-later'; readonly labels: readonly string[] }
  | { readonly code: 'session/already-open'; readonly sessionId: SessionId }
  | { readonly code: 'session/already-done' }
  | { readonly code: 'session/not-planned' }
  | { readonly code: 'session/check-missing'; readonly checks: readonly SessionCheck[] }
  | { readonly code: 'session/contraindicated'; readonly contraindicationIds: readonly string[] }
  | { readonly code: 'session/acceptance-needed'; readonly contraindicationIds: readonly string[] }
  /** Duplex or a feeder should come first; a surgeon may let it pass for the veins that are named. */
  | {
      readonly code: 'session/waiver-needed';
      readonly check: CheckWaiver['check'];
      readonly labels: readonly string[];
    }
  | { readonly code: 'session/locked' }
  /** Nothing is injected until somebody, or after something serious a surgeon, lets the session go on. */
  | { readonly code: 'session/paused'; readonly since: Instant; readonly needsSurgeon: boolean }
  /** Only a surgeon's own PIN lets this session go on. */
  | { readonly code: 'session/surgeon-needed' }
  /** Somebody has injected into the same place meanwhile; `number` is the last injection there. */
  | { readonly code: 'session/moved-on'; readonly number: number }
  | { readonly code: 'session/not-closed' }
  | { readonly code: 'session/difference-unexplained'; readonly differenceUl: number }
  /** Something was struck out since the ampoules were counted: an amendment says first how the session ended. */
  | { readonly code: 'session/recount-needed' }
  | { readonly code: 'session/already-signed' }
  /** The next session would be sooner than the profile's least interval. */
  | { readonly code: 'session/next-too-soon'; readonly earliest: CalendarDate }
  /** The observed walk is to go on for so many minutes; a reason is needed to end it now. */
  | { readonly code: 'session/walk-too-short'; readonly minutesLeft: number }
  | { readonly code: 'session/wrong-leg' }
  | { readonly code: 'lot/expired'; readonly lotNumber: string; readonly expiresOn: CalendarDate }
  | { readonly code: 'lot/recalled'; readonly lotNumber: string }
  /** Nobody can have been told of a recall that there is not. */
  | { readonly code: 'lot/not-recalled'; readonly lotNumber: string }
  | { readonly code: 'lot/not-opened'; readonly lotNumber: string }
  | { readonly code: 'lot/already-known' }
  | { readonly code: 'product/already-known' }
  /** The code on the box names another product than the one that was chosen. */
  | { readonly code: 'product/code-of-another' }
  /** The code that the program shows to try a scanner with: it is on no box. */
  | { readonly code: 'product/test-code' }
  | { readonly code: 'dose/strength-not-of-lot' }
  /** The plan means another strength or form for the next injection into this vein; a reason is needed. */
  | { readonly code: 'dose/planned-otherwise'; readonly planned: Preparation }
  /** The volume looks like a ten-fold slip; it has to be confirmed. */
  | { readonly code: 'dose/looks-like-slip'; readonly slip: DoseSlip }
  | { readonly code: 'dose/reason-needed'; readonly assessment: DoseAssessment }
  | { readonly code: 'dose/over-hard-limit'; readonly assessment: DoseAssessment }
  /** A surgeon's own cap for a session may only be tighter; `most` is the profile's for this patient, in the limit's unit. */
  | { readonly code: 'dose/cap-wider'; readonly limit: Limit; readonly most: number }
  | { readonly code: 'dose/override-refused'; readonly because: 'wrong-pin' | 'not-a-surgeon' }
  | { readonly code: 'injection/already-struck-out' }
  | { readonly code: 'reaction/already-struck-out' }
  /** A later review has taken its place already; that one is to be corrected. */
  | { readonly code: 'review/already-replaced' }
  /** Another complication follows the same reaction or finding. */
  | { readonly code: 'complication/already-followed' }
  | { readonly code: 'complication/struck-out' }
  | { readonly code: 'profile/unknown' }
  | { readonly code: 'profile/name-taken' }
  /** It came with the program: the clinic copies it and changes the copy. */
  | { readonly code: 'profile/shipped' }
  | { readonly code: 'profile/unchanged' }
  | { readonly code: 'storage/full' }
  | { readonly code: 'storage/busy' }
  | { readonly code: 'storage/unreadable' }
  | { readonly code: 'storage/wrong-key' }
  | { readonly code: 'storage/corrupt' }
  | { readonly code: 'storage/newer'; readonly fileMigration: string }
  | { readonly code: 'storage/no-keychain' }
  | { readonly code: 'storage/key-missing' }
  | { readonly code: 'storage/key-exposed' }
  | { readonly code: 'internal' };

/** What must be so before the first injection. */
export type SessionCheck = 'identity' | 'consent' | 'weight' | 'changes' | 'eligibility' | 'allergies';

export type FailureCode = Failure['code'];
/** The failure with a given code. */
export type FailureOf<Code extends FailureCode> = Extract<Failure, { code: Code }>;
