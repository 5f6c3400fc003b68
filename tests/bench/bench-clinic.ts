import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../db/connection/open-database.ts';
import { migrateToLatest } from '../../db/migrations/migrate.ts';
import { servicesAround, setUp, type Core } from '../support/clinic.ts';
import { valueOf } from '../support/outcome.ts';

export const BENCH_KEY = new Uint8Array(32).fill(9);

/** Runs work in a folder of its own, which is removed afterwards. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'phleboplan-bench-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs work on a clinic that has just been set up, in a real, encrypted file. */
export function inClinic<T>(work: (core: Core) => Promise<T>): Promise<T> {
  return inFolder(async (folder) => {
    const file = join(folder, 'clinic.db');
    const database = valueOf(await openDatabase({ file, key: BENCH_KEY, create: true }));
    try {
      valueOf(await migrateToLatest(database.db));
      const services = servicesAround(database);
      const people = await setUp(services.context);
      return await work({
        ...services,
        people,
        as: (role) => ({ ...services.context, actor: people[role] }),
      });
    } finally {
      await database.close();
    }
  });
}
