import { describe, expect, it } from 'vitest';
import { matchPack, otherExpiryOf } from '../../../../shared/domain/stock/match-pack.ts';
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

  it('asks whether it is a lot of that number, of whatever product, where the code is new', () => {
    const alike = { ...lot, id: id<'lot'>(4), product: other };
    const unknown = { ...product, codes: [] };
    const match = matchPack(pack, { products: [unknown, other], lots: [lot, alike] });
    expect(match).toEqual({ kind: 'same-number', lotIds: [lot.id, alike.id] });
    expect(otherExpiryOf({ expiresOn: calendarDate('2027-05-31') }, lot)).toBe('2027-05-31');
    expect(otherExpiryOf({ expiresOn: null }, lot)).toBeNull();
  });

  it('is a new lot of its product where only another product has a lot of that number', () => {
    const match = matchPack(pack, { products: [product, other], lots: [{ ...lot, product: other }] });
    expect(match).toEqual({ kind: 'new', productId: product.id });
  });

  it('is found though its number was typed without capitals or with a blank, the exact one first', () => {
    const typed = { ...lot, id: id<'lot'>(5), lotNumber: 'p 4506d' };
    expect(matchPack(pack, { products: [product], lots: [typed] })).toMatchObject({ lotId: typed.id });
    expect(matchPack(pack, { products: [product], lots: [typed, lot] })).toMatchObject({ lotId: lot.id });
  });
});
