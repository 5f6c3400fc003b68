import { sql, type Kysely } from 'kysely';
import type { FindLots, LotHit } from '../../shared/contract/day.ts';
import type { Database } from '../schema.ts';

/** Whether anything of a box went into the patient. By session (the plus keeps SQLite from going by lot): a lot has thousands. */
const isInjected = sql<boolean>`exists (
  select 1 from injections i where i.session_id = box.session_id and +i.lot_id = box.lot_id
    and not exists (select 1 from injection_strike_outs s where s.injection_id = i.id))`;

/** Lots whose number holds the text, in whatever case, the ones that expire last first; and how many patients got each. */
export async function findLots(db: Kysely<Database>, { text, limit }: FindLots): Promise<readonly LotHit[]> {
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const rows = await db
    .selectFrom('lots')
    .innerJoin('products', 'products.id', 'lots.product_id')
    .leftJoin('lot_recalls', 'lot_recalls.lot_id', 'lots.id')
    .select(['lots.id', 'lots.lot_number', 'lots.expires_on', 'products.name', 'products.strength_ug_per_ml'])
    .select('lot_recalls.lot_id as recalled')
    .select((eb) =>
      eb
        .selectFrom('session_boxes as box')
        .innerJoin('sessions', 'sessions.id', 'box.session_id')
        .select(({ fn }) => fn.count<number>('sessions.patient_id').distinct().as('count'))
        .whereRef('box.lot_id', '=', 'lots.id')
        .where(isInjected)
        .as('patients'),
    )
    .where(sql<boolean>`lots.lot_number like ${pattern} escape '\\'`)
    .orderBy('lots.expires_on', 'desc')
    .orderBy('lots.lot_number')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    lotId: row.id,
    lotNumber: row.lot_number,
    product: { name: row.name, strengthUgPerMl: row.strength_ug_per_ml },
    expiresOn: row.expires_on,
    recalled: row.recalled !== null,
    patients: row.patients ?? 0,
  }));
}
