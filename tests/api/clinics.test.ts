import { existsSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openClinics, type Clinics } from '../../electron/clinics.ts';
import type { Change } from '../../electron/services/context.ts';
import { fileKeyStore } from '../../electron/storage/file-key-store.ts';
import { systemSurroundings } from '../../electron/system-surroundings.ts';
import { addDays } from '../../shared/kernel/time.ts';
import { failureOf, valueOf } from '../db/temporary-database.ts';
import { temporaryFolder } from '../db/temporary-folder.ts';
import { answerOf, requestOf } from '../support/application.ts';

async function open(folder: string, over: Partial<Parameters<typeof openClinics>[0]> = {}): Promise<Clinics> {
  const clinics = valueOf(
    await openClinics({ folder, startInDemo: false, keyStoreFor: fileKeyStore, ...over }),
  );
  onTestFinished(() => clinics.close());
  return clinics;
}

const ask = async (clinics: Clinics, path: string, input?: unknown) =>
  answerOf(await clinics.fetch(requestOf(path, input, null)));

const setUp = {
  clinicName: 'Harbour Vein Clinic',
  administrator: { name: 'Ann', pin: '2468', alsoRoles: [] },
  profileId: 'strictest',
};

describe('the own clinic and the demo clinic', () => {
  test(
    'the demo is opened from the first start and left again; neither knows of the other',
    { timeout: 300_000 },
    async () => {
      const folder = temporaryFolder();
      const clinics = await open(folder);
      const changes: Change[] = [];
      clinics.onChange((change) => changes.push(change));
      expect((await ask(clinics, 'clinic.status')).data).toMatchObject({
        state: 'first-start',
        isDemo: false,
      });

      expect((await ask(clinics, 'clinic.openDemo')).status).toBe(200);
      expect(changes).toEqual([{ topic: 'clinic', id: '1' }]);
      const demo = (await ask(clinics, 'clinic.status')).data;
      expect(demo).toMatchObject({ state: 'ready', isDemo: true });

      expect((await ask(clinics, 'clinic.leaveDemo')).status).toBe(200);
      expect((await ask(clinics, 'clinic.status')).data).toMatchObject({ state: 'first-start', people: [] });
      expect((await ask(clinics, 'clinic.setUp', setUp)).status).toBe(200);
      expect((await ask(clinics, 'clinic.status')).data).toMatchObject({ clinicName: 'Harbour Vein Clinic' });
      expect(await readdir(join(folder, 'demo'))).toContain('phleboplan.db');
    },
  );

  test(
    'the demo of today is opened again as it was left; one of another day is made afresh',
    { timeout: 300_000 },
    async () => {
      const folder = temporaryFolder();
      const madeOn = join(folder, 'demo', 'made-on');
      const today = systemSurroundings.today();
      // It stays the same day even if the test goes on past midnight.
      const demo = { startInDemo: true, surroundings: { ...systemSurroundings, today: () => today } };
      const first = await open(folder, demo);
      const people = (await ask(first, 'clinic.status')).data;
      await first.close();
      expect(existsSync(join(folder, 'phleboplan.db'))).toBe(false);
      expect(await readFile(madeOn, 'utf8')).toBe(today);

      const key = join(folder, 'demo', 'key');
      const keyBefore = await readFile(key);
      const again = await open(folder, demo);
      expect(await readFile(key)).toEqual(keyBefore);
      await again.close();

      await writeFile(madeOn, addDays(today, -1));
      const afresh = await open(folder, demo);
      expect(await readFile(key)).not.toEqual(keyBefore);
      expect((await ask(afresh, 'clinic.status')).data).toMatchObject({ isDemo: true });
      expect(people).toMatchObject({ isDemo: true });
    },
  );

  test('records that another program has open are not opened', async () => {
    const folder = temporaryFolder();
    await open(folder);
    const second = await openClinics({ folder, startInDemo: false, keyStoreFor: fileKeyStore });
    expect(failureOf(second)).toEqual({ code: 'storage/busy' });
  });

  test('after closing, everything is there for the next start', async () => {
    const folder = temporaryFolder();
    const first = await open(folder);
    expect((await ask(first, 'clinic.setUp', setUp)).status).toBe(200);
    await first.close();
    expect(existsSync(join(folder, 'phleboplan.db-wal'))).toBe(false);
    const second = await open(folder);
    expect((await ask(second, 'clinic.status')).data).toMatchObject({ state: 'ready' });
  });

  test('each start backs up what changed, and everybody may see whether that went well', async () => {
    const folder = temporaryFolder();
    const first = await open(folder);
    expect((await ask(first, 'clinic.setUp', setUp)).status).toBe(200);
    expect((await ask(first, 'clinic.status')).data).toMatchObject({
      lastBackupAt: null,
      backupFailure: null,
    });
    await first.close();

    await writeFile(join(folder, 'backups'), 'in the way');
    const second = await open(folder);
    await settled(second);
    const failed = { lastBackupAt: null, backupFailure: { code: 'storage/unreadable' } };
    expect((await ask(second, 'clinic.status')).data).toMatchObject(failed);
    await second.close();

    await rm(join(folder, 'backups'));
    const third = await open(folder);
    await settled(third);
    const made = (await ask(third, 'clinic.status')).data;
    expect(made).toMatchObject({ backupFailure: null });
    expect(made).not.toMatchObject({ lastBackupAt: null });
  });
});

/** The next time that something about the clinic changes. */
function settled(clinics: Clinics): Promise<void> {
  return new Promise((done) => {
    const end = clinics.onChange(({ topic }) => {
      if (topic !== 'clinic') return;
      end();
      done();
    });
  });
}
