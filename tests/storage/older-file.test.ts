import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql, type Kysely } from 'kysely';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openDatabase } from '../../db/connection/open-database.ts';
import { migrations } from '../../db/migrations/index.ts';
import type { Database } from '../../db/schema.ts';
import { pictureOf } from '../db/file-picture.ts';
import { failureOf, valueOf } from '../db/temporary-database.ts';
import { temporaryFolder } from '../db/temporary-folder.ts';
import {
  clinicName,
  clock,
  closedClinic,
  closedWithBackup,
  openedStorage,
  options,
} from './clinic-folder.ts';

/** The program as it will be with one migration more. */
async function laterProgram(statements: readonly string[]) {
  vi.resetModules();
  const up = async (db: Kysely<unknown>) => {
    for (const statement of statements) await sql.raw(statement).execute(db);
  };
  vi.doMock('../../db/migrations/index.ts', () => ({ migrations: { ...migrations, '9000-later': { up } } }));
  return import('../../electron/storage/open-storage.ts');
}

async function hasTable(db: Kysely<Database>, name: string): Promise<boolean> {
  const found = await sql`select 1 from sqlite_schema where name = ${name}`.execute(db);
  return found.rows.length === 1;
}

describe('a later version that starts with an older file', () => {
  let folder = '';
  beforeEach(async () => {
    folder = temporaryFolder();
    await closedClinic(folder, 'Older');
    // Everything is backed up: only the migration calls for another.
    await closedWithBackup(folder);
  });

  it('makes a backup first and then brings the file to its version', async () => {
    const { openStorage } = await laterProgram(['create table later (x)']);
    const nextMonth = clock(Date.UTC(2026, 11, 2));
    const storage = valueOf(await openStorage(options(folder, nextMonth)));
    expect(await hasTable(storage.database.db, 'later')).toBe(true);
    expect(await clinicName(storage)).toBe('Older');
    const [newest, ...earlier] = await storage.backups.list();
    await storage.close();
    expect(earlier).toHaveLength(1);
    const key = readFileSync(join(folder, 'key'));
    const file = join(folder, 'backups', newest?.fileName ?? '');
    const backup = valueOf(await openDatabase({ file, key }));
    expect(await hasTable(backup.db, 'later')).toBe(false);
    await backup.close();
  });

  it('changes nothing when the migration fails', async () => {
    const before = pictureOf(folder)['phleboplan.db'];
    const { openStorage } = await laterProgram(['create table later (x)', 'create table later (y)']);
    await expect(openStorage(options(folder))).rejects.toThrow('already exists');
    expect(await clinicName(await openedStorage(folder))).toBe('Older');
    expect(pictureOf(folder)['phleboplan.db']).toBe(before);
  });

  it('changes nothing when no backup can be made first', async () => {
    const elsewhere = temporaryFolder();
    await closedClinic(elsewhere, 'Older');
    writeFileSync(join(elsewhere, 'backups'), 'in the way');
    const before = pictureOf(elsewhere);
    const { openStorage } = await laterProgram(['create table later (x)']);
    expect(failureOf(await openStorage(options(elsewhere)))).toEqual({ code: 'storage/unreadable' });
    expect(pictureOf(elsewhere)).toEqual(before);
  });

  it('is told from a newer file by the version before it', async () => {
    const { openStorage } = await laterProgram(['create table later (x)']);
    await valueOf(await openStorage(options(folder))).close();
    const present = await openDatabase({
      file: join(folder, 'phleboplan.db'),
      key: readFileSync(join(folder, 'key')),
    });
    expect(failureOf(present)).toEqual({ code: 'storage/newer', fileMigration: '9000-later' });
  });
});
