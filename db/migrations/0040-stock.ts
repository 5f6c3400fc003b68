import type { Kysely } from 'kysely';
import { day, integer, moment, onlyAdded, primaryUuid, reference, run, text } from './statements.ts';

/** Products, their lots, and the lots that were recalled. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await run(db, [
    `create table products (
      ${primaryUuid('id')},
      ${text('name', 100)},
      ${integer('strength_ug_per_ml', 1_000, 50_000)},
      ${integer('ampoule_ul', 1, 100_000)}
    ) strict`,
    ...onlyAdded('products'),

    `create table lots (
      ${primaryUuid('id')},
      ${reference('product_id', 'products')},
      ${text('lot_number', 30)},
      ${day('expires_on')},
      ${moment('added_at')},
      ${reference('added_by', 'people')},
      unique (product_id, lot_number)
    ) strict`,
    'create index lots_by_expiry on lots (expires_on)',
    ...onlyAdded('lots'),

    `create table lot_recalls (
      lot_id text not null primary key references lots (id),
      ${text('reason', 300)},
      ${moment('recalled_at')},
      ${reference('recalled_by', 'people')}
    ) strict`,
    ...onlyAdded('lot_recalls'),
  ]);
}
