import { z } from 'zod';
import type { ClockSet } from '../kernel/clock-set.ts';
import type { Instant } from '../kernel/time.ts';
import type { CalendarDate } from '../kernel/time.ts';
import { ROLES, type Person } from '../domain/staff/roles.ts';
import type { PatientIdentity } from '../domain/patient/patient.ts';
import type { PersonId } from '../kernel/ids.ts';
import type { Failure } from './failure.ts';
import { date, id, pin, requiredLine } from './primitives.ts';

/** First start: the clinic, its administrator and its rules. */
export const FirstStart = z.strictObject({
  clinicName: requiredLine(80),
  administrator: z.strictObject({
    name: requiredLine(80),
    pin,
    /** Further roles that the administrator holds. */
    alsoRoles: z.array(z.enum(ROLES)).max(4),
  }),
  profileId: requiredLine(60),
});
export type FirstStart = z.output<typeof FirstStart>;

export const SignIn = z.strictObject({ personId: id('person'), pin });
export type SignIn = z.output<typeof SignIn>;

/** Why a screen is locked: somebody did so, or nobody touched it for a while. */
export const SignOut = z.strictObject({ because: z.enum(['by-hand', 'untouched']) });
export type SignOut = z.output<typeof SignOut>;

/** Minutes without input after which a screen locks; 0, never, is for the demo clinic alone. */
export const SetLock = z.strictObject({ minutes: z.int().min(0).max(60) });
export type SetLock = z.output<typeof SetLock>;

export const AddPerson = z.strictObject({
  name: requiredLine(80),
  roles: z.array(z.enum(ROLES)).min(1).max(4),
  pin,
});
export type AddPerson = z.output<typeof AddPerson>;

/** Changes roles or activity of a person; a new PIN if one is given. */
export const ChangePerson = z.strictObject({
  personId: id('person'),
  roles: z.array(z.enum(ROLES)).min(1).max(4),
  active: z.boolean(),
  pin: pin.nullable(),
});
export type ChangePerson = z.output<typeof ChangePerson>;

/** Rows of the audit that fit every filter that is not null. */
export const ReadAudit = z.strictObject({
  /** Rows older than this sequence number; null: the newest. */
  before: z.int().min(1).max(Number.MAX_SAFE_INTEGER).nullable(),
  limit: z.int().min(1).max(200),
  /** Who acted. */
  personId: id('person').nullable(),
  /** A day on the clinic's wall. */
  onDate: date.nullable(),
  /** What was done to a patient, or to anything of that patient's. */
  patientId: id('patient').nullable(),
});
export type ReadAudit = z.output<typeof ReadAudit>;

/** What everybody may see before signing in. */
export interface ClinicStatus {
  readonly state: 'first-start' | 'ready';
  readonly isDemo: boolean;
  readonly clinicName: string;
  readonly now: Instant;
  readonly today: CalendarDate;
  readonly people: readonly Person[];
  readonly profile: {
    readonly id: string;
    readonly name: string;
    readonly version: number;
    readonly approved: boolean;
  } | null;
  readonly lastBackupAt: Instant | null;
  /** Why the last backup that was tried could not be made; `storage/corrupt`: the records themselves are damaged. */
  readonly backupFailure: Failure | null;
  /** Why somebody should look at the machine's clock. */
  readonly clockDoubt: ClockDoubt | null;
  /** Minutes without input after which the screen locks; 0: never, in the demo clinic alone. */
  readonly lockAfterMinutes: number;
}

/**
 * What is wrong with the machine's clock: it was set while the program ran, within the last 24 hours; or it is behind the newest
 * record, so that it was wrong then or is wrong now.
 */
export type ClockDoubt =
  ({ readonly kind: 'set' } & ClockSet) | { readonly kind: 'behind'; readonly lastAt: Instant };

export interface SignedIn {
  /** Goes into the `authorization` header of every request. */
  readonly token: string;
  readonly person: Person;
}

export interface AuditRow {
  readonly seq: number;
  readonly at: Instant;
  readonly by: string;
  readonly action: string;
  readonly entity: string;
  readonly entityId: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly hash: string;
  /** Whose record it was about, if it was about one. */
  readonly patient: PatientIdentity | null;
}

export interface AuditPage {
  readonly rows: readonly AuditRow[];
  /** Rows of the whole audit, whatever the filters. */
  readonly total: number;
  /** Whether there are older rows that fit. */
  readonly hasOlder: boolean;
  /** What the ids in the rows stand for, where it is known: a name, a vein, a lot number. */
  readonly names: Readonly<Record<string, string>>;
}

/** How a person's PIN has been used. */
export interface PinUse {
  readonly personId: PersonId;
  /** Wrong PINs since the last right one. */
  readonly wrongInARow: number;
  readonly lastWrongAt: Instant | null;
  /** Seconds until the next try counts; 0: now. */
  readonly waitSeconds: number;
  readonly lastSignInAt: Instant | null;
}

/** Whether every link of the chain fits; `brokenAt` is the first row that does not. */
export interface AuditVerdict {
  readonly checked: number;
  readonly brokenAt: number | null;
}

export interface BackupView {
  readonly fileName: string;
  readonly madeAt: Instant;
  readonly bytes: number;
}
