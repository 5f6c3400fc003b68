import { sql, type Kysely } from 'kysely';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../db/connection/open-database.ts';
import { migrateToLatest } from '../../db/migrations/migrate.ts';
import type { Database } from '../../db/schema.ts';
import { buildDemoClinic } from '../../electron/demo/build-demo-clinic.ts';
import type { ServiceContext } from '../../electron/services/context.ts';
import { readStatus } from '../../electron/services/clinic.ts';
import { createPins } from '../../electron/services/pins.ts';
import { seededUuids } from '../../electron/demo/seeded-uuids.ts';
import type { Failure } from '../../shared/contract/failure.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { instantOf, type CalendarDate, type Instant } from '../../shared/kernel/time.ts';

/** An empty database in a file of its own. */
export interface TemporaryDatabase {
  readonly db: Kysely<Database>;
  close(): Promise<void>;
}

export async function temporaryDatabase(): Promise<TemporaryDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'phleboplan-demo-'));
  const opened = await openDatabase({
    file: join(folder, 'demo.db'),
    key: new Uint8Array(32).fill(7),
    create: true,
  });
  const database = valueOf(opened);
  valueOf(await migrateToLatest(database.db));
  return {
    db: database.db,
    close: async () => {
      await database.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** So many hours and minutes after midnight on the wall of a day. */
export function onWall(date: CalendarDate, time: string): Instant {
  return instantOf(new Date(`${date}T${time}:00`).getTime());
}

/** The demo clinic in a database of its own, and the context in which its surgeon asks. */
export async function builtDemo(today: CalendarDate, now: Instant) {
  const database = await temporaryDatabase();
  await buildDemoClinic({ db: database.db, today, now });
  const surroundings = {
    db: database.db,
    now: () => now,
    today: () => today,
    newUuid: seededUuids('asked of the demo'),
    pins: createPins({ cost: 1_024 }),
    announce: () => undefined,
  };
  const { people } = valueOf(
    await readStatus(surroundings, { isDemo: true, lastBackupAt: null, backupFailure: null }),
  );
  const surgeon = people.find(({ name }) => name === 'Dr Ines Okafor');
  if (!surgeon) throw new Error('the surgeon is missing');
  const context: ServiceContext = { ...surroundings, actor: surgeon };
  return { ...database, context };
}

export type BuiltDemo = Awaited<ReturnType<typeof builtDemo>>;

/** The value of a result that must be one. */
export function valueOf<T>(result: Result<T, Failure>): T {
  if (!result.ok) throw new Error(`a failure: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** All that a database holds, table by table, but for the salted hashes of the PINs. */
export async function contentOf(db: Kysely<Database>): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const tables = await sql<{ name: string }>`
    select name from sqlite_schema
    where type = 'table' and name not like 'sqlite_%' and name not like 'kysely_%' order by name`.execute(db);
  const content: Record<string, readonly unknown[]> = {};
  for (const { name } of tables.rows) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(db);
    content[name] = rows
      .map((row) => JSON.stringify({ ...row, ...('pin_hash' in row && { pin_hash: null }) }))
      .toSorted();
  }
  return content;
}
