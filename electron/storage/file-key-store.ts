import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { KEY_BYTES } from '../../db/connection/database-key.ts';
import { guardStorage } from '../../db/connection/guard-storage.ts';
import type { Failure } from '../../shared/contract/failure.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { exists, writeDurably } from './durable-files.ts';
import type { KeyStore } from './key-store.ts';

const OTHERS = 0o077;

/**
 * Keeps the key in a file of the data folder that its user alone can read. A file that others can read is refused with
 * `storage/key-exposed`; Windows has no such bits, there the folder of the user's own account protects it.
 */
export function fileKeyStore(folder: string, platform: NodeJS.Platform = process.platform): KeyStore {
  const file = join(folder, 'key');
  return {
    load: async () => {
      const loaded = await guardStorage(() => loadKey(file, platform));
      return loaded.ok ? loaded.value : loaded;
    },
    save: (key) =>
      guardStorage(async () => {
        await writeDurably(file, key, 0o600);
        return undefined;
      }),
  };
}

async function loadKey(file: string, platform: NodeJS.Platform): Promise<Result<Uint8Array | null, Failure>> {
  if (!(await exists(file))) return ok(null);
  const { mode } = await stat(file);
  if (platform !== 'win32' && (mode & OTHERS) !== 0) return err({ code: 'storage/key-exposed' });
  const key = await readFile(file);
  return key.length === KEY_BYTES ? ok(new Uint8Array(key)) : err({ code: 'storage/key-missing' });
}
