import { describe, expect, it } from 'vitest';
import { appendAudit } from '../../db/audit/append-audit.ts';
import { verifyAuditChain } from '../../db/audit/verify-audit-chain.ts';
import { inTransaction } from '../../db/connection/in-transaction.ts';
import { instantOf } from '../../shared/kernel/time.ts';
import { ok, err } from '../../shared/kernel/result.ts';
import { temporaryDatabase, valueOf } from './temporary-database.ts';

describe('the audit chain', () => {
  it('holds after many entries', async () => {
    const { db } = await temporaryDatabase();
    for (let i = 0; i < 30; i += 1)
      valueOf(
        await inTransaction(db, async (trx) => {
          await appendAudit(trx, {
            at: instantOf(i),
            personId: null,
            action: 'test/do',
            entity: 'thing',
            entityId: String(i),
            after: { b: 1, a: [undefined, { d: 1, c: null }] },
          });
          return ok();
        }),
      );
    expect(await verifyAuditChain(db)).toEqual({ checked: 30, brokenAt: null });
  });

  it('keeps nothing of a refused change', async () => {
    const { db } = await temporaryDatabase();
    const refused = await inTransaction(db, async (trx) => {
      await appendAudit(trx, { at: instantOf(1), personId: null, action: 'a', entity: 'b', entityId: 'c' });
      return err({ code: 'session/locked' });
    });
    expect(refused).toEqual({ ok: false, error: { code: 'session/locked' } });
    expect(await verifyAuditChain(db)).toEqual({ checked: 0, brokenAt: null });
  });
});
