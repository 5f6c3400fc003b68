/** A pivot below this is taken for nought. */
const EPSILON = 1e-9;

/**
 * The basis of a linear programme: how much of which pattern covers all items, in floating point. It only ever guides; what is
 * concluded from it is checked in whole numbers.
 */
export interface Basis {
  /** What the item of each row is worth under the patterns in the basis. */
  readonly prices: number[];
  readonly inverse: readonly Float64Array[];
  /** How much of the pattern of each row is used. */
  readonly levels: Float64Array;
  /** The sessions that the patterns come to. */
  readonly total: () => number;
}

/** Begins with one pattern for each item: as many of it as fit. */
export function beginBasis(alone: readonly number[], wanted: readonly number[]): Basis {
  const inverse = alone.map((count, row) => {
    const line = new Float64Array(alone.length);
    line[row] = 1 / Math.max(1, count);
    return line;
  });
  const levels = Float64Array.from(wanted, (amount, row) => amount / Math.max(1, alone[row] ?? 1));
  return {
    prices: alone.map((count) => 1 / Math.max(1, count)),
    inverse,
    levels,
    total: () => levels.reduce((sum, level) => sum + level, 0),
  };
}

/** Brings a pattern in for the one that it uses up first; false where it cannot enter. */
export function enterBasis(basis: Basis, counts: readonly number[]): boolean {
  const column = columnOf(basis, counts);
  const row = leavingRow(basis, column);
  if (row === null) return false;
  const gain = counts.reduce((sum, count, at) => sum + count * (basis.prices[at] ?? 0), 0) - 1;
  pivot(basis, column, row);
  const line = basis.inverse[row] ?? new Float64Array();
  // All patterns cost one session, so the prices change by a multiple of the row that entered.
  for (let at = 0; at < line.length; at += 1)
    basis.prices[at] = (basis.prices[at] ?? 0) - gain * (line[at] ?? 0);
  return true;
}

function columnOf({ inverse }: Basis, counts: readonly number[]): Float64Array {
  const used = [...counts.entries()].filter(([, count]) => count > 0);
  return Float64Array.from(inverse, (line) => {
    let sum = 0;
    for (const [at, count] of used) sum += (line[at] ?? 0) * count;
    return sum;
  });
}

function leavingRow({ levels }: Basis, column: Float64Array): number | null {
  let best: number | null = null;
  let least = Infinity;
  for (let row = 0; row < column.length; row += 1) {
    const entry = column[row] ?? 0;
    if (entry <= EPSILON) continue;
    const ratio = (levels[row] ?? 0) / entry;
    if (ratio < least) {
      least = ratio;
      best = row;
    }
  }
  return best;
}

function pivot({ inverse, levels }: Basis, column: Float64Array, row: number): void {
  const line = inverse[row];
  const entry = column[row] ?? 1;
  if (!line) return;
  for (let at = 0; at < line.length; at += 1) line[at] = (line[at] ?? 0) / entry;
  levels[row] = (levels[row] ?? 0) / entry;
  for (let other = 0; other < column.length; other += 1) {
    const factor = column[other] ?? 0;
    const target = inverse[other];
    if (other === row || factor === 0 || !target) continue;
    for (let at = 0; at < line.length; at += 1) target[at] = (target[at] ?? 0) - factor * (line[at] ?? 0);
    levels[other] = (levels[other] ?? 0) - factor * (levels[row] ?? 0);
  }
}
