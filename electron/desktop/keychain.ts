import { safeStorage } from 'electron';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { KEY_BYTES } from '../../db/connection/database-key.ts';
import { guardStorage } from '../../db/connection/guard-storage.ts';
import type { Failure } from '../../shared/contract/failure.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { exists, writeDurably } from '../storage/durable-files.ts';
import type { KeyStore } from '../storage/key-store.ts';

/** Holds the key as the keychain wrapped it; worthless without the keychain of this account. */
const fileName = 'key.wrapped';
/** Linux falls back to a password that is the same on every computer, which would protect nothing. */
const unprotected: ReadonlySet<string> = new Set(['basic_text', 'unknown']);

/** A key store in the keychain of the system. `platform` is the one of this process. */
export function keychainKeyStore(folder: string, platform: NodeJS.Platform = process.platform): KeyStore {
  const file = join(folder, fileName);
  return {
    load: async () => {
      if (!(await isAvailable(platform))) return err({ code: 'storage/no-keychain' });
      const loaded = await guardStorage(() => loadKey(file));
      return loaded.ok ? loaded.value : loaded;
    },
    save: async (key) => {
      if (!(await isAvailable(platform))) return err({ code: 'storage/no-keychain' });
      return guardStorage(async () => {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await writeWrapped(key, file);
        return undefined;
      });
    },
  };
}

async function isAvailable(platform: NodeJS.Platform): Promise<boolean> {
  if (platform === 'linux' && unprotected.has(safeStorage.getSelectedStorageBackend())) return false;
  return safeStorage.isAsyncEncryptionAvailable();
}

async function loadKey(file: string): Promise<Result<Uint8Array | null, Failure>> {
  if (!(await exists(file))) return ok(null);
  const unwrapped = await safeStorage.decryptStringAsync(await readFile(file)).catch(() => null);
  if (unwrapped === null) return err({ code: 'storage/key-missing' });
  const key = new Uint8Array(Buffer.from(unwrapped.result, 'base64'));
  if (key.length !== KEY_BYTES) return err({ code: 'storage/key-missing' });
  if (unwrapped.shouldReEncrypt) await writeWrapped(key, file);
  return ok(key);
}

async function writeWrapped(key: Uint8Array, file: string): Promise<void> {
  const wrapped = await safeStorage.encryptStringAsync(Buffer.from(key).toString('base64'));
  await writeDurably(file, wrapped, 0o600);
}
