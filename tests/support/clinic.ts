import { randomUUID } from 'node:crypto';
import type { OpenDatabase } from '../../db/connection/open-database.ts';
import { readPeople } from '../../db/repositories/people.ts';
import { setUpClinic } from '../../electron/services/clinic.ts';
import type { Change, PublicContext, ServiceContext } from '../../electron/services/context.ts';
import { addPerson } from '../../electron/services/people.ts';
import { createPins } from '../../electron/services/pins.ts';
import type { Person, Role } from '../../shared/domain/staff/roles.ts';
import {
  calendarDate,
  epochMs,
  instantOf,
  type CalendarDate,
  type Instant,
} from '../../shared/kernel/time.ts';
import { valueOf } from './outcome.ts';

/** A clock that stands still until it is told otherwise. */
export interface Clock {
  now: Instant;
  /** Lets time pass; negative: as if it had been earlier from the beginning. */
  advance(hours: number): void;
  /** Somebody sets the clock, forward or (negative) back, while no time passes. */
  set(hours: number): void;
  /** What a clock shows that nobody can set. */
  uptimeMs(): number;
}

const MS_PER_HOUR = 3_600_000;

/** The PIN of everybody in the test clinic. */
export const PIN = '2468';

/** The services on a real, encrypted database of their own; the clinic is set up and has one person of each role. */
export interface Core {
  readonly database: OpenDatabase;
  readonly context: PublicContext;
  readonly clock: Clock;
  readonly changes: Change[];
  readonly people: Readonly<Record<Role, Person>>;
  /** The context in which somebody of a role acts. */
  as(role: Role): ServiceContext;
}

/** The services around a database, before anybody works there. */
export function servicesAround(database: OpenDatabase): Omit<Core, 'people' | 'as'> {
  const clock = clockAt('2026-11-02T09:00:00.000Z');
  const changes: Change[] = [];
  const context: PublicContext = {
    db: database.db,
    // Real hashes, made quickly.
    pins: createPins({ cost: 16 }),
    now: () => clock.now,
    today: () => dayOf(clock.now),
    newUuid: () => randomUUID(),
    announce: (change) => changes.push(change),
  };
  return { database, context, clock, changes };
}

/** Sets a clinic up as a person would, with one person of each role. */
export async function setUp(context: PublicContext): Promise<Core['people']> {
  valueOf(
    await setUpClinic(context, {
      clinicName: 'Harbour Vein Clinic',
      administrator: { name: 'administrator', pin: PIN, alsoRoles: [] },
      profileId: 'strictest',
    }),
  );
  const [administrator] = await readPeople(context.db);
  if (!administrator) throw new Error('the clinic has no administrator');
  const actor = { ...context, actor: administrator };
  const add = async (role: Role) => valueOf(await addPerson(actor, { name: role, roles: [role], pin: PIN }));
  return {
    administrator,
    surgeon: await add('surgeon'),
    nurse: await add('nurse'),
    clinician: await add('clinician'),
  };
}

function clockAt(text: string): Clock {
  let setByMs = 0;
  const clock: Clock = {
    now: instantOf(Date.parse(text)),
    advance: (hours) => {
      clock.now = instantOf(epochMs(clock.now) + hours * MS_PER_HOUR);
    },
    set: (hours) => {
      clock.advance(hours);
      setByMs += hours * MS_PER_HOUR;
    },
    uptimeMs: () => epochMs(clock.now) - setByMs,
  };
  return clock;
}

/** The test clinic lies where the wall shows UTC. */
function dayOf(now: Instant): CalendarDate {
  return calendarDate(now.slice(0, 10));
}
