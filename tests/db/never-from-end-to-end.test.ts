import SqliteFile from 'better-sqlite3';
import { Kysely } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { keyPragma } from '../../db/connection/database-key.ts';
import { Dialect } from '../../db/connection/dialect.ts';
import { readAuditRows } from '../../db/repositories/audit.ts';
import { countResponses } from '../../db/repositories/response-statistics.ts';
import { readUnfinished } from '../../db/repositories/today.ts';
import type { Database } from '../../db/schema.ts';
import { idOf } from '../../shared/kernel/ids.ts';
import { temporaryDatabase, testKey } from './temporary-database.ts';

type Question = (db: Kysely<Database>) => Promise<unknown>;

/** The steps that SQLite takes for what a question asks. */
async function stepsOf(question: Question): Promise<readonly string[]> {
  const { file, close } = await temporaryDatabase();
  await close();
  const handle = new SqliteFile(file);
  handle.pragma(keyPragma(testKey()));
  const asked: string[] = [];
  const db = new Kysely<Database>({
    dialect: new Dialect(handle),
    log: ({ query }) => {
      asked.push(query.sql);
    },
  });
  onTestFinished(() => db.destroy());
  await question(db);
  return asked.flatMap((text) => {
    const marks = text.split('?').length - 1;
    return handle
      .prepare<unknown[], { detail: string }>(`explain query plan ${text}`)
      .all(...Array.from({ length: marks }, () => null))
      .map(({ detail }) => detail);
  });
}

const through = (steps: readonly string[], table: string) =>
  steps.filter((step) => new RegExp(`^SCAN ${table}\\b`).test(step));

test('the audit of one patient is not looked for in everybody’s', async () => {
  const patientId = idOf<'patient'>('7d1d8a52-0000-4000-8000-000000000001');
  const steps = await stepsOf((db) =>
    readAuditRows(db, { before: null, limit: 200, personId: null, within: null, patientId }),
  );
  expect(steps.some((step) => step.startsWith('SEARCH about USING COVERING INDEX audit_by_thing'))).toBe(
    true,
  );
  for (const table of ['about', 'audit', 'injections', 'sessions', 'cases'])
    expect(through(steps, table)).toEqual([]);
});

test('the statistics go through the reviewed veins once, and through no injections', async () => {
  const steps = await stepsOf((db) =>
    countResponses(db, { treatedFrom: null, treatedTo: null, part: null, kind: null }),
  );
  expect(through(steps, 'vein')).toHaveLength(1);
  for (const table of ['i', 'j', 'injections']) expect(through(steps, table)).toEqual([]);
});

test('unsigned sessions are found between two indexes', async () => {
  const steps = await stepsOf(readUnfinished);
  expect(through(steps, 'sessions')).toEqual([expect.stringContaining('COVERING INDEX')]);
});
