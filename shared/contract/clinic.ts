import { z } from 'zod';
import type { ClockSet } from '../kernel/clock-set.ts';
import type { Instant } from '../kernel/time.ts';
import type { CalendarDate } from '../kernel/time.ts';
import { ROLES, type Person } from '../domain/staff/roles.ts';
import { id, pin, requiredLine } from './primitives.ts';

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

export const ReadAudit = z.strictObject({
  /** Rows older than this sequence number; null: the newest. */
  before: z.int().min(1).max(Number.MAX_SAFE_INTEGER).nullable(),
  limit: z.int().min(1).max(200),
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
  /** Why somebody should look at the machine's clock. */
  readonly clockDoubt: ClockDoubt | null;
  /** Minutes without input after which the screen locks. */
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
}

export interface AuditPage {
  readonly rows: readonly AuditRow[];
  readonly total: number;
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
