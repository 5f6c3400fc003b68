import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import { openDatabase, type OpenDatabase } from '../../db/connection/open-database.ts';
import { verifyAuditChain } from '../../db/audit/verify-audit-chain.ts';
import { BACKUPS_KEPT, createBackups } from '../../electron/storage/backups.ts';
import { failureOf, valueOf } from '../db/temporary-database.ts';
import { damage, PAGE } from '../db/damage.ts';
import { fillUpTo, smallDisk } from '../db/small-disk.ts';
import { temporaryFolder } from '../db/temporary-folder.ts';
import { clinicName, clock, closedClinic, openedStorage, rename } from './clinic-folder.ts';

const nextTurn = <T>(value: T) => new Promise<T>((resolve) => setImmediate(resolve, value));

/** The name that the newest audit row of a clinic gives it. */
async function lastName({ db }: OpenDatabase): Promise<string | undefined> {
  const row = await db.selectFrom('audit').select('after').orderBy('seq', 'desc').limit(1).executeTakeFirst();
  return /"name":"([^"]*)"/.exec(row?.after ?? '')?.[1];
}

const backupsIn = (folder: string) => readdirSync(join(folder, 'backups')).toSorted();

describe('the backup that nobody asks for', () => {
  it('is not made of an empty clinic', async () => {
    const folder = temporaryFolder();
    expect(valueOf(await (await openedStorage(folder)).backups.makeIfChanged())).toBeNull();
    expect(existsSync(join(folder, 'backups'))).toBe(false);
  });

  it('is made of what changed since the last one, and not when nothing did', async () => {
    const folder = temporaryFolder();
    const now = clock();
    await closedClinic(folder, 'One', now);
    const countAfterStart = async (change?: string) => {
      const storage = await openedStorage(folder, now);
      valueOf(await storage.backups.makeIfChanged());
      const count = backupsIn(folder).length;
      if (change) await rename(storage, change);
      await storage.close();
      return count;
    };
    expect(await countAfterStart()).toBe(1);
    expect(await countAfterStart('Two')).toBe(1);
    expect(await countAfterStart()).toBe(2);
    expect(await countAfterStart()).toBe(2);
  });

  it('says why it could not be made, until one could', async () => {
    const folder = temporaryFolder();
    await closedClinic(folder, 'One');
    const inTheWay = join(folder, 'backups');
    writeFileSync(inTheWay, 'in the way');
    const { backups, database } = await openedStorage(folder);
    expect(backups.failure()).toBeNull();
    expect(failureOf(await backups.makeIfChanged())).toEqual({ code: 'storage/unreadable' });
    expect(backups.failure()).toEqual({ code: 'storage/unreadable' });
    expect(await clinicName({ database })).toBe('One');
    rmSync(inTheWay);
    valueOf(await backups.makeIfChanged());
    expect(backups.failure()).toBeNull();
  });

  it('finds a page of a long file that was damaged, which no start has read', async () => {
    const folder = temporaryFolder();
    await closedClinic(folder, 'One');
    const file = join(folder, 'phleboplan.db');
    const key = readFileSync(join(folder, 'key'));
    const database = valueOf(await openDatabase({ file, key, readWholeBytes: 0 }));
    await database.close();
    damage(file, (statSync(file).size / PAGE - 1) * PAGE + 99);
    const opened = valueOf(await openDatabase({ file, key, readWholeBytes: 0 }));
    const backups = createBackups({ folder: join(folder, 'backups'), database: opened, key, now: clock() });
    expect(failureOf(await backups.make())).toEqual({ code: 'storage/corrupt' });
    expect(backups.failure()).toEqual({ code: 'storage/corrupt' });
    expect(backupsIn(folder)).toEqual([]);
    await backups.stop();
    await opened.close();
  });

  it('is called off when the program ends, and leaves nothing behind', async () => {
    const folder = temporaryFolder();
    await closedClinic(folder, 'One');
    const storage = await openedStorage(folder);
    const making = storage.backups.make();
    const [outcome] = await Promise.allSettled([making, storage.close()]);
    expect(outcome).toMatchObject({ status: 'rejected', reason: { name: 'AbortError' } });
    expect(backupsIn(folder)).toEqual([]);
    expect(await clinicName(await openedStorage(folder))).toBe('One');
  });
});

describe('while a backup is being made', () => {
  it('work goes on, and the backup holds one moment of it', async () => {
    const folder = temporaryFolder();
    const storage = await openedStorage(folder);
    const key = readFileSync(join(folder, 'key'));
    let changes = 0;
    const change = () => rename(storage, `Clinic ${String((changes += 1))}`);
    await change();
    // So long a file takes many slices.
    await sql`create table filler as select randomblob(16777216) as content`.execute(storage.database.db);
    for (let round = 0; round < 3; round += 1) {
      const before = changes;
      const making = storage.backups.make();
      const isMade = making.then(() => true);
      while (!(await Promise.race([isMade, nextTurn(false)]))) await change();
      expect(changes).toBeGreaterThan(before);
      const { fileName } = valueOf(await making);
      const copy = valueOf(await openDatabase({ file: join(folder, 'backups', fileName), key }));
      expect(await verifyAuditChain(copy.db)).toMatchObject({ brokenAt: null });
      expect(await clinicName({ database: copy })).toBe(await lastName(copy));
      await copy.close();
    }
    await storage.close();
    const again = await openedStorage(folder);
    expect(await clinicName(again)).toBe(`Clinic ${String(changes)}`);
    expect(await verifyAuditChain(again.database.db)).toMatchObject({ brokenAt: null });
  });
});

describe('a backup on a full disk', () => {
  it('leaves nothing half behind, and work goes on', async (test) => {
    const folder = temporaryFolder();
    const storage = await openedStorage(folder);
    await rename(storage, 'One');
    const disk = smallDisk(join(folder, 'backups'));
    if ('reason' in disk) return test.skip(disk.reason);
    fillUpTo(disk.folder, 100_000);
    expect(failureOf(await storage.backups.make())).toEqual({ code: 'storage/full' });
    expect(backupsIn(folder)).toEqual(['filler']);
    await rename(storage, 'Two');
    expect(await clinicName(storage)).toBe('Two');
  });
});

describe('a backup', () => {
  it('is dated, encrypted and holds everything', async () => {
    const folder = temporaryFolder();
    await closedClinic(folder, 'Harbour Veins');
    const storage = await openedStorage(folder);
    const made = valueOf(await storage.backups.make());
    expect(made.fileName).toMatch(/^phleboplan-2026-11-02T09-\d\d-00-000Z-[0-9a-f]{12}\.db$/);
    expect(await storage.backups.list()).toContainEqual(made);
    const file = join(folder, 'backups', made.fileName);
    const bytes = readFileSync(file);
    expect(bytes.length).toBe(made.bytes);
    expect(bytes.includes('Harbour Veins')).toBe(false);
    expect(bytes.includes('SQLite format 3')).toBe(false);
    const key = readFileSync(join(folder, 'key'));
    const copy = valueOf(await openDatabase({ file, key }));
    expect(await clinicName({ database: copy })).toBe('Harbour Veins');
    await copy.close();
    expect(backupsIn(folder).every((name) => name.endsWith('.db'))).toBe(true);
  });

  it('takes the place of the oldest when there are fourteen, and of no file that is not one', async () => {
    const folder = temporaryFolder();
    const storage = await openedStorage(folder);
    const others = ['notes.txt', 'phleboplan-2020-01-01.db', 'phleboplan.db'];
    mkdirSync(join(folder, 'backups'));
    for (const name of others) writeFileSync(join(folder, 'backups', name), 'mine');
    const made: string[] = [];
    for (let n = 0; n < BACKUPS_KEPT + 3; n += 1) {
      await rename(storage, `Clinic ${String(n)}`);
      made.push(valueOf(await storage.backups.make()).fileName);
    }
    expect(BACKUPS_KEPT).toBe(14);
    expect(backupsIn(folder)).toEqual([...others, ...made.slice(-14)].toSorted());
    const listed = (await storage.backups.list()).map((backup) => backup.fileName);
    expect(listed).toEqual(made.slice(-14).toReversed());
  });

  it('is not the one to go when the clock was set back', async () => {
    const folder = temporaryFolder();
    const storage = await openedStorage(folder);
    for (let n = 0; n < BACKUPS_KEPT; n += 1) {
      await rename(storage, `Clinic ${String(n)}`);
      valueOf(await storage.backups.make());
    }
    await storage.close();
    const early = await openedStorage(folder, clock(Date.UTC(2001, 0, 1)));
    await rename(early, 'Set back');
    const made = valueOf(await early.backups.make());
    expect(backupsIn(folder)).toContain(made.fileName);
    expect(backupsIn(folder)).toHaveLength(BACKUPS_KEPT);
  });

  it('waits for another that is being made', async () => {
    const folder = temporaryFolder();
    await closedClinic(folder);
    const storage = await openedStorage(folder);
    const made = await Promise.all([storage.backups.make(), storage.backups.make()]);
    expect(new Set(made.map((backup) => valueOf(backup).fileName)).size).toBe(2);
  });

  it('takes no notice of a half one from a run that was cut off', async () => {
    const folder = temporaryFolder();
    await closedClinic(folder);
    mkdirSync(join(folder, 'backups'));
    writeFileSync(join(folder, 'backups', 'unfinished.db'), 'half');
    const storage = await openedStorage(folder);
    valueOf(await storage.backups.makeIfChanged());
    expect(backupsIn(folder)).toEqual((await storage.backups.list()).map((backup) => backup.fileName));
    expect(backupsIn(folder)).toHaveLength(1);
  });
});
