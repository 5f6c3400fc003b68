import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { verifyAuditChain } from '../../db/audit/verify-audit-chain.ts';
import { openStorage } from '../../electron/storage/open-storage.ts';
import { pictureOf } from '../db/file-picture.ts';
import { failureOf } from '../db/temporary-database.ts';
import { temporaryFolder } from '../db/temporary-folder.ts';
import {
  clinicName,
  closedClinic,
  closedWithBackup,
  openedStorage,
  options,
  rename,
} from './clinic-folder.ts';

/** Opens a folder that has to be refused, and looks that nothing in it has changed. */
async function refusal(folder: string) {
  const before = pictureOf(folder);
  const failure = failureOf(await openStorage(options(folder)));
  expect(pictureOf(folder)).toEqual(before);
  return failure;
}

describe('the first start', () => {
  it('makes a key, records and nothing else', async () => {
    const folder = join(temporaryFolder(), 'new', 'records');
    const storage = await openedStorage(folder);
    expect(await clinicName(storage)).toBeNull();
    await storage.close();
    expect(readdirSync(folder).toSorted()).toEqual(['key', 'lock', 'phleboplan.db']);
  });

  it.skipIf(process.platform === 'win32')('lets nobody else read the key or enter the folder', async () => {
    const folder = join(temporaryFolder(), 'records');
    await (await openedStorage(folder)).close();
    expect(statSync(join(folder, 'key')).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it('begins again after one that was cut off before the records had their name', async () => {
    const folder = temporaryFolder();
    await (await openedStorage(folder)).close();
    const key = readFileSync(join(folder, 'key'));
    renameSync(join(folder, 'phleboplan.db'), join(folder, 'phleboplan.unfinished.db'));
    await (await openedStorage(folder)).close();
    expect(readFileSync(join(folder, 'key'))).toEqual(key);
    expect(readdirSync(folder).toSorted()).toEqual(['key', 'lock', 'phleboplan.db']);
  });
});

describe('a later start', () => {
  it('finds what was saved', async () => {
    const folder = temporaryFolder();
    await closedClinic(folder, 'Harbour Veins');
    expect(await clinicName(await openedStorage(folder))).toBe('Harbour Veins');
  });

  it('is refused while the program runs, and goes on when it has ended', async () => {
    const folder = temporaryFolder();
    const first = await openedStorage(folder);
    await rename(first, 'First');
    expect(failureOf(await openStorage(options(folder)))).toEqual({ code: 'storage/busy' });
    expect(await clinicName(first)).toBe('First');
    await first.close();
    expect(await clinicName(await openedStorage(folder))).toBe('First');
  });

  it('finds every change that was confirmed before the program was killed', async () => {
    const folder = temporaryFolder();
    for (let round = 0; round < 2; round += 1) {
      const program = spawn(process.execPath, [`${import.meta.dirname}/until-killed.ts`, folder], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const ended = once(program, 'exit');
      let confirmed = 0;
      for await (const line of createInterface(program.stdout)) {
        confirmed = Number(line);
        if (confirmed === 25)
          expect(failureOf(await openStorage(options(folder)))).toEqual({ code: 'storage/busy' });
        if (confirmed === 50) program.kill('SIGKILL');
      }
      await ended;
      expect(confirmed).toBeGreaterThanOrEqual(50);
      const storage = await openedStorage(folder);
      const { checked, brokenAt } = await verifyAuditChain(storage.database.db);
      expect(brokenAt).toBeNull();
      const last = await storage.database.db
        .selectFrom('audit')
        .select('entity_id')
        .orderBy('seq', 'desc')
        .executeTakeFirst();
      expect(Number(last?.entity_id)).toBeGreaterThanOrEqual(confirmed);
      expect(checked).toBeGreaterThanOrEqual((round + 1) * 50);
      await storage.close();
    }
  });
});

describe('a start that cannot be leaves everything as it was', () => {
  it('when the key is missing', async () => {
    const folder = temporaryFolder();
    await closedClinic(folder);
    rmSync(join(folder, 'key'));
    expect(await refusal(folder)).toEqual({ code: 'storage/key-missing' });
  });

  it('when the key is another one', async () => {
    const folder = temporaryFolder();
    await closedClinic(folder);
    writeFileSync(join(folder, 'key'), Buffer.alloc(32, 1));
    expect(await refusal(folder)).toEqual({ code: 'storage/wrong-key' });
  });

  it('when the key is cut short', async () => {
    const folder = temporaryFolder();
    await closedClinic(folder);
    writeFileSync(join(folder, 'key'), Buffer.alloc(31, 1));
    expect(await refusal(folder)).toEqual({ code: 'storage/key-missing' });
  });

  it.skipIf(process.platform === 'win32')('when others can read the key', async () => {
    const folder = temporaryFolder();
    await closedClinic(folder);
    for (const mode of [0o640, 0o604]) {
      chmodSync(join(folder, 'key'), mode);
      expect(await refusal(folder)).toEqual({ code: 'storage/key-exposed' });
    }
  });

  it('when the records are damaged', async () => {
    const folder = temporaryFolder();
    await closedClinic(folder);
    const file = join(folder, 'phleboplan.db');
    const bytes = readFileSync(file);
    bytes.fill(0, 5 * 4_096, 5 * 4_096 + 100);
    writeFileSync(file, bytes);
    expect(await refusal(folder)).toEqual({ code: 'storage/corrupt' });
  });

  it('when the records are those of a newer version', async () => {
    const folder = temporaryFolder();
    await closedClinic(folder);
    const { database, close } = await openedStorage(folder);
    await sql`insert into kysely_migration values ('9990-later', '2030-01-01')`.execute(database.db);
    await close();
    expect(await refusal(folder)).toEqual({ code: 'storage/newer', fileMigration: '9990-later' });
  });

  it('when the records are gone and only their backups are left', async () => {
    const folder = temporaryFolder();
    await closedClinic(folder);
    await closedWithBackup(folder);
    rmSync(join(folder, 'phleboplan.db'));
    expect(await refusal(folder)).toEqual({ code: 'not-found', what: 'database' });
  });
});
