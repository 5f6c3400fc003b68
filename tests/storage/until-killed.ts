import { instantOf } from '../../shared/kernel/time.ts';
import { appendAudit } from '../../db/audit/append-audit.ts';
import { inTransaction } from '../../db/connection/in-transaction.ts';
import { fileKeyStore } from '../../electron/storage/file-key-store.ts';
import { openStorage } from '../../electron/storage/open-storage.ts';
import { ok } from '../../shared/kernel/result.ts';

// A program of its own: records one change after the other, says each that is committed, and ends only when it is killed.
const folder = process.argv[2] ?? '';
const now = () => instantOf(Date.now());
const storage = await openStorage({ folder, keyStore: fileKeyStore(folder), now });
if (!storage.ok) throw new Error(storage.error.code);
for (let n = 1; ; n += 1) {
  const entry = { at: now(), personId: null, action: 'test/count', entity: 'count', entityId: String(n) };
  const done = await inTransaction(storage.value.database.db, async (trx) => {
    await appendAudit(trx, entry);
    return ok();
  });
  if (!done.ok) throw new Error(done.error.code);
  process.stdout.write(`${String(n)}\n`);
}
