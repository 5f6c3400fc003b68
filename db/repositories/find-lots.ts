import { sql, type Kysely } from 'kysely';
import type { FindLots, LotHit } from '../../shared/contract/day.ts';
import type { Database } from '../schema.ts';

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
        .selectFrom('injections')
        .leftJoin('injection_strike_outs', 'injection_strike_outs.injection_id', 'injections.id')
        .select(({ fn }) => fn.count<number>('injections.patient_id').distinct().as('count'))
        .whereRef('injections.lot_id', '=', 'lots.id')
        .where('injection_strike_outs.injection_id', 'is', null)
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
