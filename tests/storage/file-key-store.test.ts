import { chmodSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileKeyStore } from '../../electron/storage/file-key-store.ts';
import { defaultDataFolder } from '../../electron/storage/paths.ts';
import { failureOf, testKey, valueOf } from '../db/temporary-database.ts';
import { temporaryFolder } from '../db/temporary-folder.ts';

describe('a key in a file', () => {
  it('is null before it was saved, and the same afterwards', async () => {
    const folder = temporaryFolder();
    expect(valueOf(await fileKeyStore(folder).load())).toBeNull();
    valueOf(await fileKeyStore(folder).save(testKey(200)));
    expect(valueOf(await fileKeyStore(folder).load())).toEqual(testKey(200));
    expect(readdirSync(folder)).toEqual(['key']);
  });

  it.skipIf(process.platform === 'win32')(
    'is readable by its user alone, whatever lay there half',
    async () => {
      const folder = temporaryFolder();
      writeFileSync(join(folder, 'key.part'), 'half', { mode: 0o666 });
      valueOf(await fileKeyStore(folder).save(testKey()));
      expect(statSync(join(folder, 'key')).mode & 0o777).toBe(0o600);
    },
  );

  it('is refused when others can read it, where files say so', async () => {
    const folder = temporaryFolder();
    valueOf(await fileKeyStore(folder).save(testKey()));
    chmodSync(join(folder, 'key'), 0o644);
    expect(failureOf(await fileKeyStore(folder, 'linux').load())).toEqual({ code: 'storage/key-exposed' });
    expect(valueOf(await fileKeyStore(folder, 'win32').load())).toEqual(testKey());
  });

  it('is a failure, not a crash, where there is a folder in its place or no folder at all', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'key'), { mode: 0o700 });
    expect(failureOf(await fileKeyStore(folder).load())).toEqual({ code: 'storage/unreadable' });
    const missing = join(folder, 'none');
    expect(failureOf(await fileKeyStore(missing).save(testKey()))).toEqual({ code: 'storage/unreadable' });
  });
});

describe('the data folder', () => {
  const place = (platform: NodeJS.Platform, environment = {}) =>
    defaultDataFolder({ platform, environment, homeFolder: join('/home', 'ana') });

  it('is where each system keeps the data of applications', () => {
    expect(place('linux')).toBe(join('/home', 'ana', '.local', 'share', 'phleboplan'));
    expect(place('linux', { XDG_DATA_HOME: '/data' })).toBe(join('/data', 'phleboplan'));
    expect(place('darwin')).toContain(join('Library', 'Application Support', 'Phleboplan'));
    expect(place('win32')).toBe(join('/home', 'ana', 'AppData', 'Local', 'Phleboplan', 'web-records'));
  });
});
