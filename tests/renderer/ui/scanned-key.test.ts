import { describe, expect, it } from 'vitest';
import { scannedKey } from '../../../renderer/ui/scanned-key.ts';

const PLAIN = { code: '', ctrlKey: false, altKey: false, metaKey: false };
const typed = (keys: readonly Parameters<typeof scannedKey>[0][]) =>
  keys.reduce((before, key) => before + (scannedKey(key, before) ?? '?'), '');
const plain = (text: string) => Array.from(text, (key) => ({ ...PLAIN, key }));
const withAlt = (text: string) => Array.from(text, (key) => ({ ...PLAIN, key, altKey: true }));

describe('the keys of a scanner', () => {
  it('are read as they are typed', () => {
    expect(typed(plain('10P4471'))).toBe('10P4471');
  });

  it('hold a separator where Ctrl+] comes', () => {
    expect(typed([...plain('10P4471'), { ...PLAIN, key: ']', ctrlKey: true }])).toBe('10P4471\u001d');
  });

  it('hold a separator where another keyboard has another sign on the key of ]', () => {
    const german = { ...PLAIN, key: '+', code: 'BracketRight' };
    expect(typed([...plain('10P4471'), { ...german, ctrlKey: true }])).toBe('10P4471\u001d');
    expect(typed([german])).toBe('+');
  });

  it('hold a separator where 0 2 9 come with Alt held, not three digits of the lot', () => {
    const keys = [...plain('10P4471'), ...withAlt('029'), ...plain('17290831')];
    expect(typed(keys)).toBe('10P4471Alt+02917290831');
    expect(typed([...withAlt('029'), ...withAlt('029')])).toBe('Alt+029Alt+029');
  });

  it('hold the bracket that AltGr types, and no shortcut', () => {
    expect(typed([{ ...PLAIN, key: ']', ctrlKey: true, altKey: true }, ...plain('d201')])).toBe(']d201');
    expect(scannedKey({ ...PLAIN, key: 'k', ctrlKey: true }, '')).toBeNull();
    expect(scannedKey({ ...PLAIN, key: 'Tab' }, '')).toBeNull();
  });
});
