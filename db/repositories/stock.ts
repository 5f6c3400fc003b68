import type { Kysely, Selectable, Transaction } from 'kysely';
import type { Lot, Product } from '../../shared/contract/session.ts';
import type { LotId, PersonId, ProductId, SessionId } from '../../shared/kernel/ids.ts';
import type { StockMovement } from '../../shared/domain/stock/ampoules-left.ts';
import type { CalendarDate, Instant } from '../../shared/kernel/time.ts';
import type { Database } from '../schema.ts';

/** All products, the weakest first. */
export async function readProducts(db: Kysely<Database>): Promise<readonly Product[]> {
  const rows = await db
    .selectFrom('products')
    .selectAll()
    .orderBy('strength_ug_per_ml')
    .orderBy('name')
    .execute();
  return rows.map(productOf);
}

export async function readProduct(db: Kysely<Database>, id: ProductId): Promise<Product | null> {
  const row = await db.selectFrom('products').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? productOf(row) : null;
}

function productOf(row: Selectable<Database['products']>): Product {
  return {
    id: row.id,
    name: row.name,
    strengthUgPerMl: row.strength_ug_per_ml,
    ampouleUl: row.ampoule_ul,
  };
}

export async function insertProduct(trx: Transaction<Database>, product: Product): Promise<void> {
  await trx
    .insertInto('products')
    .values({
      id: product.id,
      name: product.name,
      strength_ug_per_ml: product.strengthUgPerMl,
      ampoule_ul: product.ampouleUl,
    })
    .execute();
}

/** The codes that name products, by product. */
export async function readProductCodes(
  db: Kysely<Database>,
): Promise<ReadonlyMap<ProductId, readonly string[]>> {
  const rows = await db.selectFrom('product_codes').select(['product_id', 'code']).orderBy('code').execute();
  const codes = new Map<ProductId, readonly string[]>();
  for (const row of rows) codes.set(row.product_id, [...(codes.get(row.product_id) ?? []), row.code]);
  return codes;
}

/** The product that a code names, or null. */
export async function readProductOfCode(db: Kysely<Database>, code: string): Promise<ProductId | null> {
  const row = await db
    .selectFrom('product_codes')
    .select('product_id')
    .where('code', '=', code)
    .executeTakeFirst();
  return row?.product_id ?? null;
}

export async function insertProductCode(
  trx: Transaction<Database>,
  row: {
    readonly code: string;
    readonly productId: ProductId;
    readonly addedAt: Instant;
    readonly addedBy: PersonId;
  },
): Promise<void> {
  await trx
    .insertInto('product_codes')
    .values({ code: row.code, product_id: row.productId, added_at: row.addedAt, added_by: row.addedBy })
    .execute();
}

/** Lots with their product and what is known of a recall, first-expiring first. */
function lotsOf(db: Kysely<Database>) {
  return db
    .selectFrom('lots')
    .innerJoin('products', 'products.id', 'lots.product_id')
    .leftJoin('lot_recalls', 'lot_recalls.lot_id', 'lots.id')
    .select([
      'lots.id',
      'lots.product_id',
      'lots.lot_number',
      'lots.expires_on',
      'products.name',
      'products.strength_ug_per_ml',
      'products.ampoule_ul',
      'lot_recalls.reason as recalled_because',
    ])
    .orderBy('lots.expires_on')
    .orderBy('lots.lot_number')
    .orderBy('lots.id');
}

type LotRow = Awaited<ReturnType<ReturnType<typeof lotsOf>['execute']>>[number];

function lotOf(row: LotRow): Lot {
  return {
    id: row.id,
    product: productOf({ ...row, id: row.product_id }),
    lotNumber: row.lot_number,
    expiresOn: row.expires_on,
    recalledBecause: row.recalled_because,
  };
}

export async function readLots(db: Kysely<Database>): Promise<readonly Lot[]> {
  return (await lotsOf(db).execute()).map(lotOf);
}

export async function readLot(db: Kysely<Database>, id: LotId): Promise<Lot | null> {
  const row = await lotsOf(db).where('lots.id', '=', id).executeTakeFirst();
  return row ? lotOf(row) : null;
}

/** Lots that expire between two days, both included, and were not recalled. */
export async function readLotsExpiring(
  db: Kysely<Database>,
  days: { readonly from: CalendarDate; readonly to: CalendarDate },
): Promise<readonly Lot[]> {
  const rows = await lotsOf(db)
    .where('lots.expires_on', '>=', days.from)
    .where('lots.expires_on', '<=', days.to)
    .where('lot_recalls.lot_id', 'is', null)
    .execute();
  return rows.map(lotOf);
}

/** The boxes that were opened in a session, in that order. */
export async function readBoxes(
  db: Kysely<Database>,
  sessionId: SessionId,
): Promise<readonly (Lot & { readonly openedAt: Instant })[]> {
  const rows = await lotsOf(db)
    .clearOrderBy()
    .innerJoin('session_boxes as box', 'box.lot_id', 'lots.id')
    .select('box.opened_at')
    .where('box.session_id', '=', sessionId)
    .orderBy('box.opened_at')
    .orderBy('lots.lot_number')
    .execute();
  return rows.map((row) => ({ ...lotOf(row), openedAt: row.opened_at }));
}

/** The lots of which a box was opened in a session of a day. */
export async function readLotsOpenedOn(
  db: Kysely<Database>,
  onDate: CalendarDate,
): Promise<ReadonlySet<LotId>> {
  const rows = await db
    .selectFrom('session_boxes as box')
    .innerJoin('sessions', 'sessions.id', 'box.session_id')
    .select('box.lot_id')
    .distinct()
    .where('sessions.on_date', '=', onDate)
    .execute();
  return new Set(rows.map((row) => row.lot_id));
}

/** Whether a product already has a lot of this number. */
export async function isLotKnown(
  db: Kysely<Database>,
  productId: ProductId,
  lotNumber: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('lots')
    .select('id')
    .where('product_id', '=', productId)
    .where('lot_number', '=', lotNumber)
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertLot(
  trx: Transaction<Database>,
  lot: {
    readonly id: LotId;
    readonly productId: ProductId;
    readonly lotNumber: string;
    readonly expiresOn: CalendarDate;
    readonly addedAt: Instant;
    readonly addedBy: PersonId;
  },
): Promise<void> {
  await trx
    .insertInto('lots')
    .values({
      id: lot.id,
      product_id: lot.productId,
      lot_number: lot.lotNumber,
      expires_on: lot.expiresOn,
      added_at: lot.addedAt,
      added_by: lot.addedBy,
    })
    .execute();
}

/** Ampoules came, or went. */
export interface LotMovement {
  readonly lotId: LotId;
  readonly kind: StockMovement;
  /** 1 or more. */
  readonly ampoules: number;
  /** The session that used them; null for everything else. */
  readonly sessionId: SessionId | null;
  readonly reason: string;
  readonly movedAt: Instant;
  readonly movedBy: PersonId;
}

export async function insertMovement(trx: Transaction<Database>, movement: LotMovement): Promise<void> {
  await trx
    .insertInto('lot_movements')
    .values({
      lot_id: movement.lotId,
      kind: movement.kind,
      ampoules: movement.ampoules,
      session_id: movement.sessionId,
      reason: movement.reason,
      moved_at: movement.movedAt,
      moved_by: movement.movedBy,
    })
    .execute();
}

/** How many ampoules moved, by lot and kind. */
export async function readMovements(
  db: Kysely<Database>,
): Promise<readonly { readonly lotId: LotId; readonly kind: StockMovement; readonly ampoules: number }[]> {
  const rows = await db
    .selectFrom('lot_movements')
    .select((eb) => ['lot_id', 'kind', eb.fn.sum<number>('ampoules').as('ampoules')])
    .groupBy(['lot_id', 'kind'])
    .execute();
  return rows.map((row) => ({ lotId: row.lot_id, kind: row.kind, ampoules: row.ampoules }));
}

export async function insertRecall(
  trx: Transaction<Database>,
  recall: {
    readonly lotId: LotId;
    readonly reason: string;
    readonly recalledAt: Instant;
    readonly recalledBy: PersonId;
  },
): Promise<void> {
  await trx
    .insertInto('lot_recalls')
    .values({
      lot_id: recall.lotId,
      reason: recall.reason,
      recalled_at: recall.recalledAt,
      recalled_by: recall.recalledBy,
    })
    .execute();
}
