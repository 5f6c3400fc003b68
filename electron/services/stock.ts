import type { Kysely } from 'kysely';
import {
  insertLot,
  insertMovement,
  insertProduct,
  insertProductCode,
  insertRecall,
  isLotKnown,
  readLot,
  readLots,
  readLotsOpenedOn,
  readMovements,
  readProduct,
  readProductCodes,
  readProductOfCode,
  readProducts,
} from '../../db/repositories/stock.ts';
import type { Database } from '../../db/schema.ts';
import type { Failure } from '../../shared/contract/failure.ts';
import type { Product } from '../../shared/contract/session.ts';
import type { AddLot, AddProduct, CorrectStock, RecallLot, StockView } from '../../shared/contract/stock.ts';
import { ampoulesLeft } from '../../shared/domain/stock/ampoules-left.ts';
import { idOf } from '../../shared/kernel/ids.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { CalendarDate } from '../../shared/kernel/time.ts';
import type { ServiceContext } from './context.ts';
import { notFound } from './invalid.ts';
import { write } from './write.ts';

/** Products and lots, the first-expiring first; expired and recalled ones are among them. */
export async function readStock({
  db,
  today,
}: Pick<ServiceContext, 'db' | 'today'>): Promise<Result<StockView, Failure>> {
  return ok(await stockOf(db, today()));
}

async function stockOf(db: Kysely<Database>, today: CalendarDate): Promise<StockView> {
  const opened = await readLotsOpenedOn(db, today);
  const codes = await readProductCodes(db);
  const movements = Map.groupBy(await readMovements(db), ({ lotId }) => lotId);
  return {
    products: (await readProducts(db)).map((product) => ({ ...product, codes: codes.get(product.id) ?? [] })),
    lots: (await readLots(db)).map((lot) => ({
      ...lot,
      ampoulesLeft: ampoulesLeft(movements.get(lot.id) ?? []),
      openedToday: opened.has(lot.id),
    })),
  };
}

/** Takes a product in that the clinic has not had before. Fails with `product/already-known`. */
export function addProduct(context: ServiceContext, input: AddProduct): Promise<Result<StockView, Failure>> {
  return write(context, async ({ trx, audit, changed }) => {
    const isSame = (other: Product) =>
      other.name.toLowerCase() === input.name.toLowerCase() &&
      other.strengthUgPerMl === input.strengthUgPerMl &&
      other.ampouleUl === input.ampouleUl;
    if ((await readProducts(trx)).some(isSame)) return err({ code: 'product/already-known' });
    const product: Product = { id: idOf<'product'>(context.newUuid()), ...input };
    await insertProduct(trx, product);
    await audit({ action: 'product/add', entity: 'product', entityId: product.id, after: product });
    changed({ topic: 'stock', id: product.id });
    return ok(await stockOf(trx, context.today()));
  });
}

/**
 * Takes a lot into stock. An expired one may be entered: it cannot be opened. Fails with `lot/already-known`, or with
 * `product/code-of-another` where the code on the box names another product.
 */
export function addLot(context: ServiceContext, input: AddLot): Promise<Result<StockView, Failure>> {
  return write(context, async ({ trx, at, audit, changed }) => {
    const { productId, lotNumber, expiresOn, ampoules, code } = input;
    if (!(await readProduct(trx, productId))) return notFound('product');
    if (await isLotKnown(trx, productId, lotNumber)) return err({ code: 'lot/already-known' });
    const owner = code === null ? null : await readProductOfCode(trx, code);
    if (owner !== null && owner !== productId) return err({ code: 'product/code-of-another' });
    const by = context.actor.id;
    if (code !== null && owner === null) {
      await insertProductCode(trx, { code, productId, addedAt: at, addedBy: by });
    }
    const id = idOf<'lot'>(context.newUuid());
    await insertLot(trx, { id, productId, lotNumber, expiresOn, addedAt: at, addedBy: by });
    if (ampoules !== null) {
      const received = { kind: 'received', sessionId: null, reason: '', movedAt: at, movedBy: by } as const;
      await insertMovement(trx, { ...received, lotId: id, ampoules });
    }
    await audit({ action: 'lot/add', entity: 'lot', entityId: id, after: input });
    changed({ topic: 'stock', id });
    return ok(await stockOf(trx, context.today()));
  });
}

/** Says that ampoules came, were disposed of, or that a count found more or fewer than there should be. */
export function correctStock(
  context: ServiceContext,
  input: CorrectStock,
): Promise<Result<StockView, Failure>> {
  return write(context, async ({ trx, at, audit, changed }) => {
    const { lotId } = input;
    if (!(await readLot(trx, lotId))) return notFound('lot');
    await insertMovement(trx, { ...input, sessionId: null, movedAt: at, movedBy: context.actor.id });
    await audit({ action: 'stock/correct', entity: 'lot', entityId: lotId, after: input });
    changed({ topic: 'stock', id: lotId });
    return ok(await stockOf(trx, context.today()));
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
    return ok(await stockOf(trx, context.today()));
  });
}
