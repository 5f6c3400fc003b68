import type { Kysely, Transaction } from 'kysely';
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
import type {
  AddLot,
  AddProduct,
  CorrectStock,
  LearnCode,
  RecallLot,
  StockView,
} from '../../shared/contract/stock.ts';
import { ampoulesLeft } from '../../shared/domain/stock/ampoules-left.ts';
import { packCode } from '../../shared/domain/stock/read-scan.ts';
import { TEST_GTIN } from '../../shared/domain/stock/test-code.ts';
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

const TEST_CODE = packCode({ gtin: TEST_GTIN, ppn: null });

/**
 * Takes a lot into stock. An expired one may be entered: it cannot be opened. Fails with `lot/already-known`, with
 * `product/code-of-another` where the code on the box names another product, or with `product/test-code`.
 */
export function addLot(context: ServiceContext, input: AddLot): Promise<Result<StockView, Failure>> {
  return write(context, async ({ trx, at, audit, changed }) => {
    const { productId, lotNumber, expiresOn, ampoules, code } = input;
    if (!(await readProduct(trx, productId))) return notFound('product');
    if (await isLotKnown(trx, productId, lotNumber)) return err({ code: 'lot/already-known' });
    const by = context.actor.id;
    const kept =
      code === null ? ok(false) : await keepCode(trx, { code, productId, addedAt: at, addedBy: by });
    if (!kept.ok) return kept;
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

/**
 * Keeps the code of a box of which the lot is in stock already: from now on it names the lot’s product. The lot stays as it is,
 * also where the code names another last day. A code that is known already changes nothing. Fails with `product/code-of-another`
 * or `product/test-code`.
 */
export function learnCode(context: ServiceContext, input: LearnCode): Promise<Result<StockView, Failure>> {
  return write(context, async ({ trx, at, audit, changed }) => {
    const lot = await readLot(trx, input.lotId);
    if (!lot) return notFound('lot');
    const productId = lot.product.id;
    const code = { code: input.code, productId, addedAt: at, addedBy: context.actor.id };
    const kept = await keepCode(trx, code);
    if (!kept.ok) return kept;
    if (kept.value) {
      await audit({ action: 'product/learn-code', entity: 'product', entityId: productId, after: input });
      changed({ topic: 'stock', id: productId });
    }
    return ok(await stockOf(trx, context.today()));
  });
}

/** Lets a code name a product; whether that is new. */
async function keepCode(
  trx: Transaction<Database>,
  row: Parameters<typeof insertProductCode>[1],
): Promise<Result<boolean, Failure>> {
  if (row.code === TEST_CODE) return err({ code: 'product/test-code' });
  const owner = await readProductOfCode(trx, row.code);
  if (owner === row.productId) return ok(false);
  if (owner !== null) return err({ code: 'product/code-of-another' });
  await insertProductCode(trx, row);
  return ok(true);
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
