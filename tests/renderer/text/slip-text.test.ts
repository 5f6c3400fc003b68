import { describe, expect, it } from 'vitest';
import { slipText } from '../../../renderer/text/slip-text.ts';
import type { DoseSlip } from '../../../shared/domain/dose/dose-slip.ts';

const text = (volumeUl: number, expectedUl: number, over: Partial<DoseSlip> = {}) =>
  slipText(
    {
      against: 'plan',
      direction: volumeUl > expectedUl ? 'more' : 'less',
      volumeUl,
      expectedUl,
      samples: null,
      ...over,
    },
    'L5',
  ).replaceAll('\u00a0', ' ');

describe('a slip in words', () => {
  it('names both numbers, with their decimal points', () => {
    expect(text(3_000, 300)).toBe('3.0 mL is ten times the 0.3 mL planned for L5');
    expect(text(30, 300)).toBe('0.03 mL is a tenth of the 0.3 mL planned for L5');
  });

  it('never claims a ratio that is not quite so', () => {
    expect(text(2_600, 300)).toBe('2.6 mL is over eight times the 0.3 mL planned for L5');
    expect(text(20, 210)).toBe('0.02 mL is less than a tenth of the 0.21 mL planned for L5');
    expect(text(20, 250)).toBe('0.02 mL is less than one 12th of the 0.25 mL planned for L5');
    expect(text(5_000, 100)).toBe('5.0 mL is 50 times the 0.1 mL planned for L5');
    expect(text(10, 300)).toBe('0.01 mL is one 30th of the 0.3 mL planned for L5');
  });

  it('says what custom it was held against', () => {
    expect(text(3_000, 300, { against: 'usual', samples: 24 })).toBe(
      '3.0 mL for L5 is ten times what you usually give such a vein: 0.3 mL, by 24 of your own',
    );
  });
});
