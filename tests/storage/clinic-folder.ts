import { onTestFinished } from 'vitest';
import { appendAudit } from '../../db/audit/append-audit.ts';
import { inTransaction } from '../../db/connection/in-transaction.ts';
import { fileKeyStore } from '../../electron/storage/file-key-store.ts';
import { openStorage, type OpenStorage } from '../../electron/storage/open-storage.ts';
import { ok } from '../../shared/kernel/result.ts';
import { instantOf } from '../../shared/kernel/time.ts';
import { insertRows, rows } from '../db/clinical-record.ts';
import { valueOf } from '../db/temporary-database.ts';

/** A clock that goes on by a minute each time it is read. */
export function clock(start = Date.UTC(2026, 10, 2, 9)) {
  let time = start;
  return () => {
    time += 60_000;
    return instantOf(time);
  };
}

export const options = (folder: string, now = clock()) => ({ folder, keyStore: fileKeyStore(folder), now });

/** Opens the records in a folder, until the test ends at the latest. */
export async function openedStorage(folder: string, now = clock()): Promise<OpenStorage> {
  const storage = valueOf(await openStorage(options(folder, now)));
  onTestFinished(() => storage.close());
  return storage;
}

/** Renames the clinic, with an audit row, as every change has one. */
export async function rename({ database }: Pick<OpenStorage, 'database'>, name: string): Promise<void> {
  const done = await inTransaction(database.db, async (trx) => {
    await trx
      .insertInto('clinic')
      .values({ ...rows.clinic, name })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ name }))
      .execute();
    const entry = { at: rows.clinic.created_at, personId: null, action: 'clinic/rename', entity: 'clinic' };
    await appendAudit(trx, { ...entry, entityId: '1', after: { name } });
    return ok();
  });
  valueOf(done);
}

export async function clinicName({ database }: Pick<OpenStorage, 'database'>): Promise<string | null> {
  const clinic = await database.db.selectFrom('clinic').select('name').executeTakeFirst();
  return clinic?.name ?? null;
}

/** Opens the records, makes a backup and closes them. */
export async function closedWithBackup(folder: string): Promise<void> {
  const storage = await openedStorage(folder);
  valueOf(await storage.backups.make());
  await storage.close();
}

/** A whole record in a folder that was left in order. */
export async function closedClinic(folder: string, name = 'Harbour', now = clock()): Promise<void> {
  const storage = await openedStorage(folder, now);
  await insertRows(storage.database.db);
  await rename(storage, name);
  await storage.close();
}
