/** A share with the range in which the true one lies with 95 % confidence, all from 0 to 1. */
export interface ShareInterval {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** The 97.5th percentile of the normal distribution. */
const Z = 1.959963984540054;

/**
 * The Wilson score interval without continuity correction (Wilson 1927; method 3 of Newcombe 1998): it stays between 0 and 1 and
 * holds for few cases and for none. `count` of `all`, both whole, `all` at least 1.
 */
export function wilsonInterval(count: number, all: number): ShareInterval {
  if (!Number.isInteger(count) || !Number.isInteger(all) || all < 1 || count < 0 || count > all)
    throw new RangeError(`no share: ${String(count)} of ${String(all)}`);
  const share = count / all;
  const middle = share + Z ** 2 / (2 * all);
  const half = Z * Math.sqrt((share * (1 - share)) / all + Z ** 2 / (4 * all ** 2));
  const over = 1 + Z ** 2 / all;
  // Of none and of all the bound is exact; elsewhere a rounding error must not pass it.
  const low = count === 0 ? 0 : Math.max(0, (middle - half) / over);
  const high = count === all ? 1 : Math.min(1, (middle + half) / over);
  return { share, low, high };
}
