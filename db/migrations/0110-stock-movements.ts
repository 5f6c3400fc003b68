import { sql, type Kysely } from 'kysely';
import { integer, moment, note, oneOf, onlyAdded, reference, run } from './statements.ts';

/**
 * The codes that stand on the boxes of a product, and how many ampoules of a lot came and went. What closed sessions used up
 * before is taken over as it was counted then.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await run(db, [
    `create table product_codes (
      code text not null primary key check (length(code) between 5 and 40),
      ${reference('product_id', 'products')},
      ${moment('added_at')},
      ${reference('added_by', 'people')}
    ) strict`,
    ...onlyAdded('product_codes'),

    `create table lot_movements (
      seq integer primary key,
      ${reference('lot_id', 'lots')},
      ${oneOf('kind', ['received', 'used', 'disposed', 'found', 'missing'])},
      ${integer('ampoules', 1, 100_000)},
      session_id text references sessions (id),
      ${note('reason', 300)},
      ${moment('moved_at')},
      ${reference('moved_by', 'people')},
      check ((kind = 'used') = (session_id is not null))
    ) strict`,
    'create index lot_movements_by_lot on lot_movements (lot_id)',
    ...onlyAdded('lot_movements'),
  ]);
  await sql`
    insert into lot_movements (lot_id, kind, ampoules, session_id, reason, moved_at, moved_by)
    select json_extract(count.value, '$.lotId'), 'used', json_extract(count.value, '$.ampoulesOpened'),
      closing.session_id, '', closing.closed_at, closing.closed_by
    from session_closings closing, json_each(closing.ampoules) count
    where json_extract(count.value, '$.ampoulesOpened') > 0
  `.execute(db);
}
