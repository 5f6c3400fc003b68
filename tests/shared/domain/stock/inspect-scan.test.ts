import { describe, expect, test } from 'vitest';
import { isGtin } from '../../../../shared/domain/stock/gtin.ts';
import { inspectScan, type ScanBurst } from '../../../../shared/domain/stock/inspect-scan.ts';
import { readScan, type ScanSettings } from '../../../../shared/domain/stock/read-scan.ts';
import { TEST_CODE, TEST_GTIN } from '../../../../shared/domain/stock/test-code.ts';
import { calendarDate } from '../../../../shared/kernel/time.ts';

const GS = '\u001d';
const BOX = '01003678501400591727083110PK7733';
const SETTINGS: ScanSettings = {
  today: calendarDate('2026-11-22'),
  separator: null,
  sendsSeparators: false,
};
const inspect = (typed: string, over: Partial<ScanBurst> = {}, settings: Partial<ScanSettings> = {}) =>
  inspectScan({ typed, end: 'Enter', slowestGapMs: 8, otherKeys: [], ...over }, { ...SETTINGS, ...settings });

/** What a computer with a German keyboard makes of a scanner set to an American one, key by key. */
const GERMAN: Readonly<Record<string, string>> = { Z: 'Y', Y: 'Z', '-': 'ß', '/': '-', ']': '+' };
/** The same with a French one. */
const FRENCH: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Array.from('0123456789', (digit, n) => [digit, 'à&é"\'(-è_ç'.charAt(n)])),
  ...{ Z: 'W', a: 'q', Q: 'A', '-': ')', '/': '!', ']': '$' },
};
const turnedBy = (keys: Readonly<Record<string, string>>, text: string) =>
  Array.from(text, (key) => keys[key] ?? key).join('');

describe('the test code of the set-up', () => {
  test('names a product that cannot be: a right check digit under a prefix of restricted circulation', () => {
    expect(isGtin(TEST_GTIN)).toBe(true);
    expect(TEST_GTIN).toMatch(/^02/);
  });

  test('is no box wherever a box is scanned, with or without its separator', () => {
    const none = { kind: 'unreadable', because: 'test-code' };
    expect(readScan(TEST_CODE, SETTINGS)).toEqual(none);
    expect(readScan(`]C1${TEST_CODE}`, SETTINGS)).toEqual(none);
    expect(readScan(TEST_CODE.replace(GS, ''), SETTINGS)).toEqual(none);
    expect(readScan(turnedBy(GERMAN, TEST_CODE), SETTINGS).kind).toBe('unreadable');
  });

  test('that arrives as it is shown leaves nothing to say, and names what stands in it', () => {
    const all = inspect(`]C1${TEST_CODE}`);
    expect(all).toMatchObject({ prefix: ']C1', separators: 'ascii-29', isTestCode: true, findings: [] });
    expect(all.elements).toEqual([
      ['01', TEST_GTIN],
      ['17', '200131'],
      ['10', 'ZY-aQ/7'],
      ['21', '42'],
    ]);
    expect(inspect(TEST_CODE.replace(GS, 'Alt+029'))).toMatchObject({ separators: 'alt-029', findings: [] });
    expect(inspect(TEST_CODE.replace(GS, '~'), {}, { separator: '~' })).toMatchObject({
      separators: 'agreed',
      findings: [],
    });
  });

  test('tells that the separator was lost, or which key came in its place', () => {
    const lost = inspect(TEST_CODE.replace(GS, ''));
    expect(lost.findings).toEqual([{ kind: 'separator-lost', isSure: true }]);
    expect(inspect(TEST_CODE.replace(GS, '~')).findings).toEqual([{ kind: 'separator-typed', as: '~' }]);
  });

  test('tells which keyboard turned it, and Caps Lock', () => {
    expect(inspect(turnedBy(GERMAN, `]C1${TEST_CODE}`)).findings).toEqual([{ kind: 'turned', by: 'german' }]);
    expect(inspect(turnedBy(FRENCH, TEST_CODE)).findings).toEqual([{ kind: 'turned', by: 'french' }]);
    expect(inspect(TEST_CODE.replace('ZY-aQ', 'zy-Aq')).findings).toEqual([
      { kind: 'turned', by: 'caps-lock' },
    ]);
    expect(inspect(turnedBy(FRENCH, TEST_CODE).replace(GS, ''))).toMatchObject({
      isTestCode: true,
      findings: [{ kind: 'turned', by: 'french' }, { kind: 'separator-lost' }],
    });
  });

  test('tells from where on it differs in another way', () => {
    expect(inspect(TEST_CODE.replace('ZY', 'XY')).findings).toEqual([{ kind: 'not-as-shown', at: 26 }]);
  });
});

describe('a box that is scanned to try', () => {
  test('is read as everywhere else', () => {
    expect(inspect(BOX)).toMatchObject({
      prefix: null,
      separators: 'none',
      isTestCode: false,
      reading: { kind: 'read', pack: { lotNumber: 'PK7733', expiresOn: '2027-08-31' } },
      findings: [],
    });
    expect(inspect(`]d2${BOX}`).prefix).toBe(']d2');
  });

  test('tells of a lost separator where it can be read in several ways, and shows none of them as found', () => {
    const lost = inspect('010036785014005910PK21A17270831');
    expect(lost.findings).toEqual([{ kind: 'separator-lost', isSure: false }]);
    expect(lost.elements).toEqual([]);
  });

  test('tells of a keyboard that turns its keys only where the code cannot be read as it came', () => {
    expect(inspect(turnedBy(FRENCH, BOX)).findings).toEqual([{ kind: 'turned', by: 'french' }]);
    expect(inspect(`+d2${BOX}`).findings).toEqual([{ kind: 'turned', by: 'german' }]);
    expect(inspect('https://example.org/01').findings).toEqual([]);
  });

  test('tells of keys that come slowly, a missing Enter, too few keys, and keys that are no character', () => {
    expect(inspect(BOX, { slowestGapMs: 51 }).findings).toEqual([{ kind: 'too-slow' }]);
    expect(inspect(BOX, { slowestGapMs: 50 }).findings).toEqual([]);
    expect(inspect(BOX, { end: 'Tab' }).findings).toEqual([{ kind: 'no-enter', end: 'Tab' }]);
    expect(inspect(BOX, { end: null }).findings).toEqual([{ kind: 'no-enter', end: null }]);
    expect(inspect('0100367').findings).toEqual([{ kind: 'too-short' }]);
    expect(inspect(BOX, { otherKeys: ['F8'] }).findings).toEqual([{ kind: 'other-keys' }]);
  });
});
