import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { describe, expect, it } from 'vitest';
import { migrations } from '../../db/migrations/index.ts';
import { migrateToLatest, pendingMigrations } from '../../db/migrations/migrate.ts';
import type { Database } from '../../db/schema.ts';
import { at, insertRows, rows, uuidOf, vein } from './clinical-record.ts';
import { failureOf, temporaryDatabase, valueOf } from './temporary-database.ts';

const further = (name: string, statements: readonly string[]): Readonly<Record<string, Migration>> => ({
  ...migrations,
  [name]: {
    up: async (db: Kysely<unknown>) => {
      for (const statement of statements) await sql.raw(statement).execute(db);
    },
  },
});

async function schemaOf(db: Kysely<Database>): Promise<readonly string[]> {
  const entries = await sql<{ sql: string }>`select sql from sqlite_schema where sql is not null`.execute(db);
  return entries.rows.map((entry) => entry.sql);
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/;

/** The columns of every table with clinical rows that a file has. */
async function columnsOf(db: Kysely<Database>): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>();
  for (const table of Object.keys(rows)) {
    const columns = await sql<{ name: string }>`select name from pragma_table_info(${table})`.execute(db);
    if (columns.rows.length > 0)
      found.set(
        table,
        columns.rows.map(({ name }) => name),
      );
  }
  return found;
}

/** One row of each table that the file has, in the columns that it has; of injections a second one, which nobody strikes out. */
async function insertEarlierRows(db: Kysely<Database>): Promise<void> {
  const columns = await columnsOf(db);
  const { injections: first } = rows;
  const second = { ...first, id: uuidOf<'injection'>(99), number: 2 };
  for (const [table, row] of Object.entries(rows)) {
    for (const each of table === 'injections' ? [first, second] : [row]) {
      const kept = Object.entries(each).filter(([name]) => columns.get(table)?.includes(name));
      if (kept.length === 0) continue;
      const names = sql.join(kept.map(([name]) => sql.ref(name)));
      const values = sql.join(kept.map(([, value]) => value));
      await sql`insert into ${sql.table(table)} (${names}) values (${values})`.execute(db);
    }
  }
}

/** The rows of each table, in these columns. */
async function contentOf(
  db: Kysely<Database>,
  columns: ReadonlyMap<string, readonly string[]>,
): Promise<ReadonlyMap<string, readonly unknown[]>> {
  const content = new Map<string, readonly unknown[]>();
  for (const [table, names] of columns) {
    const refs = sql.join(names.map((name) => sql.ref(name)));
    content.set(table, (await sql`select ${refs} from ${sql.table(table)}`.execute(db)).rows);
  }
  return content;
}

describe('migrations', () => {
  it('are named in steps of ten, and in their order', () => {
    const names = Object.keys(migrations);
    expect(names.map((name) => name.slice(0, 4))).toEqual(
      names.map((_, index) => String((index + 1) * 10).padStart(4, '0')),
    );
  });

  it('run once', async () => {
    const { db } = await temporaryDatabase();
    const before = await schemaOf(db);
    expect(await pendingMigrations(db)).toEqual([]);
    expect(valueOf(await migrateToLatest(db))).toEqual([]);
    expect(await schemaOf(db)).toEqual(before);
  });

  it('bring a file with records further and keep the records', async () => {
    const { db } = await temporaryDatabase();
    await insertRows(db);
    const known = further('9000-more', ['alter table patients add column nickname text']);
    expect(await pendingMigrations(db, known)).toEqual(['9000-more']);
    expect(valueOf(await migrateToLatest(db, known))).toEqual(['9000-more']);
    const read = await sql`select family_name, nickname from patients`.execute(db);
    expect(read.rows).toEqual([{ family_name: 'Quenstedt-Silberhorn', nickname: null }]);
  });

  it('find what feeds from a vein in a file that was written before they looked for it', async () => {
    const earlier = Object.fromEntries(Object.entries(migrations).filter(([name]) => name < '0080'));
    const { db } = await temporaryDatabase(undefined, undefined, earlier);
    await insertRows(db, 'vein_versions');
    const fed = JSON.stringify({ feederId: '00000000-0000-4000-8000-000000000099', path: [[1, 2]] });
    await db
      .insertInto('vein_versions')
      .values({ ...rows.vein_versions, content: fed })
      .execute();
    expect(valueOf(await migrateToLatest(db))).toContain('0080-map-marks');
    const found = await db.selectFrom('vein_versions').select(['vein_id', 'content', 'feeder_id']).execute();
    expect(found).toEqual([
      { vein_id: vein, content: fed, feeder_id: '00000000-0000-4000-8000-000000000099' },
    ]);
  });

  it('keep every row of a file from before rooms, pauses, amendments and the register', async () => {
    const earlier = Object.fromEntries(Object.entries(migrations).filter(([name]) => name < '0120'));
    const { db } = await temporaryDatabase(undefined, undefined, earlier);
    await insertEarlierRows(db);
    const known = await columnsOf(db);
    const before = await contentOf(db, known);
    expect(before.get('injections')).toHaveLength(2);
    expect(valueOf(await migrateToLatest(db))).toContain('0180-register-and-recall');
    expect(await contentOf(db, known)).toEqual(before);
    expect((await sql`pragma foreign_key_check`.execute(db)).rows).toEqual([]);
    const reactions = await db.selectFrom('reactions').select(['id', 'done', 'recorded_at']).execute();
    expect(reactions).toMatchObject([{ done: '', recorded_at: at }]);
    expect(reactions[0]?.id).toMatch(UUID);
    await expect(db.deleteFrom('reactions').execute()).rejects.toThrow('rows are only added');
    // The second injection alone: the first one is struck out.
    expect(await db.selectFrom('reviewed_veins').selectAll().execute()).toMatchObject([
      { vein_id: vein, form: 'liquid', injections: 1, volume_ul: 300, mass_ug: 1_500, days_since: 0 },
    ]);
  });

  it('leave nothing behind when one fails half-way', async () => {
    const { db } = await temporaryDatabase();
    await insertRows(db);
    const before = await schemaOf(db);
    const known = further('9000-faulty', ['create table half (x)', 'create table half (y)']);
    await expect(migrateToLatest(db, known)).rejects.toThrow('already exists');
    expect(await schemaOf(db)).toEqual(before);
    expect(await pendingMigrations(db, known)).toEqual(['9000-faulty']);
    expect(await pendingMigrations(db)).toEqual([]);
  });

  it('leave nothing behind when the disk is full', async () => {
    const { db } = await temporaryDatabase();
    const before = await schemaOf(db);
    const known = further('9000-large', [
      'create table large (x)',
      'pragma max_page_count = 1',
      'insert into large select zeroblob(1000000)',
    ]);
    expect(failureOf(await migrateToLatest(db, known))).toEqual({ code: 'storage/full' });
    await sql`pragma max_page_count = 100000`.execute(db);
    expect(await schemaOf(db)).toEqual(before);
  });

  it('leave a record in which every reference is met', async () => {
    const { db } = await temporaryDatabase();
    await insertRows(db);
    expect((await sql`pragma foreign_key_check`.execute(db)).rows).toEqual([]);
    expect((await sql`pragma foreign_keys`.execute(db)).rows).toEqual([{ foreign_keys: 1 }]);
    expect((await sql`pragma synchronous`.execute(db)).rows).toEqual([{ synchronous: 2 }]);
    expect((await sql`pragma journal_mode`.execute(db)).rows).toEqual([{ journal_mode: 'wal' }]);
  });
});
