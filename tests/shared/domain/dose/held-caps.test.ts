import { describe, expect, test } from 'vitest';
import { heldCaps, tightestCap } from '../../../../shared/domain/dose/held-caps.ts';
import { STRICTEST } from '../../../../shared/domain/dose/profiles/strictest.ts';
import { idOf } from '../../../../shared/kernel/ids.ts';
import { instantOf } from '../../../../shared/kernel/time.ts';
import { grams } from '../../../../shared/kernel/units.ts';

const WEIGHT = { weightG: grams(44_000) };
const SURGEON = idOf<'person'>('a surgeon');

function tighter(limitId: string, amount: number) {
  return { limitId, amount, setBy: SURGEON, setAt: instantOf(0), reason: null };
}

const figures = (caps: ReturnType<typeof heldCaps>) =>
  caps.map(({ limit, amount, tighterBy }) => [limit.id, amount, tighterBy]);

describe('the caps that a session was held against', () => {
  test('are the hard ones on all that is given, for the weight of the day', () => {
    expect(figures(heldCaps(STRICTEST.limits, [], WEIGHT))).toEqual([
      ['mass-24h', 88_000, null],
      ['session-volume', 10_000, null],
      ['foam-session', 10_000, null],
      ['foam-24h', 10_000, null],
    ]);
  });

  test('what a surgeon set tighter holds and names the surgeon; what is wider than the profile does not', () => {
    const set = [tighter('mass-24h', 80_000), tighter('session-volume', 12_000)];
    expect(figures(heldCaps(STRICTEST.limits, set, WEIGHT)).slice(0, 2)).toEqual([
      ['mass-24h', 80_000, SURGEON],
      ['session-volume', 10_000, null],
    ]);
  });

  test('of two on one quantity the one with less room binds', () => {
    const caps = heldCaps(STRICTEST.limits, [tighter('foam-24h', 6_000)], WEIGHT);
    expect(tightestCap(caps, 'foam-volume')).toMatchObject({ amount: 6_000, tighterBy: SURGEON });
    expect(tightestCap(caps, 'liquid-volume')).toBeNull();
  });
});
