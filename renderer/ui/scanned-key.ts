type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>;

const ALT_DIGITS = /Alt\+\d{0,3}$/;

/**
 * What a key adds to what a scanner has typed so far; null: no key of a scan. The separator comes from some as Ctrl+], from others
 * as the digits 0 2 9 while Alt is held, which are written `Alt+029`. AltGr, which browsers tell as Ctrl with Alt, types the
 * brackets of some keyboards.
 */
export function scannedKey({ key, ctrlKey, altKey, metaKey }: Key, before: string): string | null {
  const isAltGraph = ctrlKey && altKey;
  if (ctrlKey && key === ']' && !isAltGraph) return '\u001d';
  if (metaKey || (ctrlKey && !isAltGraph) || key.length !== 1) return null;
  if (!altKey || isAltGraph || !/\d/.test(key)) return key;
  return ALT_DIGITS.test(before) && !/Alt\+\d{3}$/.test(before) ? key : `Alt+${key}`;
}
