import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../db/connection/open-database.ts';
import { BACKUPS_KEPT } from '../../electron/storage/backups.ts';
import { failureOf, valueOf } from '../db/temporary-database.ts';
import { fillUpTo, smallDisk } from '../db/small-disk.ts';
import { temporaryFolder } from '../db/temporary-folder.ts';
import { clinicName, clock, closedClinic, openedStorage, rename } from './clinic-folder.ts';

const backupsIn = (folder: string) => readdirSync(join(folder, 'backups')).toSorted();

describe('a start', () => {
  it('makes no backup of an empty clinic', async () => {
    const folder = temporaryFolder();
    expect((await openedStorage(folder)).backupFailure).toBeNull();
    expect(existsSync(join(folder, 'backups'))).toBe(false);
  });

  it('makes a backup of what changed since the last one, and none when nothing did', async () => {
    const folder = temporaryFolder();
    const now = clock();
    await closedClinic(folder, 'One', now);
    const countAfterStart = async (change?: string) => {
      const storage = await openedStorage(folder, now);
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

  it('still opens when the backup fails, and says why it did', async () => {
    const folder = temporaryFolder();
    await closedClinic(folder, 'One');
    writeFileSync(join(folder, 'backups'), 'in the way');
    const storage = await openedStorage(folder);
    expect(storage.backupFailure).toEqual({ code: 'storage/unreadable' });
    expect(await clinicName(storage)).toBe('One');
    expect(failureOf(await storage.backups.make())).toEqual({ code: 'storage/unreadable' });
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
    expect(storage.backupFailure).toBeNull();
    expect(backupsIn(folder)).toEqual((await storage.backups.list()).map((backup) => backup.fileName));
    expect(backupsIn(folder)).toHaveLength(1);
  });
});
