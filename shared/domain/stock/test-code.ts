/**
 * The product number of the code that the program shows to try a scanner with. GS1 keeps the prefixes 200 to 299 for restricted
 * circulation: no box that is sold has such a number. The core refuses it as well.
 */
export const TEST_GTIN = '02990000000170';

/**
 * What stands in the test code, in its order. The lot has the letters and signs that other keyboards turn, a small letter for Caps
 * Lock, and something behind it, so that a lost separator is seen. Its last day is long gone.
 */
export const TEST_ELEMENTS = [
  ['01', TEST_GTIN],
  ['17', '200131'],
  ['10', 'ZY-aQ/7'],
  ['21', '42'],
] as const;

/** The test code as a scanner should send it: a separator (ASCII 29) behind the lot, nothing in front. */
export const TEST_CODE = TEST_ELEMENTS.map(([identifier, content]) =>
  identifier === '10' ? `${identifier}${content}\u001d` : `${identifier}${content}`,
).join('');
