import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '../../shared/kernel/time.ts';
import type { Database } from '../schema.ts';

export interface Clinic {
  readonly name: string;
  readonly isDemo: boolean;
}

/** The clinic, or null before it is set up. */
export async function readClinic(db: Kysely<Database>): Promise<Clinic | null> {
  const row = await db.selectFrom('clinic').select(['name', 'is_demo']).executeTakeFirst();
  return row ? { name: row.name, isDemo: row.is_demo === 1 } : null;
}

export async function insertClinic(
  trx: Transaction<Database>,
  clinic: Clinic & { readonly createdAt: Instant },
): Promise<void> {
  await trx
    .insertInto('clinic')
    .values({ id: 1, name: clinic.name, is_demo: clinic.isDemo ? 1 : 0, created_at: clinic.createdAt })
    .execute();
}
