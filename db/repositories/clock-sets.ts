import type { Kysely, Transaction } from 'kysely';
import type { ClockSet } from '../../shared/kernel/clock-set.ts';
import type { Instant } from '../../shared/kernel/time.ts';
import type { Database } from '../schema.ts';

/** More than these nobody sets within the hours that the limits look back over. */
const KEPT_IN_MIND = 100;

/** The last times that the machine's clock was set, in the order in which it happened. */
export async function readClockSets(db: Kysely<Database>): Promise<readonly ClockSet[]> {
  const rows = await db
    .selectFrom('clock_sets')
    .select(['noticed_at', 'by_ms'])
    .orderBy('seq', 'desc')
    .limit(KEPT_IN_MIND)
    .execute();
  return rows.toReversed().map((row) => ({ at: row.noticed_at, byMs: row.by_ms }));
}

export async function insertClockSet(trx: Transaction<Database>, { at, byMs }: ClockSet): Promise<void> {
  await trx.insertInto('clock_sets').values({ noticed_at: at, by_ms: byMs }).execute();
}

/** When the newest row of the audit was written, or null. */
export async function readNewestRecordAt(db: Kysely<Database>): Promise<Instant | null> {
  const row = await db.selectFrom('audit').select('at').orderBy('seq', 'desc').limit(1).executeTakeFirst();
  return row?.at ?? null;
}
