import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { appendAudit } from '../../db/audit/append-audit.ts';
import { verifyAuditChain } from '../../db/audit/verify-audit-chain.ts';
import { inTransaction } from '../../db/connection/in-transaction.ts';
import { openDatabase, type OpenDatabase } from '../../db/connection/open-database.ts';
import { ok } from '../../shared/kernel/result.ts';
import { at, insertRows, person, rows, uuidOf } from './clinical-record.ts';
import { pictureOf } from './file-picture.ts';
import { failureOf, temporaryDatabase, testKey, valueOf } from './temporary-database.ts';
import { fillUpTo, smallDisk } from './small-disk.ts';

/** A change of several megabytes and its audit row. */
const bigChange = ({ db }: OpenDatabase) =>
  inTransaction(db, async (trx) => {
    for (let n = 0; n < 400; n += 1)
      await trx
        .insertInto('assessments')
        .values({ ...rows.assessments, id: uuidOf(1_000 + n), content: JSON.stringify('x'.repeat(10_000)) })
        .execute();
    const entry = { at, personId: person, action: 'assessment/save', entity: 'assessment', entityId: 'x' };
    await appendAudit(trx, entry);
    return ok();
  });

const countOf = async ({ db }: OpenDatabase) =>
  (await db.selectFrom('assessments').select('id').execute()).length;

describe('when the file may not grow', () => {
  it('a change is refused whole, and work goes on afterwards', async () => {
    const database = await temporaryDatabase();
    await insertRows(database.db);
    await sql`pragma max_page_count = 120`.execute(database.db);
    expect(failureOf(await bigChange(database))).toEqual({ code: 'storage/full' });
    expect(await countOf(database)).toBe(1);
    await sql`pragma max_page_count = 100000`.execute(database.db);
    valueOf(await bigChange(database));
    expect(await countOf(database)).toBe(401);
    expect(await verifyAuditChain(database.db)).toEqual({ checked: 1, brokenAt: null });
  });
});

describe('on a full disk', () => {
  it('a change is refused whole, and the records open again', async (test) => {
    const disk = smallDisk();
    if ('reason' in disk) return test.skip(disk.reason);
    const database = await temporaryDatabase(join(disk.folder, 'test.db'));
    await insertRows(database.db);
    expect(failureOf(await bigChange(database))).toEqual({ code: 'storage/full' });
    expect(await countOf(database)).toBe(1);
    await database.close();
    const again = valueOf(await openDatabase({ file: database.file, key: testKey() }));
    expect(await countOf(again)).toBe(1);
    await again.close();
  });

  it('a backup is refused and leaves no half copy behind', async (test) => {
    const disk = smallDisk();
    if ('reason' in disk) return test.skip(disk.reason);
    const database = await temporaryDatabase();
    await insertRows(database.db);
    valueOf(await bigChange(database));
    const copied = await database.copyInto(join(disk.folder, 'copy.db'), new AbortController().signal);
    expect(failureOf(copied)).toEqual({ code: 'storage/full' });
  });

  it('new records are refused with a word about it', async (test) => {
    const disk = smallDisk();
    if ('reason' in disk) return test.skip(disk.reason);
    fillUpTo(disk.folder, 4096);
    const before = pictureOf(disk.folder);
    const file = join(disk.folder, 'test.db');
    const opened = await openDatabase({ file, key: testKey(), create: true });
    expect(failureOf(opened)).toEqual({ code: 'storage/full' });
    expect(pictureOf(disk.folder)).toEqual(before);
  });
});
