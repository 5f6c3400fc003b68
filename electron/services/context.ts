import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import type { Person } from '../../shared/domain/staff/roles.ts';
import type { CalendarDate, Instant } from '../../shared/kernel/time.ts';
import type { Pins } from './pins.ts';

/** What a change was about; content never leaves the core this way. */
export interface Change {
  readonly topic:
    | 'clinic'
    | 'people'
    | 'day'
    | 'patient'
    | 'case'
    | 'map'
    | 'plan'
    | 'session'
    | 'stock'
    | 'review'
    | 'complication';
  readonly id: string;
}

/** The world outside the rules, so that tests and the demo clinic can bring their own. */
export interface Surroundings {
  readonly now: () => Instant;
  /** The day on the clinic's own wall. */
  readonly today: () => CalendarDate;
  /** A fresh UUID. */
  readonly newUuid: () => string;
}

/** The same, and what a host needs to see whether somebody sets the clock. */
export interface Machine extends Surroundings {
  /** Milliseconds on a clock that nobody can set, and that runs on while the machine sleeps. */
  readonly uptimeMs: () => number;
}

/** What a use case works with when nobody needs to be signed in. */
export interface PublicContext extends Surroundings {
  readonly db: Kysely<Database>;
  readonly pins: Pins;
  /** Says, after the commit, that something changed. */
  readonly announce: (change: Change) => void;
}

/** What a use case works with: the same, and who is acting. */
export interface ServiceContext extends PublicContext {
  readonly actor: Person;
}
