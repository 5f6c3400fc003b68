import { describe, expect, it } from 'vitest';
import { samePreparation } from '../../../../shared/domain/dose/ledger.ts';
import { foam, liquid } from './examples.ts';

describe('the agent in a syringe', () => {
  it('is the same whatever the volume', () => {
    expect(samePreparation(liquid(50, 100), liquid(50, 300))).toBe(true);
    expect(samePreparation(foam(100, 4, 100), foam(100, 4, 2_000))).toBe(true);
  });

  it.each([
    ['another strength', liquid(50, 0), liquid(100, 0)],
    ['another strength of foam', foam(100, 4, 0), foam(200, 4, 0)],
    ['foam instead of liquid', liquid(100, 0), foam(100, 4, 0)],
    ['liquid instead of foam', foam(100, 4, 0), liquid(100, 0)],
    ['foam with more gas', foam(100, 3, 0), foam(100, 4, 0)],
  ])('is another one with %s', (_, a, b) => {
    expect(samePreparation(a, b)).toBe(false);
  });
});
