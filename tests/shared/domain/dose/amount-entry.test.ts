import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  amountEntry,
  MG,
  MG_PER_KG,
  ML,
  ML_PER_KG,
  parseAmount,
  PERCENT,
  wholeNumber,
  type AmountUnit,
} from '../../../../shared/domain/dose/amount-entry.ts';

describe('a figure of a profile is read as it is typed', () => {
  test.each<[string, AmountUnit, number]>([
    ['10', ML, 10_000],
    ['0,3', ML, 300],
    [',25', ML, 250],
    ['0.25 mL', ML, 250],
    ['2', MG_PER_KG, 2_000],
    ['1,25 mg/kg', MG_PER_KG, 1_250],
    ['0.25 %', PERCENT, 2_500],
    ['3', PERCENT, 30_000],
    [' 35 ', wholeNumber(1, 100), 35],
  ])('%s', (text, unit, amount) => {
    expect(parseAmount(text, unit)).toEqual({ ok: true, value: amount });
  });

  test.each<[string, AmountUnit, string]>([
    ['', ML, 'empty'],
    ['mL', ML, 'empty'],
    ['two', ML, 'not-a-number'],
    ['1.', ML, 'not-a-number'],
    ['10 mg', ML, 'not-a-number'],
    ['-1', ML, 'negative'],
    ['1.000', ML, 'ambiguous'],
    ['1,000.0', ML, 'ambiguous'],
    ['0.305', ML, 'too-fine'],
    ['0.30001', ML, 'too-fine'],
    ['0', ML, 'too-small'],
    ['100.01', ML, 'too-large'],
    ['9999999999999999999999', ML, 'too-large'],
    ['20.1', MG_PER_KG, 'too-large'],
    ['0.05', PERCENT, 'too-small'],
    ['35.5', wholeNumber(1, 100), 'too-fine'],
  ])('%s is refused, never guessed', (text, unit, error) => {
    expect(parseAmount(text, unit)).toEqual({ ok: false, error });
  });

  test('what is shown is read back as the same amount, with comma and with point', () => {
    fc.assert(
      fc.property(fc.constantFrom(ML, ML_PER_KG, MG, MG_PER_KG, PERCENT), fc.nat(), (unit, n) => {
        const steps = Math.floor((unit.most - unit.least) / unit.step) + 1;
        const amount = unit.least + (n % steps) * unit.step;
        const shown = amountEntry(amount, unit);
        expect(parseAmount(shown, unit)).toEqual({ ok: true, value: amount });
        expect(parseAmount(shown.replace('.', ','), unit)).toEqual({ ok: true, value: amount });
      }),
    );
  });
});
