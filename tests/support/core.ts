import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openDatabase, type OpenDatabase } from '../../db/connection/open-database.ts';
import { migrateToLatest } from '../../db/migrations/migrate.ts';
import { readPeople } from '../../db/repositories/people.ts';
import type { Change, PublicContext, ServiceContext } from '../../electron/services/context.ts';
import { setUpClinic } from '../../electron/services/clinic.ts';
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
import { temporaryDatabase, testKey, valueOf } from '../db/temporary-database.ts';
import { temporaryFolder } from '../db/temporary-folder.ts';

/** A clock that stands still until it is told otherwise. */
export interface Clock {
  now: Instant;
  /** Moves the clock, back as well. */
  advance(hours: number): void;
}

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

/** An empty database with the services around it, before the clinic is set up. */
export async function emptyCore(): Promise<Omit<Core, 'people' | 'as'>> {
  return around(await temporaryDatabase());
}

export async function core(): Promise<Core> {
  made ??= makeClinic();
  const { bytes, people } = await made;
  const file = join(temporaryFolder(), 'test.db');
  await writeFile(file, bytes);
  const database = valueOf(await openDatabase({ file, key: testKey() }));
  onTestFinished(() => database.close());
  const empty = around(database);
  return { ...empty, people, as: (role) => ({ ...empty.context, actor: people[role] }) };
}

function around(database: OpenDatabase): Omit<Core, 'people' | 'as'> {
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

interface MadeClinic {
  readonly bytes: Uint8Array;
  readonly people: Core['people'];
}

let made: Promise<MadeClinic> | undefined;

/** Sets a clinic up as a person would, once for a file of tests; each test works on a copy. */
async function makeClinic(): Promise<MadeClinic> {
  const folder = await mkdtemp(join(tmpdir(), 'phleboplan-'));
  const file = join(folder, 'clinic.db');
  try {
    const database = valueOf(await openDatabase({ file, key: testKey(), create: true }));
    valueOf(await migrateToLatest(database.db));
    const people = await setUp(around(database).context);
    await database.close();
    return { bytes: await readFile(file), people };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function setUp(context: PublicContext): Promise<Core['people']> {
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
  return {
    now: instantOf(Date.parse(text)),
    advance(hours) {
      this.now = instantOf(epochMs(this.now) + hours * 3_600_000);
    },
  };
}

/** The test clinic lies where the wall shows UTC. */
function dayOf(now: Instant): CalendarDate {
  return calendarDate(now.slice(0, 10));
}

/** How many rows every table has, to see that something wrote nothing. */
export async function rowCounts(database: OpenDatabase): Promise<Readonly<Record<string, number>>> {
  const tables = await database.db.introspection.getTables();
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const { count } = await database.db
      .selectFrom(name as 'audit')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    counts[name] = count;
  }
  return counts;
}
