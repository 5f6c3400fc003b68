import { chmodSync, copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../db/connection/open-database.ts';
import { restoreBackup } from '../../electron/storage/restore.ts';
import { pictureOf } from '../db/file-picture.ts';
import { failureOf, valueOf } from '../db/temporary-database.ts';
import { fillUpTo, smallDisk } from '../db/small-disk.ts';
import { temporaryFolder } from '../db/temporary-folder.ts';
import { clinicName, clock, closedClinic, openedStorage, options, rename } from './clinic-folder.ts';

/** A clinic that was called `Before` when its backup was made, and is called `After` now. */
async function clinicWithBackup() {
  const folder = temporaryFolder();
  await closedClinic(folder, 'Before');
  const storage = await openedStorage(folder);
  const { fileName } = valueOf(await storage.backups.make());
  await rename(storage, 'After');
  await storage.close();
  return { folder, file: join(folder, 'backups', fileName) };
}

const restore = (folder: string, file: string) => restoreBackup({ ...options(folder), file });

/** Restores what cannot be restored, and looks that nothing has changed. */
async function refusal(folder: string, file: string) {
  const before = pictureOf(folder);
  const failure = failureOf(await restore(folder, file));
  expect(pictureOf(folder)).toEqual(before);
  return failure;
}

async function nameIn(folder: string, file: string): Promise<string | null> {
  const database = valueOf(await openDatabase({ file, key: readFileSync(join(folder, 'key')) }));
  const name = await clinicName({ database });
  await database.close();
  return name;
}

describe('a backup that is brought back', () => {
  it('is what the next start works with, and the former records lie beside it', async () => {
    const { folder, file } = await clinicWithBackup();
    const backup = readFileSync(file);
    const former = readFileSync(join(folder, 'phleboplan.db'));
    const { keptFile } = valueOf(await restore(folder, file));
    expect(readFileSync(keptFile ?? '')).toEqual(former);
    expect(await nameIn(folder, keptFile ?? '')).toBe('After');
    expect(readFileSync(file)).toEqual(backup);
    expect(await clinicName(await openedStorage(folder))).toBe('Before');
  });

  it('leaves every former file in its place when it is done twice', async () => {
    const { folder, file } = await clinicWithBackup();
    const now = clock();
    for (let n = 0; n < 2; n += 1) valueOf(await restoreBackup({ ...options(folder, now), file }));
    const kept = readdirSync(folder).filter((name) => name.startsWith('phleboplan-before-restore-'));
    expect(kept).toHaveLength(2);
  });

  it('replaces records that are damaged, and keeps them', async () => {
    const { folder, file } = await clinicWithBackup();
    const records = join(folder, 'phleboplan.db');
    writeFileSync(records, 'damaged');
    writeFileSync(`${records}-wal`, 'a log that belongs to them');
    const { keptFile } = valueOf(await restore(folder, file));
    expect(readFileSync(keptFile ?? '', 'utf8')).toBe('damaged');
    expect(readFileSync(`${keptFile ?? ''}-wal`, 'utf8')).toBe('a log that belongs to them');
    expect(await clinicName(await openedStorage(folder))).toBe('Before');
  });

  it('brings back records that are gone', async () => {
    const { folder, file } = await clinicWithBackup();
    rmSync(join(folder, 'phleboplan.db'));
    expect(valueOf(await restore(folder, file))).toEqual({ keptFile: null });
    expect(await clinicName(await openedStorage(folder))).toBe('Before');
  });
});

describe('a backup that cannot be brought back changes nothing', () => {
  it('while the program runs', async () => {
    const { folder, file } = await clinicWithBackup();
    const storage = await openedStorage(folder);
    expect(failureOf(await restore(folder, file))).toEqual({ code: 'storage/busy' });
    expect(await clinicName(storage)).toBe('After');
  });

  it('when it is damaged', async () => {
    const { folder, file } = await clinicWithBackup();
    const damaged = join(temporaryFolder(), 'damaged.db');
    const bytes = readFileSync(file);
    bytes.fill(0, bytes.length - 3_000, bytes.length - 2_000);
    writeFileSync(damaged, bytes);
    expect(await refusal(folder, damaged)).toEqual({ code: 'storage/corrupt' });
  });

  it('when it was locked with the key of another clinic', async () => {
    const [{ folder }, other] = [await clinicWithBackup(), await clinicWithBackup()];
    expect(await refusal(folder, other.file)).toEqual({ code: 'storage/wrong-key' });
  });

  it('when the key is missing', async () => {
    const { folder, file } = await clinicWithBackup();
    rmSync(join(folder, 'key'));
    expect(await refusal(folder, file)).toEqual({ code: 'storage/key-missing' });
  });

  it('when there is no such file, or it is no backup', async () => {
    const { folder } = await clinicWithBackup();
    expect(await refusal(folder, join(folder, 'none.db'))).toEqual({ code: 'not-found', what: 'backup' });
    const letter = join(temporaryFolder(), 'letter.txt');
    writeFileSync(letter, 'Dear colleague, '.repeat(100));
    expect(await refusal(folder, letter)).toEqual({ code: 'storage/corrupt' });
    copyFileSync(letter, join(folder, 'letter.db'));
    expect(await refusal(folder, join(folder, 'letter.db'))).toEqual({ code: 'storage/corrupt' });
  });
});

describe('on a full disk', () => {
  it('a backup that has no room changes nothing', async (test) => {
    const clinic = await clinicWithBackup();
    const disk = smallDisk();
    if ('reason' in disk) return test.skip(disk.reason);
    for (const name of ['phleboplan.db', 'key', 'lock'])
      copyFileSync(join(clinic.folder, name), join(disk.folder, name));
    chmodSync(join(disk.folder, 'key'), 0o600);
    const filler = fillUpTo(disk.folder, 100_000);
    expect(await refusal(disk.folder, clinic.file)).toEqual({ code: 'storage/full' });
    rmSync(filler);
    valueOf(await restore(disk.folder, clinic.file));
    expect(await nameIn(disk.folder, join(disk.folder, 'phleboplan.db'))).toBe('Before');
  });
});
