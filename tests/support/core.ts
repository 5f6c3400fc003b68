import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openDatabase, type OpenDatabase } from '../../db/connection/open-database.ts';
import { migrateToLatest } from '../../db/migrations/migrate.ts';
import { temporaryDatabase, testKey, valueOf } from '../db/temporary-database.ts';
import { temporaryFolder } from '../db/temporary-folder.ts';
import { servicesAround, setUp, type Core } from './clinic.ts';

export { PIN, type Core } from './clinic.ts';

/** An empty database with the services around it, before the clinic is set up. */
export async function emptyCore(): Promise<Omit<Core, 'people' | 'as'>> {
  return servicesAround(await temporaryDatabase());
}

export async function core(): Promise<Core> {
  made ??= makeClinic();
  const { bytes, people } = await made;
  const file = join(temporaryFolder(), 'test.db');
  await writeFile(file, bytes);
  const database = valueOf(await openDatabase({ file, key: testKey() }));
  onTestFinished(() => database.close());
  const empty = servicesAround(database);
  return { ...empty, people, as: (role) => ({ ...empty.context, actor: people[role] }) };
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
    const people = await setUp(servicesAround(database).context);
    await database.close();
    return { bytes: await readFile(file), people };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The same without the tables that keep every PIN that was tried, whatever came of it. */
export async function factCounts(database: OpenDatabase): Promise<Readonly<Record<string, number>>> {
  const { audit: _audit, sign_in_attempts: _tries, ...facts } = await rowCounts(database);
  return facts;
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
