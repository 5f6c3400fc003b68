import SqliteFile from 'better-sqlite3';
import { sql } from 'kysely';
import { cpSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../db/connection/open-database.ts';
import { familyName, insertRows } from './clinical-record.ts';
import { damage, PAGE } from './damage.ts';
import { pictureOf } from './file-picture.ts';
import { failureOf, temporaryDatabase, testKey, valueOf } from './temporary-database.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A closed file with one patient's record in it. */
async function recordFile(): Promise<string> {
  const database = await temporaryDatabase();
  await insertRows(database.db);
  await database.close();
  return database.file;
}

/** The files as a crash leaves them: the newest changes stand in the log only. */
async function crashedFile(lastStatement = "update clinic set name = 'After'"): Promise<string> {
  const database = await temporaryDatabase();
  await insertRows(database.db);
  await sql`pragma wal_checkpoint(truncate)`.execute(database.db);
  await sql.raw(lastStatement).execute(database.db);
  const folder = temporaryFolder();
  for (const suffix of ['', '-wal']) cpSync(database.file + suffix, join(folder, `test.db${suffix}`));
  return join(folder, 'test.db');
}

/** Opens a file that has to be refused, and looks that nothing beside it or in it has changed. */
async function refusal(file: string, key = testKey()) {
  const before = pictureOf(dirname(file));
  const failure = failureOf(await openDatabase({ file, key }));
  expect(pictureOf(dirname(file))).toEqual(before);
  return failure;
}

describe('a file of records', () => {
  it('shows neither SQLite’s header nor a name, nor does its log', async () => {
    const database = await temporaryDatabase();
    await insertRows(database.db);
    const files = readdirSync(dirname(database.file)).toSorted();
    expect(files).toEqual(['test.db', 'test.db-wal']);
    await sql`pragma wal_checkpoint(full)`.execute(database.db);
    await database.db.updateTable('clinic').set({ name: familyName }).execute();
    for (const name of files) {
      const bytes = readFileSync(join(dirname(database.file), name));
      expect(bytes.length).toBeGreaterThan(PAGE);
      expect(bytes.includes('SQLite format 3')).toBe(false);
      expect(bytes.includes(familyName)).toBe(false);
      expect(bytes.includes(Buffer.from(familyName, 'utf16le'))).toBe(false);
      expect(bytes.includes('create table')).toBe(false);
    }
  });

  it('opens again with its key, with all that was committed before a crash', async () => {
    const file = await crashedFile();
    const database = valueOf(await openDatabase({ file, key: testKey() }));
    expect(await database.db.selectFrom('clinic').select('name').execute()).toEqual([{ name: 'After' }]);
    await database.close();
    expect(readdirSync(dirname(file))).toEqual(['test.db']);
  });

  it('is refused while somebody else has it open', async () => {
    const { file } = await temporaryDatabase();
    expect(failureOf(await openDatabase({ file, key: testKey() }))).toEqual({ code: 'storage/busy' });
  });

  it('copies itself, whole and encrypted', async () => {
    const database = await temporaryDatabase();
    await insertRows(database.db);
    const target = join(dirname(database.file), 'copy.db');
    valueOf(await database.copyInto(target, new AbortController().signal));
    expect(readFileSync(target).includes(familyName)).toBe(false);
    const copy = valueOf(await openDatabase({ file: target, key: testKey() }));
    expect(await copy.db.selectFrom('patients').select('family_name').execute()).toEqual([
      { family_name: familyName },
    ]);
    await copy.close();
  });
});

describe('a file that cannot be opened is left as it was', () => {
  it('when the key is another one', async () => {
    expect(await refusal(await recordFile(), testKey(8))).toEqual({ code: 'storage/wrong-key' });
  });

  it('when the key is another one and a log lies beside it', async () => {
    expect(await refusal(await crashedFile(), testKey(8))).toEqual({ code: 'storage/wrong-key' });
  });

  it('when it was written by a newer version', async () => {
    const { db, close, file } = await temporaryDatabase();
    await sql`insert into kysely_migration values ('9990-from-the-future', '2030-01-01')`.execute(db);
    await close();
    const newer = { code: 'storage/newer', fileMigration: '9990-from-the-future' };
    expect(await refusal(file)).toEqual(newer);
    const crashed = await crashedFile("insert into kysely_migration values ('9991-later', '2030-01-01')");
    expect(await refusal(crashed)).toEqual({ ...newer, fileMigration: '9991-later' });
  });

  it('when any one of its pages is damaged', async () => {
    const file = await recordFile();
    const sound = readFileSync(file);
    for (let page = 0; page < sound.length / PAGE; page += 1) {
      writeFileSync(file, sound);
      damage(file, page * PAGE + 1_500);
      expect(await refusal(file), `page ${String(page + 1)}`).toEqual({ code: 'storage/corrupt' });
    }
  });

  it('when a page is damaged and a log lies beside it', async () => {
    const file = await crashedFile();
    damage(file, 20 * PAGE + 99);
    expect(await refusal(file)).toEqual({ code: 'storage/corrupt' });
  });

  it.each([
    ['has lost its end', (file: string) => truncateSync(file, 10 * PAGE)],
    ['was cut within a page', (file: string) => truncateSync(file, 10 * PAGE + 77)],
    ['is empty', (file: string) => truncateSync(file, 0)],
    ['is shorter than a header', (file: string) => truncateSync(file, 12)],
    ['holds something else', (file: string) => writeFileSync(file, 'not a database '.repeat(2_000))],
  ])('when it %s', async (_what, spoil) => {
    const file = await recordFile();
    spoil(file);
    expect(await refusal(file)).toEqual({ code: 'storage/corrupt' });
  });

  it('when it is a database that is not encrypted', async () => {
    const file = join(temporaryFolder(), 'plain.db');
    new SqliteFile(file).exec('create table t (x)').close();
    expect(readFileSync(file).includes('SQLite format 3')).toBe(true);
    expect(await refusal(file)).toEqual({ code: 'storage/corrupt' });
  });

  it('when it is a folder', async () => {
    const file = join(temporaryFolder(), 'folder.db');
    mkdirSync(file);
    expect(await refusal(file)).toEqual({ code: 'storage/unreadable' });
  });

  it('when there is none', async () => {
    const file = join(temporaryFolder(), 'none.db');
    expect(await refusal(file)).toEqual({ code: 'not-found', what: 'database' });
  });
});
