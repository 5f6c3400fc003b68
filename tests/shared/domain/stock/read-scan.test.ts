import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isGtin } from '../../../../shared/domain/stock/gtin.ts';
import { readScan, type ScanSettings } from '../../../../shared/domain/stock/read-scan.ts';
import { calendarDate } from '../../../../shared/kernel/time.ts';

const GS = '\u001d';
const GTIN = '00367850140059';
const SETTINGS: ScanSettings = {
  today: calendarDate('2026-11-22'),
  separator: null,
  sendsSeparators: false,
};
const read = (typed: string, settings: Partial<ScanSettings> = {}) =>
  readScan(typed, { ...SETTINGS, ...settings });
const pack = (over: object = {}) => ({
  kind: 'read',
  pack: { gtin: GTIN, ppn: null, lotNumber: 'PK7733', expiresOn: '2027-08-31', ...over },
});

describe('the check digit', () => {
  test('tells a right number from one with a wrong digit', () => {
    expect(isGtin(GTIN)).toBe(true);
    expect(isGtin('00367850140056')).toBe(false);
    expect(isGtin('0367850140059')).toBe(false);
  });
});

describe('the code on a box', () => {
  test('gives product, lot and expiry, whatever comes first', () => {
    expect(read(`01${GTIN}1727083110PK7733`)).toEqual(pack());
    expect(read(`01${GTIN}10PK7733${GS}17270831`)).toEqual(pack());
    expect(read(`10PK7733${GS}1727083101${GTIN}`)).toEqual(pack());
  });

  test('is read with the prefix that some scanners send, and in brackets as it is printed', () => {
    expect(read(`]d201${GTIN}1727083110PK7733`)).toEqual(pack());
    expect(read(`${GS}01${GTIN}1727083110PK7733`)).toEqual(pack());
    expect(read(`(01)${GTIN}(17)270831(10)PK7733`)).toEqual(pack());
  });

  test('is read with the separator as Alt+029 or as the key that the clinic agreed on', () => {
    expect(read(`01${GTIN}10PK7733Alt+02917270831`)).toEqual(pack());
    expect(read(`01${GTIN}10PK7733~17270831`, { separator: '~' })).toEqual(pack());
  });

  test('ends a month on its last day where the day is 00', () => {
    expect(read(`01${GTIN}1728020010PK7733`)).toEqual(pack({ expiresOn: '2028-02-29' }));
  });

  test('reads a year of two figures within half a century', () => {
    expect(read(`01${GTIN}1776083110PK7733`)).toEqual(pack({ expiresOn: '2076-08-31' }));
    expect(read(`01${GTIN}1777083110PK7733`)).toEqual(pack({ expiresOn: '1977-08-31' }));
  });

  test('skips the serial number', () => {
    expect(read(`01${GTIN}21A9${GS}1727083110PK7733`)).toEqual(pack());
  });

  test('of the German pharmacies is read as well', () => {
    expect(read(`[)>\u001e06${GS}9N110375286414${GS}1TPK7733${GS}D270831${GS}S12\u001e\u0004`)).toEqual(
      pack({ gtin: null, ppn: '110375286414' }),
    );
  });
});

describe('a lost separator', () => {
  test('is asked about where the lot could end in two places', () => {
    const reading = read(`01${GTIN}10PK21A17270831`);
    expect(reading.kind).toBe('ambiguous');
    const lots = reading.kind === 'ambiguous' ? reading.packs.map(({ lotNumber }) => lotNumber) : [];
    expect(lots).toContain('PK');
    expect(lots).toContain('PK21A');
    expect(lots).toContain('PK21A17270831');
  });

  test('is not asked about where the lot can end in one place only', () => {
    expect(read(`01${GTIN}1727083110PK7733`)).toEqual(pack());
  });

  test('is not asked about where the scanner is known to send separators', () => {
    expect(read(`01${GTIN}1727083110PK2177`, { sendsSeparators: true })).toEqual(
      pack({ lotNumber: 'PK2177' }),
    );
  });

  test('never makes a lot that is not on the box the only reading', () => {
    const lots = fc.stringMatching(/^[A-Z0-9]{1,12}$/);
    fc.assert(
      fc.property(lots, fc.boolean(), (lot, expiryFirst) => {
        const typed = expiryFirst ? `01${GTIN}1727083110${lot}` : `01${GTIN}10${lot}17270831`;
        const reading = read(typed);
        const told =
          reading.kind === 'read' ? [reading.pack] : reading.kind === 'ambiguous' ? reading.packs : [];
        expect(told.map(({ lotNumber }) => lotNumber)).toContain(lot);
      }),
    );
  });
});

describe('what is no code of a pack', () => {
  test('is said to be none', () => {
    const none = { kind: 'unreadable', because: 'not-a-pack-code' };
    expect(read('')).toEqual(none);
    expect(read('4012345678901')).toEqual(none);
    expect(read('https://example.org/01')).toEqual(none);
    expect(read('10PK7733')).toEqual(none);
    expect(read('[)>rubbish')).toEqual(none);
  });

  test('is refused with a wrong digit, or a day that does not exist', () => {
    expect(read('01003678501400561727083110PK7733')).toEqual({
      kind: 'unreadable',
      because: 'wrong-check-digit',
    });
    expect(read(`01${GTIN}1727023110A`)).toEqual({ kind: 'unreadable', because: 'no-such-day' });
  });

  test('never breaks the reader', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (typed) => {
        expect(['read', 'ambiguous', 'unreadable']).toContain(read(typed).kind);
      }),
    );
  });
});
