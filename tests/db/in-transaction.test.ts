import { describe, expect, it } from 'vitest';
import { inTransaction } from '../../db/connection/in-transaction.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import { insertRows, rows } from './clinical-record.ts';
import { failureOf, temporaryDatabase, valueOf } from './temporary-database.ts';

const clinicNames = async (db: Awaited<ReturnType<typeof temporaryDatabase>>['db']) =>
  (await db.selectFrom('clinic').select('name').execute()).map((clinic) => clinic.name);

describe('a change', () => {
  it('is there after it was said to be', async () => {
    const { db } = await temporaryDatabase();
    const done = await inTransaction(db, async (trx) => {
      await trx.insertInto('clinic').values(rows.clinic).execute();
      return ok('done');
    });
    expect(valueOf(done)).toBe('done');
    expect(await clinicNames(db)).toEqual([rows.clinic.name]);
  });

  it('leaves nothing when a rule refuses it at its end', async () => {
    const { db } = await temporaryDatabase();
    const refused = await inTransaction(db, async (trx) => {
      await trx.insertInto('clinic').values(rows.clinic).execute();
      return err({ code: 'session/locked' });
    });
    expect(failureOf(refused)).toEqual({ code: 'session/locked' });
    expect(await clinicNames(db)).toEqual([]);
  });

  it('leaves nothing when it meets a bug, which is not taken for a failure', async () => {
    const { db } = await temporaryDatabase();
    const broken = inTransaction(db, async (trx) => {
      await trx.insertInto('clinic').values(rows.clinic).execute();
      await trx.insertInto('clinic').values(rows.clinic).execute();
      return ok();
    });
    await expect(broken).rejects.toThrow('UNIQUE');
    expect(await clinicNames(db)).toEqual([]);
  });

  it('waits for the one before it, and both are kept', async () => {
    const { db } = await temporaryDatabase();
    await insertRows(db);
    const rename = (to: string) =>
      inTransaction(db, async (trx) => {
        const { name } = await trx.selectFrom('clinic').select('name').executeTakeFirstOrThrow();
        await trx
          .updateTable('clinic')
          .set({ name: `${name}${to}` })
          .execute();
        return ok();
      });
    await Promise.all(['a', 'b', 'c'].map(rename));
    expect(await clinicNames(db)).toEqual([`${rows.clinic.name}abc`]);
  });
});
