type Key = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'metaKey'>;

const ALT_DIGITS = /Alt\+\d{0,3}$/;
const SEPARATOR = '\u001d';

/**
 * What a key adds to what a scanner has typed so far; null: no key of a scan. The separator comes from some as Ctrl+], on other
 * keyboards as Ctrl with whatever lies there, from others as the digits 0 2 9 while Alt is held, which are written `Alt+029`.
 * AltGr, which browsers tell as Ctrl with Alt, types the brackets of some keyboards.
 */
export function scannedKey({ key, code, ctrlKey, altKey, metaKey }: Key, before: string): string | null {
  const isAltGraph = ctrlKey && altKey;
  if (ctrlKey && !isAltGraph && (key === ']' || code === 'BracketRight')) return SEPARATOR;
  if (metaKey || (ctrlKey && !isAltGraph) || key.length !== 1) return null;
  if (!altKey || isAltGraph || !/\d/.test(key)) return key;
  return ALT_DIGITS.test(before) && !/Alt\+\d{3}$/.test(before) ? key : `Alt+${key}`;
}
