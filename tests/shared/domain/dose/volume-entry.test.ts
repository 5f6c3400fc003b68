import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseVolumeMl } from '../../../../shared/domain/dose/volume-entry.ts';

describe('a volume as people type it', () => {
  it.each([
    ['0.3', 300],
    ['0,3', 300],
    [',3', 300],
    ['.25', 250],
    ['0.3 ml', 300],
    ['0,3 mL', 300],
    ['0.3ml', 300],
    [' 0.30 ', 300],
    ['2', 2_000],
    ['2.5', 2_500],
    ['20', 20_000],
    ['300 µl', 300],
    ['300 μL', 300],
    ['300ul', 300],
    ['+0.1', 100],
    ['0.01', 10],
  ])('reads %j as %i µL', (text, volumeUl) => {
    expect(parseVolumeMl(text)).toEqual({ ok: true, value: volumeUl });
  });

  it.each([
    ['', 'volume/empty'],
    ['   ', 'volume/empty'],
    ['abc', 'volume/not-a-number'],
    ['0.3 mg', 'volume/not-a-number'],
    ['.', 'volume/not-a-number'],
    ['3.', 'volume/not-a-number'],
    ['1e3', 'volume/not-a-number'],
    ['0x10', 'volume/not-a-number'],
    ['1/2', 'volume/not-a-number'],
    ['NaN', 'volume/not-a-number'],
    ['Infinity', 'volume/not-a-number'],
    ['-0.3', 'volume/negative'],
    ['0', 'volume/zero'],
    ['0,00', 'volume/zero'],
    ['1.000', 'volume/ambiguous'],
    ['1,250', 'volume/ambiguous'],
    ['1.000,5', 'volume/ambiguous'],
    ['0,3,1', 'volume/ambiguous'],
    ['1.000 µl', 'volume/ambiguous'],
    ['0.305', 'volume/too-fine'],
    ['0.3001', 'volume/too-fine'],
    ['305 µl', 'volume/too-fine'],
    ['300.5 µl', 'volume/too-fine'],
    ['0.300', 'volume/too-fine'],
    ['0,2500', 'volume/too-fine'],
    ['300.0 µl', 'volume/too-fine'],
    ['05', 'volume/ambiguous'],
    ['007', 'volume/ambiguous'],
    ['00.3', 'volume/ambiguous'],
    ['0300 µl', 'volume/ambiguous'],
    ['1 000 µl', 'volume/not-a-number'],
    ['0.3 l', 'volume/not-a-number'],
    ['0.3 0.2', 'volume/ambiguous'],
    ['٣', 'volume/not-a-number'],
    ['20.01', 'volume/too-large'],
    ['300', 'volume/too-large'],
    ['99999999999999999999', 'volume/too-large'],
  ])('refuses %j: %s', (text, code) => {
    expect(parseVolumeMl(text)).toMatchObject({ ok: false, error: { code } });
  });

  it('reads back every step of a syringe, with point and comma', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000 }), fc.constantFrom('.', ','), (steps, separator) => {
        const hundredths = String(steps % 100).padStart(2, '0');
        const text = `${String(Math.floor(steps / 100))}${separator}${hundredths}`;
        expect(parseVolumeMl(text)).toEqual({ ok: true, value: steps * 10 });
      }),
    );
  });

  it('never changes a number: what it reads is what the digits say', () => {
    const digits = fc.stringMatching(/^\d{0,4}([.,]\d{0,5})?( ?(ml|µl))?$/);
    fc.assert(
      fc.property(digits, (text) => {
        const result = parseVolumeMl(text);
        if (!result.ok) return;
        const scale = text.endsWith('µl') ? 1 : 1_000;
        expect(result.value / scale).toBeCloseTo(Number.parseFloat(text.replace(',', '.')), 9);
        expect(result.value % 10).toBe(0);
      }),
      { numRuns: 2_000 },
    );
  });

  it('refuses every text with more digits than a syringe shows, zeros as well', () => {
    const tooMany = fc.tuple(
      fc.integer({ min: 0, max: 19 }),
      fc.constantFrom('.', ','),
      fc.stringMatching(/^\d{3,6}$/),
      fc.constantFrom('', ' ml', 'mL'),
    );
    fc.assert(
      fc.property(tooMany, ([whole, separator, fraction, unit]) => {
        const result = parseVolumeMl(`${String(whole)}${separator}${fraction}${unit}`);
        expect(result.ok).toBe(false);
      }),
    );
  });

  it('a point that was forgotten is never read as ten or a hundred times the volume', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), (hundredths) => {
        const meant = `0.${String(hundredths).padStart(2, '0')}`;
        expect(parseVolumeMl(meant)).toMatchObject({ ok: true, value: hundredths * 10 });
        expect(parseVolumeMl(meant.replace('.', '')).ok).toBe(false);
      }),
    );
  });

  it('answers any text at all', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof parseVolumeMl(text).ok === 'boolean'));
  });
});
