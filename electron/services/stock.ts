import type { Kysely } from 'kysely';
import {
  insertLot,
  insertRecall,
  isLotKnown,
  readLot,
  readLots,
  readProduct,
  readProducts,
} from '../../db/repositories/stock.ts';
import type { Database } from '../../db/schema.ts';
import type { Failure } from '../../shared/contract/failure.ts';
import type { AddLot, RecallLot, StockView } from '../../shared/contract/session.ts';
import { idOf } from '../../shared/kernel/ids.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { ServiceContext } from './context.ts';
import { notFound } from './invalid.ts';
import { write } from './write.ts';

/** Products and lots, the first-expiring first; expired and recalled ones are among them. */
export async function readStock({ db }: Pick<ServiceContext, 'db'>): Promise<Result<StockView, Failure>> {
  return ok(await stockOf(db));
}

async function stockOf(db: Kysely<Database>): Promise<StockView> {
  return { products: await readProducts(db), lots: await readLots(db) };
}

/** Takes a lot into stock. An expired one may be entered: it cannot be opened. */
export function addLot(context: ServiceContext, input: AddLot): Promise<Result<StockView, Failure>> {
  return write(context, async ({ trx, at, audit, changed }) => {
    if (!(await readProduct(trx, input.productId))) return notFound('product');
    if (await isLotKnown(trx, input.productId, input.lotNumber)) return err({ code: 'lot/already-known' });
    const id = idOf<'lot'>(context.newUuid());
    await insertLot(trx, { id, ...input, addedAt: at, addedBy: context.actor.id });
    await audit({ action: 'lot/add', entity: 'lot', entityId: id, after: input });
    changed({ topic: 'stock', id });
    return ok(await stockOf(trx));
  });
}

/** Marks a lot as recalled for good. A second recall changes nothing. */
export function recallLot(context: ServiceContext, input: RecallLot): Promise<Result<StockView, Failure>> {
  return write(context, async ({ trx, at, audit, changed }) => {
    const { lotId, reason } = input;
    const lot = await readLot(trx, lotId);
    if (!lot) return notFound('lot');
    if (lot.recalledBecause === null) {
      await insertRecall(trx, { lotId, reason, recalledAt: at, recalledBy: context.actor.id });
      await audit({ action: 'lot/recall', entity: 'lot', entityId: lotId, after: { reason } });
      changed({ topic: 'stock', id: lotId });
    }
    return ok(await stockOf(trx));
  });
}
