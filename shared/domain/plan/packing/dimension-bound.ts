/** How fine the shares get; beyond this they add nothing on doses of this kind. */
const FINEST_SHARE = 12;

/**
 * How many sessions sizes of one dimension need at least: by their sum, by the large ones that exclude each other, and by dual
 * feasible functions. No size is above the cap.
 */
export function boundInOneDimension(sizes: readonly number[], cap: number): number {
  if (sizes.length === 0) return 0;
  const sorted = Float64Array.from(sizes).sort();
  const sums = sumsOf(sorted);
  let best = ceilDivide(sums.at(-1) ?? 0, cap);
  best = Math.max(best, boundByThreshold(sorted, sums, cap, 0));
  for (const [at, size] of sorted.entries()) {
    if (size * 2 > cap) break;
    if (size !== sorted[at - 1]) best = Math.max(best, boundByThreshold(sorted, sums, cap, size));
  }
  for (let shares = 1; shares <= FINEST_SHARE; shares += 1) {
    best = Math.max(best, boundByShares(sorted, cap, shares));
  }
  return best;
}

/** The sum of all sizes before each place, and of all. */
function sumsOf(sorted: Float64Array): Float64Array {
  const sums = new Float64Array(sorted.length + 1);
  for (const [at, size] of sorted.entries()) sums[at + 1] = (sums[at] ?? 0) + size;
  return sums;
}

/** Martello and Toth: what leaves less than `threshold` free fills a session alone, what is smaller than it is left out. */
function boundByThreshold(sorted: Float64Array, sums: Float64Array, cap: number, threshold: number): number {
  const firstSmall = countWhere(sorted, (size) => size < threshold);
  const firstLarge = countWhere(sorted, (size) => size * 2 <= cap);
  const firstAlone = Math.max(
    firstLarge,
    countWhere(sorted, (size) => size <= cap - threshold),
  );
  const between = (from: number, to: number) => (sums[to] ?? 0) - (sums[from] ?? 0);
  const large = firstAlone - firstLarge;
  const roomBesideLarge = large * cap - between(firstLarge, firstAlone);
  const overflow = Math.max(0, between(Math.min(firstSmall, firstLarge), firstLarge) - roomBesideLarge);
  return sorted.length - firstAlone + large + ceilDivide(overflow, cap);
}

/** How many sizes at the front have a property that only small ones have. */
function countWhere(sorted: Float64Array, isSmall: (size: number) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isSmall(sorted[middle] ?? 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Fekete and Schepers: a size of more than m of k + 1 equal shares of the cap counts as m of k. */
function boundByShares(sizes: Float64Array, cap: number, shares: number): number {
  let numerator = 0;
  for (const size of sizes) {
    const exact = size * (shares + 1);
    numerator += exact % cap === 0 ? size * shares : Math.floor(exact / cap) * cap;
  }
  return ceilDivide(numerator, cap * shares);
}

function ceilDivide(dividend: number, divisor: number): number {
  return Math.floor((dividend + divisor - 1) / divisor);
}
