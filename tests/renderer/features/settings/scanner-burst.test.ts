import { describe, expect, it } from 'vitest';
import { ended, withKey, type OpenBurst } from '../../../../renderer/features/settings/scanner/burst.ts';
import { piecesOf } from '../../../../renderer/features/settings/scanner/key-row.tsx';
import { verdictText } from '../../../../renderer/text/scanner-text.ts';
import { inspectScan, type ScanBurst } from '../../../../shared/domain/stock/inspect-scan.ts';
import { TEST_CODE } from '../../../../shared/domain/stock/test-code.ts';
import { calendarDate } from '../../../../shared/kernel/time.ts';

const PLAIN = { code: '', ctrlKey: false, altKey: false, metaKey: false };
const F8 = { ...PLAIN, key: 'F8' };
const keysOf = (text: string) => Array.from(text, (key) => ({ ...PLAIN, key }));

/** Keys that come so many milliseconds apart. */
const typed = (keys: readonly (typeof F8)[], apartMs: number) =>
  keys.reduce<OpenBurst | null>((burst, key, place) => withKey(burst, key, place * apartMs), null);

describe('a burst of keys', () => {
  it('is kept with its slowest gap and its end, also where it is too slow for a scan', () => {
    expect(ended(typed(keysOf('0100'), 120), 'Enter', 400)).toEqual({
      typed: '0100',
      end: 'Enter',
      slowestGapMs: 120,
      otherKeys: [],
    });
    expect(ended(typed(keysOf('0100'), 5), 'Enter', 315)?.slowestGapMs).toBe(300);
    expect(ended(typed(keysOf('0100'), 5), null, 0)).toMatchObject({ end: null, slowestGapMs: 5 });
  });

  it('begins anew after a second, and is none where hardly a key was touched', () => {
    expect(withKey(typed(keysOf('99'), 5), { ...PLAIN, key: '1' }, 1_006)?.typed).toBe('1');
    expect(ended(typed(keysOf('01'), 5), 'Enter', 15)).toBeNull();
    expect(typed([F8], 5)).toBeNull();
  });

  it('names keys among it that are no characters', () => {
    const [zero] = keysOf('0');
    const ctrlJ = { ...PLAIN, key: 'j', ctrlKey: true };
    const burst = typed([zero ?? F8, F8, ctrlJ], 5);
    expect(burst?.otherKeys).toEqual(['F8', 'Ctrl+J']);
  });

  it('shows a separator as one key, whether it came as a character or with Alt', () => {
    expect(piecesOf('0A\u001d1')).toEqual(['0', 'A', '\u001d', '1']);
    expect(piecesOf('0AAlt+0291')).toEqual(['0', 'A', 'Alt+029', '1']);
  });
});

describe('the word on a scanner', () => {
  const settings = { today: calendarDate('2026-11-22'), separator: null, sendsSeparators: false };
  const verdict = (code: string, over: Partial<ScanBurst> = {}) =>
    verdictText(inspectScan({ typed: code, end: 'Enter', slowestGapMs: 5, otherKeys: [], ...over }, settings))
      .tone;

  it('is good, doubtful or bad', () => {
    expect(verdict(TEST_CODE)).toBe('ok');
    expect(verdict('01003678501400591727083110PK7733')).toBe('ok');
    expect(verdict(TEST_CODE.replace('\u001d', ''))).toBe('warn');
    expect(verdict('010036785014005910PK21A17270831')).toBe('warn');
    expect(verdict(TEST_CODE, { slowestGapMs: 90 })).toBe('warn');
    expect(verdict(TEST_CODE, { end: null })).toBe('hard');
    expect(verdict(TEST_CODE.replace('ZY', 'YZ'))).toBe('hard');
    expect(verdict('https://example.org/01')).toBe('hard');
  });
});
