import { safeStorage } from 'electron';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Failure } from '../../shared/contract/failure.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { KeyStore } from '../storage/key-store.ts';

/** Holds the key as the keychain wrapped it; worthless without the keychain of this account. */
const fileName = 'key.wrapped';
const keyLength = 32;
/** Linux falls back to a password that is the same on every computer, which would protect nothing. */
const unprotected: ReadonlySet<string> = new Set(['basic_text', 'unknown']);

/** A key store in the keychain of the system. `platform` is the one of this process. */
export function keychainKeyStore(folder: string, platform: NodeJS.Platform = process.platform): KeyStore {
  const file = join(folder, fileName);
  return {
    load: async () => {
      if (!(await isAvailable(platform))) return err({ code: 'storage/no-keychain' });
      const wrapped = await readOrNull(file);
      return wrapped === null ? ok(null) : unwrapped(wrapped, file);
    },
    save: async (key) => {
      if (!(await isAvailable(platform))) return err({ code: 'storage/no-keychain' });
      return saved(key, file);
    },
  };
}

async function isAvailable(platform: NodeJS.Platform): Promise<boolean> {
  if (platform === 'linux' && unprotected.has(safeStorage.getSelectedStorageBackend())) return false;
  return safeStorage.isAsyncEncryptionAvailable();
}

async function unwrapped(wrapped: Buffer, file: string): Promise<Result<Uint8Array, Failure>> {
  const decrypted = await safeStorage.decryptStringAsync(wrapped).catch(() => null);
  if (decrypted === null) return err({ code: 'storage/key-missing' });
  const key = new Uint8Array(Buffer.from(decrypted.result, 'base64'));
  if (key.length !== keyLength) return err({ code: 'storage/key-missing' });
  if (decrypted.shouldReEncrypt) await writeWrapped(key, file);
  return ok(key);
}

async function saved(key: Uint8Array, file: string): Promise<Result<undefined, Failure>> {
  try {
    await writeWrapped(key, file);
    return ok();
  } catch (error) {
    if (codeOf(error) === 'ENOSPC') return err({ code: 'storage/full' });
    if (codeOf(error) === 'EACCES' || codeOf(error) === 'EROFS') return err({ code: 'storage/unreadable' });
    throw error;
  }
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined);

/** Whole or not at all: a half-written key would lose every record. */
async function writeWrapped(key: Uint8Array, file: string): Promise<void> {
  const wrapped = await safeStorage.encryptStringAsync(Buffer.from(key).toString('base64'));
  const unfinished = `${file}.part`;
  await mkdir(dirname(file), { recursive: true });
  const handle = await open(unfinished, 'w', 0o600);
  try {
    await handle.writeFile(wrapped);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(unfinished, file);
}

async function readOrNull(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}
