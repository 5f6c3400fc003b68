import { describe, expect, it } from 'vitest';
import { matchPack } from '../../../../shared/domain/stock/match-pack.ts';
import type { ScannedPack } from '../../../../shared/domain/stock/read-scan.ts';
import { idOf } from '../../../../shared/kernel/ids.ts';
import { calendarDate } from '../../../../shared/kernel/time.ts';

const id = <Kind extends string>(n: number) => idOf<Kind>(`00000000-0000-4000-8000-00000000000${String(n)}`);
const GTIN = '00367850140059';
const pack: ScannedPack = {
  gtin: GTIN,
  ppn: null,
  lotNumber: 'P4506D',
  expiresOn: calendarDate('2027-08-31'),
};
const product = { id: id<'product'>(1), codes: [`gtin:${GTIN}`] };
const other = { id: id<'product'>(2), codes: [] };
const lot = {
  id: id<'lot'>(3),
  product,
  lotNumber: 'P4506D',
  expiresOn: calendarDate('2027-08-31'),
};

describe('a scanned box at the session', () => {
  it('is found by its product and lot', () => {
    const match = matchPack(pack, { products: [product, other], lots: [lot] });
    expect(match).toEqual({ kind: 'known', lotId: lot.id, otherExpiry: null });
  });

  it('says where the code names another last day than the stock', () => {
    const earlier = { ...pack, expiresOn: calendarDate('2027-05-31') };
    const match = matchPack(earlier, { products: [product], lots: [lot] });
    expect(match).toMatchObject({ kind: 'known', otherExpiry: '2027-05-31' });
  });

  it('is a new lot where only its product is known', () => {
    const match = matchPack({ ...pack, lotNumber: 'X1' }, { products: [product], lots: [lot] });
    expect(match).toEqual({ kind: 'new', productId: product.id });
    expect(matchPack({ ...pack, lotNumber: null }, { products: [product], lots: [lot] }).kind).toBe('new');
  });

  it('asks for the product where the code is new, though another product has a lot of that number', () => {
    const match = matchPack(pack, { products: [other], lots: [{ ...lot, product: other }] });
    expect(match).toEqual({ kind: 'new', productId: null });
  });
});
