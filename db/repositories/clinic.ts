import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '../../shared/kernel/time.ts';
import type { Database } from '../schema.ts';

export interface Clinic {
  readonly name: string;
  readonly isDemo: boolean;
}

/** The clinic with what it has set for itself. */
export interface ClinicAsSet extends Clinic {
  /** 0: never. */
  readonly lockAfterMinutes: number;
}

/** The clinic, or null before it is set up. */
export async function readClinic(db: Kysely<Database>): Promise<ClinicAsSet | null> {
  const row = await db
    .selectFrom('clinic')
    .select(['name', 'is_demo', 'lock_after_minutes'])
    .executeTakeFirst();
  return row ? { name: row.name, isDemo: row.is_demo === 1, lockAfterMinutes: row.lock_after_minutes } : null;
}

export async function updateLock(trx: Transaction<Database>, minutes: number): Promise<void> {
  await trx.updateTable('clinic').set({ lock_after_minutes: minutes }).where('id', '=', 1).execute();
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
