import { expect, it } from 'vitest';
import { firstDifferenceUl } from '../../../../shared/domain/session/closing.ts';
import { idOf } from '../../../../shared/kernel/ids.ts';
import { microlitres } from '../../../../shared/kernel/units.ts';

const SMALL = { id: idOf<'lot'>('small'), product: { ampouleUl: microlitres(2_000) } };
const LARGE = { id: idOf<'lot'>('large'), product: { ampouleUl: microlitres(5_000) } };

it('counts the ampoules of each box by what one of them holds', () => {
  const count = (lotId: typeof SMALL.id, ampoulesOpened: number, injectedUl: number, wastedUl: number) => ({
    lotId,
    ampoulesOpened,
    injectedUl: microlitres(injectedUl),
    wastedUl: microlitres(wastedUl),
  });
  const difference = (...counts: readonly ReturnType<typeof count>[]) =>
    firstDifferenceUl(counts, [SMALL, LARGE]);
  expect(difference(count(SMALL.id, 2, 3_500, 500), count(LARGE.id, 1, 4_000, 1_000))).toBe(0);
  expect(difference(count(SMALL.id, 2, 3_500, 500), count(LARGE.id, 1, 1_000, 1_000))).toBe(3_000);
  expect(difference(count(SMALL.id, 1, 3_500, 500), count(LARGE.id, 1, 1_000, 1_000))).toBe(-2_000);
});
