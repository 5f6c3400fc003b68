import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import type { CalendarDate, Instant } from '../../shared/kernel/time.ts';

export interface DemoClinicInput {
  /** An empty, migrated database. */
  readonly db: Kysely<Database>;
  /** The day on the clinic's own wall; all dates are told from it. */
  readonly today: CalendarDate;
  /** The moment of building: nothing in the demo happened later. */
  readonly now: Instant;
}

/** Fills an empty database with the demo clinic, through the services, with a clock and ids of its own: the same input gives the same content. */
export function buildDemoClinic(_input: DemoClinicInput): Promise<void> {
  throw new Error('not built');
}
