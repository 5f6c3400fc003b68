import { sql, type Kysely } from 'kysely';
import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import type { Database } from '../../db/schema.ts';
import { temporaryDatabase } from './temporary-database.ts';

const snapshot = `${import.meta.dirname}/../../db/schema-snapshot.sql`;
const types = `${import.meta.dirname}/../../db/schema.ts`;

/** `family_name` or, where it may be null, `weight_g?`, by table. */
type Columns = Record<string, readonly string[]>;

const named = (name: string, isNullable: boolean) => (isNullable ? `${name}?` : name);

async function columnsInFile(db: Kysely<Database>): Promise<Columns> {
  const columns = await sql<{ tableName: string; name: string; isRequired: number }>`
    select t.name as tableName, c.name, c."notnull" or c.pk as isRequired
    from pragma_table_list t join pragma_table_xinfo(t.name) c
    where t.type = 'table' and t.name not like 'sqlite_%' and t.name not like 'kysely_%'
    order by c.cid`.execute(db);
  const byTable = Object.groupBy(columns.rows, (column) => column.tableName);
  return Object.fromEntries(
    Object.entries(byTable).map(([table, found = []]) => [
      table,
      found.map((column) => named(column.name, column.isRequired === 0)),
    ]),
  );
}

function columnsInTypes(): Columns {
  const source = ts.createSourceFile(types, readFileSync(types, 'utf8'), ts.ScriptTarget.Latest);
  const tables = source.statements
    .filter(ts.isInterfaceDeclaration)
    .flatMap((declared) => (declared.name.text === 'Database' ? declared.members : []));
  return Object.fromEntries(
    tables
      .filter(ts.isPropertySignature)
      .map((table) => [
        table.name.getText(source),
        table.type && ts.isTypeLiteralNode(table.type)
          ? table.type.members
              .filter(ts.isPropertySignature)
              .map((column) =>
                named(column.name.getText(source), /\| null>?$/.test(column.type?.getText(source) ?? '')),
              )
          : [],
      ]),
  );
}

describe('the schema', () => {
  it('is the one that was reviewed', async () => {
    const { db } = await temporaryDatabase();
    const entries = await sql<{ sql: string }>`select sql from sqlite_schema
      where sql is not null and name not like 'kysely_%' order by tbl_name, type desc, name`.execute(db);
    const text = entries.rows.map((entry) => `${entry.sql.replaceAll(/\n\s+/g, '\n  ')};\n`).join('\n');
    await expect(text).toMatchFileSnapshot(snapshot);
  });

  it('has the tables and columns that the code believes in', async () => {
    const { db } = await temporaryDatabase();
    const inTypes = columnsInTypes();
    expect(Object.keys(inTypes).length).toBeGreaterThan(25);
    expect(await columnsInFile(db)).toEqual(inTypes);
  });

  it('has strict tables only', async () => {
    const { db } = await temporaryDatabase();
    const loose = await sql<{ name: string }>`select name from pragma_table_list
      where strict = 0 and name not like 'sqlite_%' and name not like 'kysely_%'`.execute(db);
    expect(loose.rows).toEqual([]);
  });

  it('finds the last 24 hours, the day and the history by index', async () => {
    const { db } = await temporaryDatabase();
    const questions = [
      "select * from injections where patient_id = 'x' and given_at > '2026'",
      "select * from injections where session_id = 'x' order by number",
      "select * from plan_sessions where on_date = '2026-11-02'",
      "select * from sessions where on_date = '2026-11-02'",
      "select * from sessions where patient_id = 'x' order by opened_at",
      "select * from vein_versions where case_id = 'x' and map_version <= 3",
      "select * from vein_versions where feeder_id in ('x', 'y')",
      "select * from mark_versions where vein_id in ('x', 'y')",
      "select * from marks where case_id = 'x' and mark = 'scale'",
      "select * from patients where record_number = 'x'",
      "select * from patients where birth_date in ('1981-03-14')",
      'select * from patients order by changed_at desc, id limit 20',
      'select * from patients order by family_name, given_name, id limit 20',
      "select * from audit where entity = 'x' and entity_id = 'y'",
      "select * from injections where given_by = 'x' order by given_at desc limit 2000",
      "select * from plans where saved_by = 'x' order by saved_at desc limit 2000",
      "select * from plans where case_id = 'x' and version > 3",
      "select * from session_caps where session_id = 'x' order by seq",
      "select * from plan_session_caps where plan_id = 'x' order by number, limit_id",
    ];
    for (const question of questions) {
      const plan = await sql<{ detail: string }>`${sql.raw(`explain query plan ${question}`)}`.execute(db);
      const steps = plan.rows.map((row) => row.detail).join('; ');
      expect(steps, question).toContain('USING INDEX');
      expect(steps, question).not.toContain('TEMP B-TREE');
    }
  });
});
