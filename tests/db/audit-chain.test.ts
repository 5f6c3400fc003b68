import fc from 'fast-check';
import { sql, type Kysely, type Transaction } from 'kysely';
import { describe, expect, it } from 'vitest';
import { appendAudit } from '../../db/audit/append-audit.ts';
import { canonicalJson } from '../../db/audit/canonical-json.ts';
import { verifyAuditChain } from '../../db/audit/verify-audit-chain.ts';
import { inTransaction } from '../../db/connection/in-transaction.ts';
import type { Database } from '../../db/schema.ts';
import type { AuditVerdict } from '../../shared/contract/clinic.ts';
import { instantOf } from '../../shared/kernel/time.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import { insertRows, person } from './clinical-record.ts';
import { temporaryDatabase, valueOf } from './temporary-database.ts';

async function append(db: Kysely<Database>, count: number): Promise<void> {
  const entry = { at: instantOf(0), personId: person, action: 'thing/change', entity: 'thing' };
  const appended = await inTransaction(db, async (trx) => {
    for (let i = 0; i < count; i += 1)
      await appendAudit(trx, { ...entry, entityId: String(i), before: { n: i }, after: { n: i + 1 } });
    return ok();
  });
  valueOf(appended);
}

async function chainOf(count: number): Promise<Kysely<Database>> {
  const { db } = await temporaryDatabase();
  await insertRows(db, 'label_profiles');
  await append(db, count);
  return db;
}

/** What somebody can do who has the key and is good at SQL. */
async function liftGuards(db: Kysely<Database>): Promise<void> {
  await sql`drop trigger audit_no_update`.execute(db);
  await sql`drop trigger audit_no_delete`.execute(db);
}

const columns = [
  'at',
  'person_id',
  'action',
  'entity',
  'entity_id',
  'before',
  'after',
  'previous_hash',
  'hash',
] as const;
const replacement = {
  at: '2020-01-01T00:00:00.000Z',
  person_id: null,
  action: 'thing/other',
  entity: 'other',
  entity_id: 'other',
  before: '{"n":99}',
  after: '{"n":99}',
  previous_hash: 'e'.repeat(64),
  hash: 'f'.repeat(64),
};

/** Undoes a change of the chain afterwards, so that many can be tried on one. */
async function verdictAfter(db: Kysely<Database>, change: (trx: Transaction<Database>) => Promise<unknown>) {
  const undone = new Error('undone');
  let verdict: AuditVerdict | null = null;
  await db
    .transaction()
    .execute(async (trx) => {
      await change(trx);
      verdict = await verifyAuditChain(trx);
      throw undone;
    })
    .catch((error: unknown) => {
      if (error !== undone) throw error;
    });
  return verdict;
}

describe('the audit chain', () => {
  it('holds, also over more rows than are read at once', async () => {
    const db = await chainOf(0);
    expect(await verifyAuditChain(db)).toEqual({ checked: 0, brokenAt: null });
    await append(db, 1_001);
    expect(await verifyAuditChain(db)).toEqual({ checked: 1_001, brokenAt: null });
  });

  it('keeps nothing of a refused change and has no gap after it', async () => {
    const db = await chainOf(2);
    const refused = await inTransaction(db, async (trx) => {
      await appendAudit(trx, { at: instantOf(1), personId: null, action: 'a', entity: 'b', entityId: 'c' });
      return err({ code: 'session/locked' });
    });
    expect(refused).toEqual({ ok: false, error: { code: 'session/locked' } });
    await append(db, 1);
    expect(await verifyAuditChain(db)).toEqual({ checked: 3, brokenAt: null });
  });

  it('shows any changed field of any row', async () => {
    const db = await chainOf(12);
    await liftGuards(db);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 12 }), fc.constantFrom(...columns), async (seq, column) => {
        const verdict = await verdictAfter(db, (trx) =>
          sql`update audit set ${sql.ref(column)} = ${replacement[column]} where seq = ${seq}`.execute(trx),
        );
        expect(verdict).toEqual({ checked: seq - 1, brokenAt: seq });
      }),
      { numRuns: 80 },
    );
    expect(await verifyAuditChain(db)).toEqual({ checked: 12, brokenAt: null });
  });

  it('shows a row that was taken out, the last one too', async () => {
    const db = await chainOf(5);
    await liftGuards(db);
    for (const seq of [1, 2, 3, 4, 5]) {
      const verdict = await verdictAfter(db, (trx) =>
        trx.deleteFrom('audit').where('seq', '=', seq).execute(),
      );
      expect(verdict).toEqual({ checked: seq - 1, brokenAt: seq });
    }
  });

  it('shows a row that was changed and given a fitting hash of its own', async () => {
    const db = await chainOf(5);
    await liftGuards(db);
    const verdict = await verdictAfter(db, async (trx) => {
      const rows = await trx.selectFrom('audit').selectAll().where('seq', '>=', 3).orderBy('seq').execute();
      await trx.deleteFrom('audit').where('seq', '>=', 3).execute();
      await sql`update sqlite_sequence set seq = 2 where name = 'audit'`.execute(trx);
      const forged = {
        at: instantOf(9),
        personId: null,
        action: 'thing/forged',
        entity: 'thing',
        entityId: '2',
      };
      await appendAudit(trx, forged);
      await trx.insertInto('audit').values(rows.slice(1)).execute();
    });
    expect(verdict).toEqual({ checked: 3, brokenAt: 4 });
  });

  it('shows two rows that changed places', async () => {
    const db = await chainOf(4);
    await liftGuards(db);
    const verdict = await verdictAfter(db, async (trx) => {
      await sql`update audit set seq = 100 where seq = 2`.execute(trx);
      await sql`update audit set seq = 2 where seq = 3`.execute(trx);
      await sql`update audit set seq = 3 where seq = 100`.execute(trx);
    });
    expect(verdict).toEqual({ checked: 1, brokenAt: 2 });
  });
});

describe('canonical JSON', () => {
  it('is the same whatever the order of the keys', () => {
    const shuffled = fc.dictionary(fc.string(), fc.jsonValue(), { noNullPrototype: true });
    fc.assert(
      fc.property(shuffled, (value) => {
        const reversed = Object.fromEntries(Object.entries(value).toReversed());
        expect(canonicalJson(reversed)).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('refuses numbers that JSON would turn into null', () => {
    expect(() => canonicalJson({ dose: Number.NaN })).toThrow(RangeError);
  });
});
