import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keychainKeyStore } from '../../electron/desktop/keychain.ts';
import { resetElectron, safeStorage } from '../support/electron.ts';

const key = Uint8Array.from({ length: 32 }, (_, index) => (index * 37 + 11) % 256);
const plainForms = ['base64', 'hex', 'latin1'] as const;

let folder: string;
beforeEach(async () => {
  resetElectron();
  folder = join(await mkdtemp(join(tmpdir(), 'phleboplan-keychain-')), 'records');
});
afterEach(() => rm(join(folder, '..'), { recursive: true }));

describe('the keychain', () => {
  test('holds no key before one was saved', async () => {
    expect(await keychainKeyStore(folder, 'linux').load()).toEqual({ ok: true, value: null });
  });

  test('gives back the key that was saved', async () => {
    expect(await keychainKeyStore(folder, 'linux').save(key)).toEqual({ ok: true, value: undefined });
    expect(await keychainKeyStore(folder, 'linux').load()).toEqual({ ok: true, value: key });
  });

  test('writes the wrapped key alone, for its user alone, and leaves no half-written file', async () => {
    await keychainKeyStore(folder, 'linux').save(key);
    expect(await readdir(folder)).toEqual(['key.wrapped']);
    const file = join(folder, 'key.wrapped');
    const bytes = (await readFile(file)).toString('latin1');
    for (const form of plainForms) expect(bytes).not.toContain(Buffer.from(key).toString(form));
    if (process.platform !== 'win32') expect((await stat(file)).mode & 0o077).toBe(0);
  });

  test.each(['basic_text', 'unknown'])('refuses the unprotected backend %s of Linux', async (backend) => {
    safeStorage.backend = backend;
    const store = keychainKeyStore(folder, 'linux');
    expect(await store.load()).toEqual({ ok: false, error: { code: 'storage/no-keychain' } });
    expect(await store.save(key)).toEqual({ ok: false, error: { code: 'storage/no-keychain' } });
    await expect(readdir(folder)).rejects.toThrow('ENOENT');
  });

  test.each(['win32', 'darwin', 'linux'] as const)(
    'refuses on %s where nothing can be wrapped',
    async (platform) => {
      safeStorage.isAvailable = false;
      const store = keychainKeyStore(folder, platform);
      expect(await store.load()).toEqual({ ok: false, error: { code: 'storage/no-keychain' } });
      expect(await store.save(key)).toEqual({ ok: false, error: { code: 'storage/no-keychain' } });
      await expect(readdir(folder)).rejects.toThrow('ENOENT');
    },
  );

  test('tells a key of another account from a missing one', async () => {
    const store = keychainKeyStore(folder, 'darwin');
    await store.save(key);
    safeStorage.isForeign = true;
    expect(await store.load()).toEqual({ ok: false, error: { code: 'storage/key-missing' } });
  });

  test('does not take a damaged file for a key', async () => {
    const store = keychainKeyStore(folder, 'win32');
    await store.save(key);
    await writeFile(join(folder, 'key.wrapped'), await safeStorage.encryptStringAsync('c2hvcnQ='));
    expect(await store.load()).toEqual({ ok: false, error: { code: 'storage/key-missing' } });
  });

  test('wraps the key again when the system has changed its own', async () => {
    const store = keychainKeyStore(folder, 'darwin');
    await store.save(key);
    const before = await stat(join(folder, 'key.wrapped'));
    safeStorage.shouldReEncrypt = true;
    expect(await store.load()).toEqual({ ok: true, value: key });
    expect((await stat(join(folder, 'key.wrapped'))).ino).not.toBe(before.ino);
  });
});
