import { sql, type Kysely } from 'kysely';
import { describe, expect, it } from 'vitest';
import { appendAudit } from '../../db/audit/append-audit.ts';
import { inTransaction } from '../../db/connection/in-transaction.ts';
import type { Database } from '../../db/schema.ts';
import { ok } from '../../shared/kernel/result.ts';
import { at, insertRows, patient, person, rows } from './clinical-record.ts';
import { temporaryDatabase, valueOf } from './temporary-database.ts';

/** What may change: who works here and in which rooms, what the clinic is called, and an identity, which counts its versions. */
const changeable = ['clinic', 'patients', 'people', 'rooms'];

async function fullRecord() {
  const { db } = await temporaryDatabase();
  await insertRows(db);
  const entry = { at, personId: person, action: 'test/do', entity: 'thing', entityId: '1' };
  const appended = await inTransaction(db, async (trx) => {
    await appendAudit(trx, entry);
    return ok();
  });
  valueOf(appended);
  return db;
}

async function tableNames(db: Kysely<Database>): Promise<readonly string[]> {
  const tables = await sql<{ name: string }>`select name from sqlite_schema where type = 'table'
    and name not like 'sqlite_%' and name not like 'kysely_%' order by name`.execute(db);
  return tables.rows.map((table) => table.name);
}

async function firstColumn(db: Kysely<Database>, table: string): Promise<string> {
  const columns = await sql<{ name: string }>`select name from pragma_table_info(${table})`.execute(db);
  return columns.rows[0]?.name ?? '';
}

describe('clinical facts', () => {
  it('are refused when somebody tries to change them, in every table', async () => {
    const db = await fullRecord();
    for (const table of (await tableNames(db)).filter((name) => !changeable.includes(name))) {
      const column = sql.ref(await firstColumn(db, table));
      const change = sql`update ${sql.table(table)} set ${column} = ${column}`.execute(db);
      await expect(change, table).rejects.toThrow(`${table}: rows are only added`);
    }
  });

  it('are refused when somebody tries to delete them, in every table', async () => {
    const db = await fullRecord();
    for (const table of await tableNames(db)) {
      const removal = sql`delete from ${sql.table(table)}`.execute(db);
      await expect(removal, table).rejects.toThrow(`${table}: rows are only added`);
    }
  });

  it('cannot be replaced by an insert that removes the row in its way', async () => {
    const db = await fullRecord();
    const replacement = db
      .replaceInto('injections')
      .values({ ...rows.injections, reason: 'other' })
      .execute();
    await expect(replacement).rejects.toThrow();
    const kept = await db.selectFrom('injections').select('reason').execute();
    expect(kept).toEqual([{ reason: null }]);
  });

  it('have a row of each table in these tests', async () => {
    const db = await fullRecord();
    for (const table of await tableNames(db)) {
      const counted = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(db);
      expect(counted.rows, table).toEqual([{ n: 1 }]);
    }
  });
});

describe('an identity', () => {
  it('is corrected as the next version and no other way', async () => {
    const db = await fullRecord();
    const correct = (version: number) =>
      db.updateTable('patients').set({ version, family_name: 'Other' }).where('id', '=', patient).execute();
    await expect(correct(1)).rejects.toThrow('next version');
    await expect(correct(3)).rejects.toThrow('next version');
    await correct(2);
    const read = await db.selectFrom('patients').select(['version', 'family_name']).execute();
    expect(read).toEqual([{ version: 2, family_name: 'Other' }]);
  });
});
