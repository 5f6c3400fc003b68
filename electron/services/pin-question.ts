import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import type { Action, Person } from '../../shared/domain/staff/roles.ts';
import type { PersonId } from '../../shared/kernel/ids.ts';
import type { Instant } from '../../shared/kernel/time.ts';

/** What a PIN is asked for: to begin to work at a screen, or to answer for one thing. */
export type PinPurpose = 'sign-in' | 'change-person' | Action;

/** Somebody's PIN as it was typed, to be checked. */
export interface PinQuestion {
  readonly db: Kysely<Database>;
  readonly now: () => Instant;
  readonly personId: PersonId;
  readonly pin: string;
  readonly purpose: PinPurpose;
  /** Who is signed in where it was typed; null: nobody is. */
  readonly actor: Person | null;
}
