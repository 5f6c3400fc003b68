import { describe, expect, test } from 'vitest';
import { closeSession, recordInjection } from '../../electron/services/sessions.ts';
import {
  addLot,
  addProduct,
  correctStock,
  learnCode,
  readStock,
  recallLot,
} from '../../electron/services/stock.ts';
import type { AddLot } from '../../shared/contract/stock.ts';
import { TEST_GTIN } from '../../shared/domain/stock/test-code.ts';
import type { LotId, ProductId } from '../../shared/kernel/ids.ts';
import { calendarDate } from '../../shared/kernel/time.ts';
import { microgramsPerMillilitre, microlitres } from '../../shared/kernel/units.ts';
import { failureOf, valueOf } from '../db/temporary-database.ts';
import { core } from '../support/core.ts';
import { aLot, closing, injection, openedSession } from '../support/treatment.ts';

type Core = Awaited<ReturnType<typeof core>>;

const CODE = 'gtin:00367850140059';

const productsOf = async (at: Core): Promise<readonly [ProductId, ProductId]> => {
  const [a, b] = valueOf(await readStock(at.as('nurse'))).products;
  if (!a || !b) throw new Error('the clinic has no products');
  return [a.id, b.id];
};

const lotOf = (productId: ProductId, over: Partial<AddLot> = {}): AddLot => ({
  productId,
  lotNumber: 'A1',
  expiresOn: calendarDate('2027-01-01'),
  ampoules: null,
  code: null,
  ...over,
});

const leftOf = async (at: Core, id: LotId) =>
  valueOf(await readStock(at.as('nurse'))).lots.find((lot) => lot.id === id)?.ampoulesLeft;

describe('lots', () => {
  test('the first-expiring lot comes first, and a recall shows its reason', async () => {
    const at = await core();
    const late = await aLot(at, { expiresOn: '2028-01-01' });
    const soon = await aLot(at, { expiresOn: '2026-12-01' });
    valueOf(await recallLot(at.as('nurse'), { lotId: late, reason: 'particles' }));
    const { lots } = valueOf(await recallLot(at.as('nurse'), { lotId: late, reason: 'again' }));
    expect(lots.map(({ id, recalledBecause }) => [id, recalledBecause])).toEqual([
      [soon, null],
      [late, 'particles'],
    ]);
  });

  test('a lot number is entered once for a product', async () => {
    const at = await core();
    const [product] = await productsOf(at);
    valueOf(await addLot(at.as('nurse'), lotOf(product)));
    expect(failureOf(await addLot(at.as('nurse'), lotOf(product)))).toEqual({ code: 'lot/already-known' });
  });
});

describe('the code of a box', () => {
  test('names its product from the first lot on', async () => {
    const at = await core();
    const [product] = await productsOf(at);
    valueOf(await addLot(at.as('nurse'), lotOf(product, { code: CODE })));
    const stock = valueOf(await addLot(at.as('nurse'), lotOf(product, { lotNumber: 'A2', code: CODE })));
    expect(stock.products.find(({ id }) => id === product)?.codes).toEqual([CODE]);
  });

  test('is not taken for another product, and nothing of the lot is kept then', async () => {
    const at = await core();
    const [product, other] = await productsOf(at);
    valueOf(await addLot(at.as('nurse'), lotOf(product, { code: CODE })));
    const wrong = await addLot(at.as('nurse'), lotOf(other, { lotNumber: 'B1', code: CODE }));
    expect(failureOf(wrong)).toEqual({ code: 'product/code-of-another' });
    expect(valueOf(await readStock(at.as('nurse'))).lots).toHaveLength(1);
  });

  test('of a lot in stock is learned: with who said so, and without another expiry for the lot', async () => {
    const at = await core();
    const [product] = await productsOf(at);
    const [lot] = valueOf(await addLot(at.as('nurse'), lotOf(product))).lots;
    if (!lot) throw new Error('no lot');
    const input = { lotId: lot.id, code: CODE, packExpiresOn: calendarDate('2026-12-31') };
    const stock = valueOf(await learnCode(at.as('nurse'), input));
    expect(stock.products.find(({ id }) => id === product)?.codes).toEqual([CODE]);
    expect(stock.lots).toEqual([lot]);
    expect(at.changes).toContainEqual({ topic: 'stock', id: product });
    const learned = async () =>
      (await at.database.db.selectFrom('audit').selectAll().execute()).filter(
        ({ action }) => action === 'product/learn-code',
      );
    const [row] = await learned();
    expect(row?.person_id).toBe(at.people.nurse.id);
    expect(row?.after).toContain('2026-12-31');
    valueOf(await learnCode(at.as('nurse'), input));
    expect(await learned()).toHaveLength(1);
  });

  test('is not learned for a lot of another product', async () => {
    const at = await core();
    const [product, other] = await productsOf(at);
    valueOf(await addLot(at.as('nurse'), lotOf(product, { code: CODE })));
    const { lots } = valueOf(await addLot(at.as('nurse'), lotOf(other)));
    const lot = lots.find((each) => each.product.id === other);
    if (!lot) throw new Error('no lot');
    const wrong = await learnCode(at.as('nurse'), { lotId: lot.id, code: CODE, packExpiresOn: null });
    expect(failureOf(wrong)).toEqual({ code: 'product/code-of-another' });
  });

  test('that the program shows to try a scanner with never gets into stock', async () => {
    const at = await core();
    const [product] = await productsOf(at);
    const code = `gtin:${TEST_GTIN}`;
    const lotId = await aLot(at);
    const before = valueOf(await readStock(at.as('nurse')));
    expect(failureOf(await addLot(at.as('nurse'), lotOf(product, { code })))).toEqual({
      code: 'product/test-code',
    });
    expect(failureOf(await learnCode(at.as('nurse'), { lotId, code, packExpiresOn: null }))).toEqual({
      code: 'product/test-code',
    });
    expect(valueOf(await readStock(at.as('nurse')))).toEqual(before);
  });
});

describe('ampoules', () => {
  test('that came, were used in a session, thrown away or missing leave the rest', async () => {
    const at = await core();
    const open = await openedSession(at);
    expect(await leftOf(at, open.lotId)).toBeNull();
    const moved = (kind: 'received' | 'disposed' | 'found' | 'missing', ampoules: number) =>
      correctStock(at.as('nurse'), { lotId: open.lotId, kind, ampoules, reason: 'counted' });
    valueOf(await moved('received', 20));
    valueOf(await recordInjection(at.as('nurse'), injection(open)));
    valueOf(
      await closeSession(at.as('nurse'), closing(open.session.opening.id, { injectedUl: 300 }, open.lotId)),
    );
    expect(await leftOf(at, open.lotId)).toBe(19);
    valueOf(await moved('disposed', 2));
    valueOf(await moved('missing', 1));
    valueOf(await moved('found', 3));
    expect(await leftOf(at, open.lotId)).toBe(19);
  });

  test('are counted in with the lot', async () => {
    const at = await core();
    const [product] = await productsOf(at);
    const { lots } = valueOf(await addLot(at.as('nurse'), lotOf(product, { ampoules: 10 })));
    expect(lots.map(({ ampoulesLeft }) => ampoulesLeft)).toEqual([10]);
  });
});

describe('a product', () => {
  test('that the clinic has not had before is taken in once', async () => {
    const at = await core();
    const asclera = {
      name: 'Asclera',
      strengthUgPerMl: microgramsPerMillilitre(5_000),
      ampouleUl: microlitres(2_000),
    };
    const { products } = valueOf(await addProduct(at.as('nurse'), asclera));
    expect(products).toContainEqual(expect.objectContaining({ ...asclera, codes: [] }));
    const again = await addProduct(at.as('nurse'), { ...asclera, name: 'asclera' });
    expect(failureOf(again)).toEqual({ code: 'product/already-known' });
  });
});
