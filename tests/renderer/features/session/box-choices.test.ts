import { describe, expect, it } from 'vitest';
import { boxChoices, strengthsOutOfStock } from '../../../../renderer/features/session/box-choices.ts';
import { expiryText, foamText, outOfStockText } from '../../../../renderer/text/box-text.ts';
import type { StockLot } from '../../../../shared/contract/stock.ts';
import { idOf } from '../../../../shared/kernel/ids.ts';
import { calendarDate } from '../../../../shared/kernel/time.ts';
import { microgramsPerMillilitre, microlitres } from '../../../../shared/kernel/units.ts';
import { planned, uuid } from './session-fixture.ts';

const today = calendarDate('2026-11-02');

function aLot(n: number, over: Partial<StockLot> = {}, ugPerMl = 10_000): StockLot {
  return {
    id: idOf<'lot'>(uuid(n)),
    product: {
      id: idOf<'product'>(uuid(ugPerMl)),
      name: 'Asclera',
      strengthUgPerMl: microgramsPerMillilitre(ugPerMl),
      ampouleUl: microlitres(2_000),
    },
    lotNumber: `L${String(n)}`,
    expiresOn: calendarDate('2027-06-30'),
    recalledBecause: null,
    ampoulesLeft: 10,
    openedToday: false,
    ...over,
  };
}

/** The plan means 1 % today. */
const due = [planned(5, 5, 300)];
const choose = (lots: readonly StockLot[], opened: readonly StockLot[] = []) =>
  boxChoices({ lots, due, today, opened: new Set(opened.map(({ id }) => id)) });
const groups = (...args: Parameters<typeof choose>) =>
  choose(...args).map(({ lot, group }) => `${lot.lotNumber} ${group}`);

describe('which box', () => {
  it('puts the open ones first, then what was opened today elsewhere, then the first to expire', () => {
    const open = aLot(1);
    const late = aLot(2, { expiresOn: calendarDate('2028-01-31') });
    const soon = aLot(3, { expiresOn: calendarDate('2026-12-31') });
    const elsewhere = aLot(4, { openedToday: true });
    expect(groups([late, soon, elsewhere, open], [open])).toEqual([
      'L1 here',
      'L4 today',
      'L3 stock',
      'L2 stock',
    ]);
  });

  it('shows what is expired or recalled, opened or not, and lets nobody draw it', () => {
    const expired = aLot(1, { expiresOn: calendarDate('2026-11-01') });
    const recalled = aLot(2, { recalledBecause: 'glass splinters' });
    const choices = choose([expired, recalled], [recalled]);
    expect(choices.map(({ group, unusable }) => [group, unusable])).toEqual([
      ['not-to-be-drawn', 'expired'],
      ['not-to-be-drawn', 'recalled'],
    ]);
  });

  it('still lets a lot be drawn on its last day', () => {
    expect(groups([aLot(1, { expiresOn: today })])).toEqual(['L1 stock']);
    expect(expiryText(today, today)).toBe('last day today');
    expect(expiryText(calendarDate('2026-11-01'), today)).toBe('expired 1 Nov 2026');
    expect(expiryText(calendarDate('2026-11-18'), today)).toBe('until 18 Nov 2026, 16\u00a0days');
  });

  it('sets a strength apart that the plan means for nothing today', () => {
    expect(groups([aLot(1, {}, 5_000), aLot(2)])).toEqual(['L2 stock', 'L1 other-strength']);
  });

  it('counts expired-only as out of stock, and says of which strength', () => {
    const expired = aLot(1, { expiresOn: calendarDate('2026-11-01') });
    expect(strengthsOutOfStock(choose([expired, aLot(2, {}, 5_000)]), due)).toEqual([10_000]);
    expect(strengthsOutOfStock(choose([]), due)).toEqual([10_000]);
    expect(strengthsOutOfStock(choose([expired, aLot(3)]), due)).toEqual([]);
    expect(outOfStockText([10_000])).toContain('Nothing of 1\u00a0%');
  });

  it('says what a millilitre of foam holds, never less than it does', () => {
    const strengthUgPerMl = microgramsPerMillilitre(10_000);
    expect(foamText({ form: 'liquid', strengthUgPerMl })).toBeNull();
    expect(foamText({ form: 'foam', strengthUgPerMl, gasParts: 4 })).toContain(
      '0.2\u00a0mL of liquid: 2.0\u00a0mg',
    );
    expect(foamText({ form: 'foam', strengthUgPerMl, gasParts: 5 })).toContain(
      '0.167\u00a0mL of liquid: 1.7\u00a0mg',
    );
  });
});
