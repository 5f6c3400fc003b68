import { parseAmount, wholeNumber } from '../../../../shared/domain/dose/amount-entry.ts';

const AMPOULES = wholeNumber(1, 100_000);

/** How many ampoules a text says, 1 to 100,000; null if it says none. */
export function readAmpoules(text: string): number | null {
  const read = parseAmount(text, AMPOULES);
  return read.ok ? read.value : null;
}
