import { describe, expect, test } from 'vitest';
import { ampoulesLeft } from '../../../../shared/domain/stock/ampoules-left.ts';
import { outOfStock } from '../../../../shared/domain/stock/out-of-stock.ts';
import { idOf } from '../../../../shared/kernel/ids.ts';
import { calendarDate } from '../../../../shared/kernel/time.ts';

describe('the ampoules that should be left', () => {
  test('are not known while none were counted in', () => {
    expect(ampoulesLeft([])).toBeNull();
    expect(ampoulesLeft([{ kind: 'used', ampoules: 3 }])).toBeNull();
  });

  test('are below zero where more was used than ever came, so that it is seen', () => {
    expect(
      ampoulesLeft([
        { kind: 'received', ampoules: 2 },
        { kind: 'used', ampoules: 3 },
      ]),
    ).toBe(-1);
  });
});

describe('C18 what is out of stock', () => {
  const today = calendarDate('2026-11-22');
  const product = { id: idOf<'product'>('p') };
  const lot = { product, expiresOn: calendarDate('2027-01-01'), recalledBecause: null, ampoulesLeft: 5 };

  test('is a product of which only expired, recalled or empty lots are left', () => {
    const expired = { ...lot, expiresOn: calendarDate('2026-11-21') };
    const recalled = { ...lot, recalledBecause: 'particles' };
    const empty = { ...lot, ampoulesLeft: 0 };
    expect([...outOfStock([expired, recalled, empty], today)]).toEqual([product.id]);
    expect(outOfStock([expired, recalled, empty, lot], today).size).toBe(0);
  });

  test('is not a lot in date that nobody counted, nor one on its last day', () => {
    expect(outOfStock([{ ...lot, ampoulesLeft: null }], today).size).toBe(0);
    expect(outOfStock([{ ...lot, expiresOn: today }], today).size).toBe(0);
  });
});
